package dev.orgbench.gateway;

import dev.orgbench.tools.ObjectScope;
import dev.orgbench.tools.Scope;
import dev.orgbench.tools.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
     * @param tags in any case; an empty list allows all
     * @param pinnedObjects API names of objects that shall have tools of their own; they restrict nothing
     * @param requireApiToken whether a caller must present an API token besides the URL's ({@code
     *     require_api_token_auth})
     * @param readObjects the only objects that may be read, by API names; an empty list is no limit
     * @param writeObjects the only objects that may be written, as far as they may be read; an empty list allows all
     * @param searchAndFetch whether it has the tools {@code search} and {@code fetch}
     * @param confirmDestructive whether a person is asked before a destructive tool is carried out, by clients that can
     * @param byteBudget how many bytes of JSON an answer may have
     * @param ceiling how much it may be called
     */
    public record Config(
            List<String> methods,
            List<String> tags,
            List<String> pinnedObjects,
            boolean requireApiToken,
            List<String> readObjects,
            List<String> writeObjects,
            boolean searchAndFetch,
            boolean confirmDestructive,
            int byteBudget,
            Ceiling ceiling) {
        /** Every tool, and the URL alone opens it. */
        public static final Config EVERYTHING = new Config(List.of(), List.of());

        public Config {
            methods = List.copyOf(methods);
            // Definitions have them in small letters alone.
            tags = tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
            pinnedObjects = List.copyOf(pinnedObjects);
            readObjects = List.copyOf(readObjects);
            writeObjects = List.copyOf(writeObjects);
        }

        /** A scope alone. */
        public Config(List<String> methods, List<String> tags) {
            this(
                    methods,
                    tags,
                    List.of(),
                    false,
                    List.of(),
                    List.of(),
                    false,
                    false,
                    Terms.USUAL_BYTE_BUDGET,
                    Ceiling.NONE);
        }

        /** The same, to be changed. */
        public ConfigDraft draft() {
            return new ConfigDraft(this);
        }

        /** What these words mean for the server of that id. */
        public Terms terms(String serverId) {
            Scope scope = new Scope(
                    MethodWords.methods(methods),
                    MethodWords.verbs(methods),
                    Set.copyOf(tags),
                    new ObjectScope(Set.copyOf(readObjects), Set.copyOf(writeObjects)));
            return new Terms(serverId, scope, pinnedObjects, searchAndFetch, byteBudget);
        }
    }

    /**
     * How much a server may be called; 0 is no limit. The reading of a resource counts as a call.
     *
     * @param atOnce calls under way at one time
     * @param perMinute calls that begin within a minute
     */
    public record Ceiling(int atOnce, int perMinute) {
        /** As much as anyone likes. */
        public static final Ceiling NONE = new Ceiling(0, 0);
    }

    /** The terms on which it offers its org's tools. */
    public Terms terms() {
        return config.terms(id);
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
