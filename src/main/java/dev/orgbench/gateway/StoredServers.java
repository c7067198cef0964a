package dev.orgbench.gateway;

import dev.orgbench.orgs.Secrets;
import dev.orgbench.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register in Orgbench's own file. A token is 192 random bits in hex; the file has only its SHA-256. */
public final class StoredServers implements ServerRegister {
    private static final int TOKEN_BYTES = 24;
    private static final String COLUMNS = "SELECT id, org_id, name, methods, tags, expires_at, created_at FROM server ";

    private final SecureRandom random = new SecureRandom();
    private final Store store;
    private final Secrets secrets;
    private final Clock clock;

    public StoredServers(Store store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public NewServer create(String orgId, String name, McpServer.Config config, @Nullable Instant expiresAt) {
        McpServer server = new McpServer("mcp-" + hex(4), orgId, name, config, expiresAt, Instant.now(clock));
        String token = hex(TOKEN_BYTES);
        // The secret first: a server whose URL nobody can read again would be worse than a secret without a server.
        secrets.put(secretName(server.id()), token);
        store.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                    INSERT INTO server (id, org_id, name, methods, tags, token_hash, expires_at, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setString(1, server.id());
                insert.setString(2, orgId);
                insert.setString(3, name);
                insert.setString(4, String.join("\n", config.methods()));
                insert.setString(5, String.join("\n", config.tags()));
                insert.setString(6, hash(token));
                insert.setString(7, expiresAt == null ? null : expiresAt.toString());
                insert.setString(8, server.createdAt().toString());
                return insert.executeUpdate();
            }
        });
        return new NewServer(server, token);
    }

    @Override
    public Optional<McpServer> findByToken(String token) {
        // Looking up by hash tells an attacker nothing by its timing: he cannot steer the hash's bytes.
        return select("WHERE token_hash = ?", hash(token)).stream().findFirst();
    }

    @Override
    public List<McpServer> list(String orgId) {
        return select("WHERE org_id = ? ORDER BY created_at, id", orgId);
    }

    @Override
    public Optional<String> token(String serverId) {
        return secrets.get(secretName(serverId));
    }

    private List<McpServer> select(String where, String value) {
        return store.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
                select.setString(1, value);
                List<McpServer> servers = new ArrayList<>();
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    servers.add(server(rows));
                }
                return servers;
            }
        });
    }

    private static McpServer server(ResultSet row) throws SQLException {
        String expiresAt = row.getString("expires_at");
        return new McpServer(
                row.getString("id"),
                row.getString("org_id"),
                row.getString("name"),
                new McpServer.Config(words(row.getString("methods")), words(row.getString("tags"))),
                expiresAt == null ? null : Instant.parse(expiresAt),
                Instant.parse(row.getString("created_at")));
    }

    private static List<String> words(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }

    private static String secretName(String serverId) {
        return "server/" + serverId + "/token";
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
