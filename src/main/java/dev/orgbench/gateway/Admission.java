package dev.orgbench.gateway;

import dev.orgbench.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client was let in by: a server's URL, and the API token that it sent. It may lapse while the client is still
 * being answered.
 */
final class Admission {
    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final ServerRegister register;
    private final @Nullable String ownToken;
    private final Clock clock;
    private final McpServer server;
    private final String token;
    private final Optional<String> bearer;
    private final long changes;

    /**
     * A client at the door.
     *
     * @param ownToken Orgbench's own, which opens what wants an API token too: whoever has it can make himself one; null
     *     where it opens nothing
     * @param server that {@code token} opened
     * @param changes how many changes of servers were known before it did
     */
    Admission(
            ServerRegister register,
            @Nullable String ownToken,
            Clock clock,
            McpServer server,
            String token,
            Optional<String> bearer,
            long changes) {
        this.register = register;
        this.ownToken = ownToken;
        this.clock = clock;
        this.server = server;
        this.token = token;
        this.bearer = bearer;
        this.changes = changes;
    }

    /** The server as it was then. */
    McpServer server() {
        return server;
    }

    long changes() {
        return changes;
    }

    /** Whether the client has the API token, if {@code now} wants one. */
    boolean hasApiToken(McpServer now) {
        return !now.config().requireApiToken()
                || bearer.map(sent -> isOwn(sent) || register.apiTokens().accepts(now.id(), sent))
                        .orElse(false);
    }

    private boolean isOwn(String sent) {
        return ownToken != null && Bearer.same(sent, ownToken);
    }

    /**
     * Why it does not let in any more, as the end of a sentence on the server; empty while it does. Where that cannot be
     * found out, it does not.
     */
    Optional<String> lapse() {
        try {
            return found();
        } catch (StoreException e) {
            log.warn("Whether a client may stay could not be found out, so it may not", e);
            return Optional.of("was changed, and cannot be looked up now,");
        }
    }

    private Optional<String> found() {
        Instant now = Instant.now(clock);
        Optional<McpServer> opened =
                register.findByToken(token).filter(found -> found.id().equals(server.id()) && found.isRunning(now));
        if (opened.isPresent()) {
            return hasApiToken(opened.get())
                    ? Optional.empty()
                    : Optional.of("does not accept your API token any more");
        }
        return Optional.of(register.find(server.id())
                .map(known -> switch (known.state(now)) {
                    case RUNNING -> "has got a new URL";
                    case EXPIRED -> "has expired";
                    case REVOKED -> "was revoked";
                })
                .orElse("was deleted"));
    }
}
