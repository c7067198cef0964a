package dev.orgbench.gateway;

import java.time.Instant;
import java.util.List;

/**
 * The API tokens of servers that want one ({@code require_api_token_auth}): sent as {@code Authorization: Bearer}, so
 * that a URL which got into a log opens nothing. Only their hashes are kept. Each opens one server.
 */
public interface ApiTokens {
    /** The most characters of a name. */
    int NAME_LIMIT = 60;

    /**
     * Makes a token. This is the only time that it can be seen.
     *
     * @param name who gets it; the server's others must be named otherwise
     * @throws IllegalArgumentException if the name is empty, too long or taken; the message is fit for a person
     * @throws ServerEndedException if the server does not run any more
     */
    NewApiToken make(String serverId, String name);

    /** A server's tokens, oldest first. */
    List<ApiToken> list(String serverId);

    /** Ends a token at once. Harmless if there is none. */
    void revoke(String apiTokenId);

    /** Whether {@code token} is one of that server's. Takes as long for a near miss as for any other. */
    boolean accepts(String serverId, String token);

    /** A token as it can be listed. */
    record ApiToken(String id, String serverId, String name, Instant createdAt) {}

    /** A token just made, with its text. */
    record NewApiToken(ApiToken apiToken, String text) {
        @Override
        public String toString() {
            return "NewApiToken[" + apiToken + "]";
        }
    }
}
