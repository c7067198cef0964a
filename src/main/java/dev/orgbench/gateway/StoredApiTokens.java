package dev.orgbench.gateway;

import dev.orgbench.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** API tokens in Orgbench's own file. */
final class StoredApiTokens implements ApiTokens {
    /** Tells scanners of logs and repositories what they have found. */
    private static final String PREFIX = "orgbench_";

    private final Store store;
    private final TokenText tokens;
    private final Consumer<String> running;
    private final Clock clock;
    private final Consumer<String> changed;

    /**
     * @param running throws if the server of that id does not run
     * @param changed is told whose tokens have changed
     */
    StoredApiTokens(Store store, TokenText tokens, Consumer<String> running, Clock clock, Consumer<String> changed) {
        this.store = store;
        this.tokens = tokens;
        this.running = running;
        this.clock = clock;
        this.changed = changed;
    }

    @Override
    public NewApiToken make(String serverId, String name) {
        running.accept(serverId);
        String given = name.strip();
        if (given.isEmpty() || given.length() > NAME_LIMIT || given.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Name the token after who gets it: 1 to " + NAME_LIMIT + " characters on one line.");
        }
        ApiToken made = new ApiToken("tok-" + tokens.id(), serverId, given, Instant.now(clock));
        String text = PREFIX + tokens.token();
        boolean isNew = store.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO api_token (id, server_id, name, token_hash, created_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (server_id, name) DO NOTHING""")) {
                insert.setString(1, made.id());
                insert.setString(2, serverId);
                insert.setString(3, given);
                insert.setString(4, TokenText.hash(text));
                insert.setString(5, made.createdAt().toString());
                return insert.executeUpdate() == 1;
            }
        });
        if (!isNew) {
            throw new IllegalArgumentException(
                    "This server has a token named “" + given + "” already. Choose another name, or revoke that one.");
        }
        changed.accept(serverId);
        return new NewApiToken(made, text);
    }

    @Override
    public List<ApiToken> list(String serverId) {
        return store.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, name, created_at FROM api_token WHERE server_id = ? ORDER BY rowid")) {
                select.setString(1, serverId);
                List<ApiToken> found = new ArrayList<>();
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    found.add(new ApiToken(
                            rows.getString("id"),
                            serverId,
                            rows.getString("name"),
                            Instant.parse(rows.getString("created_at"))));
                }
                return found;
            }
        });
    }

    @Override
    public void revoke(String apiTokenId) {
        List<String> whose = store.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM api_token WHERE id = ? RETURNING server_id")) {
                delete.setString(1, apiTokenId);
                List<String> serverIds = new ArrayList<>();
                ResultSet rows = delete.executeQuery();
                while (rows.next()) {
                    serverIds.add(rows.getString(1));
                }
                return serverIds;
            }
        });
        whose.forEach(changed);
    }

    @Override
    public boolean accepts(String serverId, String token) {
        byte[] wanted = TokenText.hash(token).getBytes(StandardCharsets.UTF_8);
        return store.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT token_hash FROM api_token WHERE server_id = ?")) {
                select.setString(1, serverId);
                boolean accepted = false;
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    byte[] known = rows.getString("token_hash").getBytes(StandardCharsets.UTF_8);
                    accepted |= MessageDigest.isEqual(known, wanted);
                }
                return accepted;
            }
        });
    }
}
