package dev.orgbench.ui;

import dev.orgbench.connect.tunnel.Tunnels;
import dev.orgbench.gateway.Gateway;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.Offer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.orgs.BrowserSignIns;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.connect.ConnectParts;
import dev.orgbench.ui.kit.Browser;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.orgs.DemoControls;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the window stands on.
 *
 * @param orgs all that are connected
 * @param first the org that is opened
 * @param signIns how a person signs in to one more
 * @param secrets where sign-ins are kept; may block
 * @param safe keeps other secrets in the same place; may block
 * @param demo what a person may do to the demo org
 * @param servers the MCP servers that a person made
 * @param gateway where they answer
 * @param client opens a server for calls by hand, whose questions go to the person; empty if its token is lost. Must not
 *     block
 * @param tunnels the ways to the gateway from outside
 * @param connect what the Connect screen of an org stands on
 * @param offer what they can offer: tools, prompts, resources
 * @param trace what happened; shown live
 * @param drafts what was typed and not sent
 * @param browser the person's own
 * @param data the data folder, for what is kept as files: saved calls, saved queries
 * @param clock the person's
 * @param version Orgbench's own
 * @param notices what happened at start that a person should know, a sentence each
 */
public record Workbench(
        Orgs orgs,
        Org first,
        BrowserSignIns signIns,
        Supplier<SecretPlace> secrets,
        Secrets safe,
        DemoControls demo,
        ServerRegister servers,
        Gateway gateway,
        BiFunction<McpServer, Elicitation, Optional<ServerChoice.Selected>> client,
        Tunnels tunnels,
        Function<Org, ConnectParts> connect,
        Offer offer,
        Trace trace,
        Drafts drafts,
        Browser browser,
        Path data,
        Clock clock,
        String version,
        List<String> notices) {}
