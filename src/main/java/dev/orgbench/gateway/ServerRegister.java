package dev.orgbench.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The servers that exist. The gateway keeps nothing else, so a shared register makes many gateways one. */
public interface ServerRegister {
    /** Makes a server with a token of its own. It works from now on, also after a restart. */
    NewServer create(String orgId, String name, McpServer.Config config, @Nullable Instant expiresAt);

    /** The server whose token that is, expired ones included. */
    Optional<McpServer> findByToken(String token);

    /** The servers of an org, oldest first. */
    List<McpServer> list(String orgId);

    /** A server's token, for its owner to copy the URL again; empty if it was lost. */
    Optional<String> token(String serverId);

    /** A server just made, with its token. */
    record NewServer(McpServer server, String token) {
        @Override
        public String toString() {
            return "NewServer[" + server + "]";
        }
    }
}
