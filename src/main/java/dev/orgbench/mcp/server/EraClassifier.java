package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.Era;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which era a message is spoken, where both are served at one URL. The body decides; the headers are checked
 * against it (2026-07-28, basic, "Versioning" and "Transports"). A message that claims the modern era is never served
 * as a legacy one, not even if its claim is broken.
 *
 * <p>What carries no claim has been sorted out before: only POST is answered, and batches and posted responses belong
 * to no era that needs telling.
 */
final class EraClassifier {
    static final String VERSION_KEY = "io.modelcontextprotocol/protocolVersion";
    static final String CAPABILITIES_KEY = "io.modelcontextprotocol/clientCapabilities";

    private static final String FIRST_MODERN = "2026-07-28";
    private static final Pattern REVISION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private EraClassifier() {}

    /**
     * The era of a message.
     *
     * @param fault why it must be refused all the same; null if the era's own checks may go on
     */
    record Verdict(Era era, @Nullable RpcException fault) {}

    /** Classifies a message by its body and its headers. */
    static Verdict classify(Message.Addressed message, ProtocolHeaders headers) {
        JsonNode meta = message.params().path("_meta");
        if (message.method().equals("initialize") && !(envelopeFault(meta) == null && isModern(claimed(meta)))) {
            return headers.nameModern()
                    ? mismatch(Era.LEGACY, "initialize belongs to earlier revisions than the header names")
                    : new Verdict(Era.LEGACY, null);
        }
        if (meta.has(VERSION_KEY)) {
            return claim(message, meta, headers);
        }
        if (headers.nameModern() && message instanceof Message.Request) {
            return broken("The MCP-Protocol-Version header names " + headers.version() + ", but params._meta lacks \""
                    + VERSION_KEY + "\"");
        }
        // A notification needs no envelope, so there the header alone tells.
        return new Verdict(headers.nameModern() ? Era.MODERN : Era.LEGACY, null);
    }

    /** Whether a revision has the stateless shape. Revisions are dates, so they compare as text. */
    static boolean isModern(String revision) {
        return REVISION.matcher(revision).matches() && revision.compareTo(FIRST_MODERN) >= 0;
    }

    /** The revision that an envelope claims; empty if it claims none. */
    static String claimed(JsonNode meta) {
        return meta.path(VERSION_KEY).asText("");
    }

    private static Verdict claim(Message.Addressed message, JsonNode meta, ProtocolHeaders headers) {
        String fault = envelopeFault(meta);
        if (fault != null
                && (message instanceof Message.Request
                        || !meta.path(VERSION_KEY).isTextual())) {
            return broken(fault);
        }
        if (headers.version() != null && !headers.version().equals(claimed(meta))) {
            return mismatch(Era.MODERN, "the MCP-Protocol-Version header and params._meta name different revisions");
        }
        if (headers.method() != null && !headers.method().equals(message.method())) {
            return mismatch(Era.MODERN, "the Mcp-Method header and the body name different methods");
        }
        return new Verdict(Era.MODERN, null);
    }

    private static @Nullable String envelopeFault(JsonNode meta) {
        if (!meta.path(VERSION_KEY).isTextual()) {
            return "params._meta[\"" + VERSION_KEY + "\"] must be a string";
        }
        if (!meta.path(CAPABILITIES_KEY).isObject()) {
            return "params._meta[\"" + CAPABILITIES_KEY + "\"] must be an object";
        }
        return null;
    }

    private static Verdict broken(String why) {
        return new Verdict(Era.MODERN, new RpcException(RpcException.INVALID_PARAMS, why));
    }

    private static Verdict mismatch(Era era, String why) {
        return new Verdict(era, new RpcException(RpcException.HEADER_MISMATCH, "Header mismatch: " + why));
    }
}
