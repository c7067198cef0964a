package dev.orgbench.ui;

import dev.orgbench.gateway.Gateway;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Browser;
import dev.orgbench.ui.kit.Drafts;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window stands on.
 *
 * @param orgs all that are connected
 * @param first the org that is opened
 * @param servers the MCP servers that a person made
 * @param gateway where they answer
 * @param catalogue what makes their tools
 * @param trace what happened; shown live
 * @param drafts what was typed and not sent
 * @param browser the person's own
 * @param data the data folder, for what is kept as files: saved calls, saved queries
 * @param version Orgbench's own, as told to servers
 * @param notices what happened at start that a person should know, a sentence each
 */
public record Workbench(
        Orgs orgs,
        Org first,
        ServerRegister servers,
        Gateway gateway,
        ToolCatalogue catalogue,
        Trace trace,
        Drafts drafts,
        Browser browser,
        Path data,
        String version,
        List<String> notices) {}
