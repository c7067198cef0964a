package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code server/discover}, sent first to find out a server's era: an error that only servers of the modern era know means
 * that it is one; anything else means the legacy era (2026-07-28, streamable-http, "Backward Compatibility").
 */
final class Probe {
    static final String METHOD = "server/discover";

    private static final int HEADER_MISMATCH = -32020;
    private static final int MISSING_CAPABILITY = -32021;
    private static final int UNSUPPORTED_VERSION = -32022;
    /** Refusals that have nothing to do with the era: {@code initialize} would meet the same. */
    private static final Set<Integer> FINAL = Set.of(401, 403, 429);

    private Probe() {}

    /** What the answer means. */
    sealed interface Verdict {
        /** The server is modern. */
        record Modern(Negotiation.Agreement agreement) implements Verdict {}

        /** It is not, or not with a revision of ours. {@code why} is a sentence. */
        record Legacy(String why) implements Verdict {}

        /** No other message would fare better. */
        record Hopeless(McpException why) implements Verdict {}
    }

    static ObjectNode message(Line line) {
        ObjectNode params = WireJson.NODES.objectNode();
        Envelope.seal(params, line);
        return WireJson.request(0, METHOD, params);
    }

    static Verdict judge(Peer peer, Reply reply) {
        int code = reply.errorCode();
        if (FINAL.contains(reply.status()) || (reply.status() >= 300 && reply.status() < 400)) {
            return new Verdict.Hopeless(Faults.unusable(peer, reply));
        }
        if (code == UNSUPPORTED_VERSION) {
            return bySupported(peer, texts(reply.error().at("/data/supported")));
        }
        if (isModernError(reply)) {
            return new Verdict.Hopeless(new McpException(peer.name() + " speaks " + Revisions.MODERN
                    + ", but refused the first message: "
                    + peer.quote(reply.error().path("message").asText())));
        }
        List<String> supported = texts(reply.result().path("supportedVersions"));
        if (supported.contains(Revisions.MODERN)) {
            return new Verdict.Modern(agreement(reply.result()));
        }
        if (!supported.isEmpty()) {
            return bySupported(peer, supported);
        }
        return new Verdict.Legacy("No server of " + Revisions.MODERN + " answers so: on with initialize.");
    }

    /** Whether only a server of the modern era answers so. */
    static boolean isModernError(Reply reply) {
        return Set.of(HEADER_MISMATCH, MISSING_CAPABILITY, UNSUPPORTED_VERSION).contains(reply.errorCode());
    }

    private static Verdict bySupported(Peer peer, List<String> supported) {
        boolean onlyOthers = !supported.isEmpty() && supported.stream().noneMatch(Revisions::isLegacy);
        return onlyOthers
                ? new Verdict.Hopeless(new McpException(peer.name() + " speaks MCP revision "
                        + peer.quote(String.join(", ", supported)) + " alone, which this client does not."))
                : new Verdict.Legacy("The server does not offer " + Revisions.MODERN + ": on with initialize.");
    }

    private static Negotiation.Agreement agreement(JsonNode result) {
        JsonNode meta = result.path("_meta").path("io.modelcontextprotocol/serverInfo");
        return new Negotiation.Agreement(
                Revisions.MODERN,
                Negotiation.Transport.STREAMABLE_HTTP,
                Negotiation.ServerInfo.of(meta),
                Handshake.object(result.path("capabilities")),
                result.path("instructions").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
