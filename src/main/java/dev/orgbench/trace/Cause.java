package dev.orgbench.trace;

import org.jspecify.annotations.Nullable;

/**
 * What an exchange was sent for.
 *
 * @param orgId the org that was asked, as {@code demo}; empty if nobody told
 * @param server the name of the MCP server whose message it was; null for work of the window itself
 * @param name the tool called, or the JSON-RPC method of another message; for the window's own work what asked, as a
 *     person knows it: {@code SOQL}, {@code Objects}
 */
public record Cause(String orgId, @Nullable String server, String name) {
    /** Before anybody told. */
    public static final Cause UNKNOWN = new Cause("", null, "");

    /** Whether the window itself asked, and no client. */
    public boolean isOwn() {
        return server == null;
    }
}
