package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.Header;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.Protocol;
import dev.orgbench.ui.kit.JsonText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other servers as the text that is kept: [{"name", "url", "headers": [{"name", "value"}], "protocol"}]. */
final class KeptServers {
    private static final Logger LOG = LoggerFactory.getLogger(KeptServers.class);

    private KeptServers() {}

    static String text(List<OtherServer> servers) {
        ArrayNode array = JsonText.NODES.arrayNode();
        servers.forEach(server -> {
            ObjectNode json = array.addObject()
                    .put("name", server.name())
                    .put("url", server.address().url().toString())
                    .put("protocol", server.address().protocol().name());
            ArrayNode headers = json.putArray("headers");
            server.address().headers().forEach(header -> headers.addObject()
                    .put("name", header.name())
                    .put("value", header.value()));
        });
        return JsonText.compact(array);
    }

    static List<OtherServer> servers(String text) {
        List<OtherServer> servers = new ArrayList<>();
        try {
            for (JsonNode each : JsonText.parse(text)) {
                URI url = URI.create(each.path("url").asText());
                servers.add(new OtherServer(
                        each.path("name").asText(),
                        new McpAddress(url, headers(each.path("headers")), protocol(each))));
            }
        } catch (JsonText.Malformed | IllegalArgumentException damaged) {
            // Its message may quote a secret.
            LOG.warn(
                    "What was kept of other MCP servers is damaged, and begins anew ({})",
                    damaged.getClass().getSimpleName());
        }
        return servers;
    }

    /** Once they were kept by name, each at most once. */
    private static List<Header> headers(JsonNode kept) {
        Stream<Header> headers = kept.isObject()
                ? kept.properties().stream()
                        .map(header ->
                                new Header(header.getKey(), header.getValue().asText()))
                : kept.valueStream()
                        .map(header -> new Header(
                                header.path("name").asText(),
                                header.path("value").asText()));
        return headers.toList();
    }

    private static Protocol protocol(JsonNode server) {
        return Stream.of(Protocol.values())
                .filter(each -> each.name().equals(server.path("protocol").asText()))
                .findFirst()
                .orElse(Protocol.AUTO);
    }
}
