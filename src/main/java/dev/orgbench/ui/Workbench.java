package dev.orgbench.ui;

import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.shell.ServerUrl;
import dev.orgbench.ui.shell.UsageFeed;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the window stands on.
 *
 * @param orgName what the org is called on screen
 * @param demo whether it is the demo org
 * @param url the selected server's
 * @param client to that server; all calls by hand go through it. The window does not close it
 * @param tools what the server's tools were generated from: tags, method and definition of each. Asked away from the
 *     screen's thread whenever the list is loaded
 * @param usage the org's API use
 * @param trace what happened; shown live
 * @param notices what happened at start that a person should know, a sentence each
 */
public record Workbench(
        String orgName,
        boolean demo,
        ServerUrl url,
        McpClient client,
        Supplier<List<Tool>> tools,
        UsageFeed usage,
        Trace trace,
        List<String> notices) {}
