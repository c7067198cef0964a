package dev.orgbench.gateway;

import dev.orgbench.tools.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server that a person made: an org, a scope, a token, an expiry. The token itself is not here: the register
 * keeps its hash, the secrets keep the token.
 *
 * @param id {@code mcp-} and eight characters
 * @param orgId the org that it opens
 * @param config the scope in the words in which it was asked for
 * @param expiresAt the first instant at which it is refused; null if it does not expire
 * @param updatedAt when it was last changed by a person or program; calls do not count
 * @param revokedAt since when it is refused for good; null if nobody revoked it
 */
public record McpServer(
        String id,
        String orgId,
        String name,
        Config config,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant revokedAt) {

    /**
     * What was asked for.
     *
     * @param methods {@code read}, {@code create}, a custom method's own name, ...; an empty list allows all
     * @param tags an empty list allows all
     * @param pinnedObjects API names of objects that shall have tools of their own; they restrict nothing
     * @param requireApiToken whether a caller must present an API token besides the URL's ({@code
     *     require_api_token_auth})
     */
    public record Config(List<String> methods, List<String> tags, List<String> pinnedObjects, boolean requireApiToken) {
        /** Every tool, and the URL alone opens it. */
        public static final Config EVERYTHING = new Config(List.of(), List.of());

        public Config {
            methods = List.copyOf(methods);
            tags = List.copyOf(tags);
            pinnedObjects = List.copyOf(pinnedObjects);
        }

        /** A scope alone. */
        public Config(List<String> methods, List<String> tags) {
            this(methods, tags, List.of(), false);
        }

        /** The scope that these words mean. */
        public Scope scope() {
            return new Scope(MethodWords.methods(methods), MethodWords.verbs(methods), Set.copyOf(tags));
        }
    }

    /** Whether it answers. */
    public enum State {
        RUNNING,
        EXPIRED,
        REVOKED
    }

    /** Whether it answers at {@code now}. A server that ended never runs again. */
    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.RUNNING;
    }

    /** Whether it answers at {@code now}. */
    public boolean isRunning(Instant now) {
        return state(now) == State.RUNNING;
    }
}
