package dev.orgbench.gateway;

import dev.orgbench.orgs.SecretsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The servers that exist. The gateway keeps nothing else, so a shared register makes many gateways one. Safe for use by
 * several threads; what a method returned from lasts, also after a kill.
 */
public interface ServerRegister {
    /** Makes a server with a token of its own. It works from now on, also after a restart. */
    NewServer create(String orgId, String name, McpServer.Config config, @Nullable Instant expiresAt);

    /**
     * Changes what a person may choose about a server; its URL stays. The next call sees it.
     *
     * @throws ServerEndedException if it does not run any more
     */
    default McpServer change(String serverId, String name, McpServer.Config config, @Nullable Instant expiresAt) {
        return change(serverId, now -> new Choices(name, config, expiresAt));
    }

    /**
     * As the other, made from what the server is at that moment: no change that was made meanwhile is undone.
     *
     * @throws ServerEndedException if it does not run any more
     * @throws X as {@code edit} does; nothing is changed then
     */
    <X extends Exception> McpServer change(String serverId, Edit<X> edit) throws X;

    /**
     * Gives a server a new token. The old one is dead when this returns.
     *
     * @throws ServerEndedException if it does not run any more
     */
    NewServer rotate(String serverId);

    /**
     * Ends a server: its token is dead when this returns, and gone with its API tokens. It stays in the list. Harmless if
     * it was revoked before.
     *
     * @throws ServerEndedException if there is no such server
     */
    McpServer revoke(String serverId);

    /** Removes a server with all its tokens, from the list too. Harmless if there is none. */
    void delete(String serverId);

    /** The server of that id, also one that ended. */
    Optional<McpServer> find(String serverId);

    /** The server whose token that is; also one that has expired, until its token is purged. */
    Optional<McpServer> findByToken(String token);

    /** The servers of an org, oldest first, also those that ended. */
    List<McpServer> list(String orgId);

    /**
     * A server's token, for its owner to copy the URL again; empty if it ended, or if the secret was lost. A keychain may
     * take a few seconds.
     *
     * @throws SecretsException if that does not give it; the message says what to do
     */
    Optional<String> token(String serverId);

    /** What callers must present besides a URL, where a server wants it. */
    ApiTokens apiTokens();

    /** How much the servers of an org were used, by their ids; those that were not are absent. */
    Map<String, ServerUse> use(String orgId);

    /** Counts one call of a tool. */
    void noteCall(String serverId);

    /**
     * Removes the tokens and secrets of servers that have expired; the servers stay in the list.
     *
     * @return when the next one expires; empty if none will
     */
    Optional<Instant> purge();

    /**
     * Tells {@code listener} of every change from now on, on the thread where it happens: it must be quick.
     *
     * @return ends the subscription when closed
     */
    Subscription subscribe(Consumer<Change> listener);

    /**
     * What has changed.
     *
     * @param serverId whose change it is
     */
    record Change(What what, String serverId) {
        /** Whether it is more than a call that was counted. */
        public boolean isMoreThanUse() {
            return what != What.USED;
        }
    }

    /** What can befall a server. */
    enum What {
        MADE,
        /** Another name, configuration or expiry: it may have other tools. */
        CHANGED,
        /** The old token is dead: whoever came in by it has to go. */
        ROTATED,
        /** An API token was made or revoked: who came in by one may have to go. */
        API_TOKENS,
        /** Revoked, deleted, or expired and purged: nobody may use it any more. */
        ENDED,
        USED
    }

    /** A subscription to the changes. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** What a person or program may choose about a server. */
    record Choices(
            String name, McpServer.Config config, @Nullable Instant expiresAt) {}

    /** Makes new choices from those that stand. It must be quick, and not change anything itself. */
    @FunctionalInterface
    interface Edit<X extends Exception> {
        Choices of(McpServer now) throws X;
    }

    /** A server just made or rotated, with its token. */
    record NewServer(McpServer server, String token) {
        @Override
        public String toString() {
            return "NewServer[" + server + "]";
        }
    }
}
