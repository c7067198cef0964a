package dev.orgbench.demo.data;

import dev.orgbench.demo.ApiError;
import java.sql.SQLException;

/**
 * Who the org is, and how one signs in.
 *
 * @param userId the administrator, who owns the client's sessions
 * @param session an access token that does not expire, for use by hand
 */
public record OrgIdentity(
        String organizationId, String userId, String clientId, String clientSecret, String session) {
    public static OrgIdentity load(OrgFile file) throws ApiError, SQLException {
        return file.read(db -> new OrgIdentity(
                Settings.require(db, Settings.ORGANIZATION_ID),
                Settings.require(db, Settings.USER_ID),
                Settings.require(db, Settings.CLIENT_ID),
                Settings.require(db, Settings.CLIENT_SECRET),
                Settings.require(db, Settings.SESSION)));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "OrgIdentity[" + organizationId + "]";
    }
}
