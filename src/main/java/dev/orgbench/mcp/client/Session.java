package dev.orgbench.mcp.client;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What {@code initialize} agreed on.
 *
 * @param revision of the protocol
 * @param id the session's id, if the server keeps sessions; a secret
 */
record Session(String revision, @Nullable String id) {
    boolean hasId() {
        return id != null;
    }

    /** What every later request carries. */
    Headers headers() {
        Headers.Builder headers = new Headers.Builder().add("MCP-Protocol-Version", revision);
        if (id != null) {
            headers.add("Mcp-Session-Id", id);
        }
        return headers.build();
    }

    @Override
    public String toString() {
        return "Session[" + revision + "]";
    }
}
