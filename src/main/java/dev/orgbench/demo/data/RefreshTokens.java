package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The refresh tokens that the org gave out, each with its user and the newest session that came of it. */
public final class RefreshTokens {
    private final OrgFile file;

    private RefreshTokens(OrgFile file) {
        this.file = file;
    }

    /** Those in the file; a file of an earlier day gets the table. */
    public static RefreshTokens load(OrgFile file) throws ApiError, SQLException {
        file.write(db -> {
            Connections.execute(
                    db,
                    "CREATE TABLE IF NOT EXISTS org_refresh_token (token TEXT PRIMARY KEY, user_id TEXT NOT NULL,"
                            + " session TEXT NOT NULL) WITHOUT ROWID");
            return true;
        });
        return new RefreshTokens(file);
    }

    /** A new one for the user of {@code session}. */
    public String give(String userId, String session) throws ApiError, SQLException {
        String token = "5Aep861" + Sessions.randomText();
        file.write(db -> put(db, token, userId, session));
        return token;
    }

    /** The user and the newest session of a token; empty if it is not known. */
    public Optional<Refresh> find(String token) throws ApiError, SQLException {
        return find("token", token);
    }

    /** The token that a session came of, if it came of one. */
    public Optional<Refresh> ofSession(String session) throws ApiError, SQLException {
        return find("session", session);
    }

    /** Notes that {@code session} is the newest one of a token. */
    public void renewed(Refresh refresh, String session) throws ApiError, SQLException {
        file.write(db -> put(db, refresh.token(), refresh.userId(), session));
    }

    public void revoke(Refresh refresh) throws ApiError, SQLException {
        file.write(db -> {
            Rows.delete(db, "org_refresh_token", "token", refresh.token());
            return true;
        });
    }

    /** One of them. */
    public record Refresh(String token, String userId, String session) {
        @Override
        public String toString() {
            return "Refresh[" + userId + "]";
        }
    }

    private Optional<Refresh> find(String column, String value) throws ApiError, SQLException {
        return file.read(db -> {
            try (PreparedStatement statement = db.prepareStatement(
                    "SELECT token, user_id, session FROM org_refresh_token WHERE " + column + " = ?")) {
                statement.setString(1, value);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Refresh(rows.getString(1), rows.getString(2), rows.getString(3)))
                            : Optional.empty();
                }
            }
        });
    }

    private static boolean put(Connection db, String token, String userId, String session) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("INSERT OR REPLACE INTO org_refresh_token VALUES (?, ?, ?)")) {
            statement.setString(1, token);
            statement.setString(2, userId);
            statement.setString(3, session);
            return statement.executeUpdate() > 0;
        }
    }
}
