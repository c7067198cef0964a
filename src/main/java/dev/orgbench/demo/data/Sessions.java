package dev.orgbench.demo.data;

import dev.orgbench.demo.ApiError;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that the org takes, and whose they are. They live until the org's file is made anew. */
public final class Sessions {
    private static final int SECRET_BYTES = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrgFile file;
    private final String organizationId;
    private final Map<String, String> users = new ConcurrentHashMap<>();

    private Sessions(OrgFile file, String organizationId) {
        this.file = file;
        this.organizationId = organizationId;
    }

    static void createTable(Connection db) throws SQLException {
        OrgFile.execute(
                db,
                "CREATE TABLE org_session (token TEXT PRIMARY KEY, user_id TEXT NOT NULL, created TEXT NOT NULL)"
                        + " WITHOUT ROWID");
    }

    /** Those in the file. */
    public static Sessions load(OrgFile file, String organizationId) throws ApiError, SQLException {
        Sessions sessions = new Sessions(file, organizationId);
        return file.read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT token, user_id FROM org_session")) {
                while (rows.next()) {
                    sessions.users.put(rows.getString(1), rows.getString(2));
                }
            }
            return sessions;
        });
    }

    /** A new access token: the organization's id, an exclamation mark, a random secret. */
    public String open(Stamp stamp) throws ApiError, SQLException {
        String token = file.write(db -> insert(db, organizationId, stamp));
        users.put(token, stamp.userId());
        return token;
    }

    /** The user whose token it is. */
    public Optional<String> userOf(String token) {
        return Optional.ofNullable(users.get(token));
    }

    /** Ends one session; tells whether there was one. */
    public boolean end(String token) throws ApiError, SQLException {
        file.write(db -> {
            Rows.delete(db, "org_session", "token", token);
            return true;
        });
        return users.remove(token) != null;
    }

    /** Ends all sessions but one, as if they had timed out. */
    public void endAllBut(String kept) throws ApiError, SQLException {
        file.write(db -> {
            try (PreparedStatement statement = db.prepareStatement("DELETE FROM org_session WHERE token <> ?")) {
                statement.setString(1, kept);
                return statement.executeUpdate();
            }
        });
        users.keySet().retainAll(Set.of(kept));
    }

    static String insert(Connection db, String organizationId, Stamp stamp) throws SQLException {
        String token = organizationId.substring(0, 15) + "!AQ." + randomText();
        try (PreparedStatement statement = db.prepareStatement("INSERT INTO org_session VALUES (?, ?, ?)")) {
            statement.setString(1, token);
            statement.setString(2, stamp.userId());
            statement.setString(3, stamp.at());
            statement.executeUpdate();
        }
        return token;
    }

    /** 384 random bits, in the letters that clients expect of a token. */
    static String randomText() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret).replace('-', '.');
    }
}
