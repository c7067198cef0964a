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
 */
public record McpServer(
        String id, String orgId, String name, Config config, @Nullable Instant expiresAt, Instant createdAt) {

    /** What was asked for: methods ({@code read}, {@code create}, ...) and tags; empty lists allow all. */
    public record Config(List<String> methods, List<String> tags) {
        public Config {
            methods = List.copyOf(methods);
            tags = List.copyOf(tags);
        }

        /** The scope that these words mean. */
        public Scope scope() {
            return new Scope(MethodWords.methods(methods), Set.copyOf(tags));
        }
    }

    /** Whether it is refused at {@code now}. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
