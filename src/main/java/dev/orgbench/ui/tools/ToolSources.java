package dev.orgbench.ui.tools;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.Offer;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.tools.Tool;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.OwnClient;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where the Tools screen has its tools from, and what it knows of them.
 *
 * @param origins what a server's tools were made from; may block
 * @param missing why a server has fewer tools or prompts than it is meant to have, a sentence each; may block
 * @param definitions the person's own definitions; null where there is no folder for them
 * @param schema the org's objects and fields, to complete from; null for none
 * @param opener makes clients of other MCP URLs
 * @param others the other MCP URLs
 * @param soqlEditor makes the editor of a query: it shows the text of the property and writes into it
 */
public record ToolSources(
        Function<McpServer, List<Tool>> origins,
        Function<McpServer, List<String>> missing,
        @Nullable OwnDefinitions definitions,
        @Nullable OrgSchema schema,
        Connections.Opener opener,
        OtherServers others,
        Function<StringProperty, Node> soqlEditor) {

    /**
     * Those of an org.
     *
     * @param questions puts the questions of other servers to the person
     */
    public static ToolSources of(
            Offer offer,
            Org org,
            OrgSchema schema,
            OtherServers others,
            Background background,
            Elicitation questions,
            String version) {
        return new ToolSources(
                server -> offer.tools().resolve(org.connection(), server.terms()),
                server -> missing(offer, org.connection(), server),
                offer.tools().ownDefinitions().orElse(null),
                schema,
                address -> HttpMcpClient.connect(address, OwnClient.NAME, version, questions),
                others,
                text -> QueryField.of(schema, background, text));
    }

    private static List<String> missing(Offer offer, OrgConnection org, McpServer server) {
        return Stream.concat(
                        offer.prompts().problems(org).stream().map(Problem::toString),
                        offer.tools().pinnedProblems(org, server.terms()).stream())
                .toList();
    }
}
