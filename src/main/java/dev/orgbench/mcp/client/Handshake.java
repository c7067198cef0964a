package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code initialize}, by which both transports of the legacy era begin (2025-11-25, lifecycle). */
final class Handshake {
    private static final long ID = 0;

    private Handshake() {}

    static ObjectNode initialize(Line line, String revision) {
        ObjectNode params = WireJson.NODES.objectNode().put("protocolVersion", revision);
        params.set("capabilities", line.questions().capabilities());
        params.set("clientInfo", line.client().json());
        return WireJson.request(ID, "initialize", params);
    }

    static ObjectNode initialized() {
        return WireJson.notification("notifications/initialized");
    }

    /** What the answer to {@code initialize} agrees on. */
    static Negotiation.Agreement agreement(Line line, Reply reply, Negotiation.Transport transport)
            throws McpException {
        Peer peer = line.peer();
        if (reply.error().isObject() && reply.status() <= 400) {
            throw new McpException(peer.name() + " refused to begin: "
                    + peer.quote(reply.error().path("message").asText()));
        }
        if (reply.response() == null || reply.status() >= 400) {
            throw Faults.unusable(peer, reply);
        }
        JsonNode result = reply.result();
        String revision = result.path("protocolVersion").asText();
        if (!Revisions.isLegacy(revision)) {
            throw new McpException(peer.name() + " speaks MCP revision " + peer.quote(revision)
                    + ", which this client does not; it speaks " + Revisions.MODERN + ", " + Revisions.NEWEST_LEGACY
                    + " and older ones.");
        }
        return new Negotiation.Agreement(
                revision,
                transport,
                Negotiation.ServerInfo.of(result.path("serverInfo")),
                object(result.path("capabilities")),
                result.path("instructions").asText());
    }

    static JsonNode object(JsonNode node) {
        return node.isObject() ? node : WireJson.NODES.objectNode();
    }
}
