package dev.orgbench.demo.signin;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.wire.ApiError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people of the org, as those who sign in. All have the same password. */
public final class Users {
    /** Salesforce wants a security token behind the password of who comes from an unknown address; ours may be any. */
    private static final Pattern PASSWORD = Pattern.compile(Pattern.quote(SignIn.PASSWORD) + "([A-Za-z0-9]{20,30})?");

    private final Org org;

    public Users(Org org) {
        this.org = org;
    }

    /** The id of the active user of that name, whatever the case of its letters. */
    public Optional<String> named(String userName) throws ApiError, SQLException {
        return org.file().read(db -> {
            try (PreparedStatement statement =
                    db.prepareStatement("SELECT Id FROM User WHERE Username = ? COLLATE NOCASE AND IsActive = 1")) {
                statement.setString(1, userName.strip());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** The id of the user whose name and password these are; the password may be followed by a security token. */
    public Optional<String> with(String userName, String password) throws ApiError, SQLException {
        return PASSWORD.matcher(password).matches() ? named(userName) : Optional.empty();
    }

    /** The user's record. */
    public Map<String, @Nullable Object> row(String userId) throws ApiError, SQLException {
        return org.file()
                .read(db ->
                        Rows.find(db, org.catalogue().schema().object("User").orElseThrow(), userId))
                .orElseThrow(ApiError::notFound);
    }
}
