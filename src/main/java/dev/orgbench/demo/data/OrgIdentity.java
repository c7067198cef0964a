package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Who the org is, and how one signs in.
 *
 * @param userId the administrator, who owns the client's sessions
 * @param userName the administrator's, as in {@code alex.morgan@brightwater.example}
 * @param session an access token that does not expire, for use by hand
 */
public record OrgIdentity(
        String organizationId, String userId, String userName, String clientId, String clientSecret, String session) {
    public static OrgIdentity load(OrgFile file) throws ApiError, SQLException {
        return file.read(db -> new OrgIdentity(
                Settings.require(db, Settings.ORGANIZATION_ID),
                Settings.require(db, Settings.USER_ID),
                userName(db, Settings.require(db, Settings.USER_ID)),
                Settings.require(db, Settings.CLIENT_ID),
                Settings.require(db, Settings.CLIENT_SECRET),
                Settings.require(db, Settings.SESSION)));
    }

    private static String userName(Connection db, String userId) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("SELECT Username FROM User WHERE Id = ?")) {
            statement.setString(1, userId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "OrgIdentity[" + organizationId + "]";
    }
}
