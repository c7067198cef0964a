package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that the org takes, and whose they are. One that is not used for two hours is over, as Salesforce has
 * it unless an administrator says otherwise; a restart of the org counts as a use.
 */
public final class Sessions {
    /** How long a session lasts without being used. */
    public static final Duration LIFE = Duration.ofHours(2);

    private static final int SECRET_BYTES = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrgFile file;
    private final OrgIdentity identity;
    private final Clock clock;
    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    private Sessions(OrgFile file, OrgIdentity identity, Clock clock) {
        this.file = file;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whose session it is, and when it was used last. */
    private record Use(String userId, Instant last) {}

    static void createTable(Connection db) throws SQLException {
        Connections.execute(
                db,
                "CREATE TABLE org_session (token TEXT PRIMARY KEY, user_id TEXT NOT NULL, created TEXT NOT NULL)"
                        + " WITHOUT ROWID");
    }

    /** Those in the file; that of {@code identity}, for use by hand, does not end. */
    public static Sessions load(OrgFile file, OrgIdentity identity, Clock clock) throws ApiError, SQLException {
        Sessions sessions = new Sessions(file, identity, clock);
        return file.read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT token, user_id FROM org_session")) {
                while (rows.next()) {
                    sessions.uses.put(rows.getString(1), new Use(rows.getString(2), clock.instant()));
                }
            }
            return sessions;
        });
    }

    /** A new access token: the organization's id, an exclamation mark, a random secret. */
    public String open(Stamp stamp) throws ApiError, SQLException {
        List<String> over = uses.keySet().stream()
                .filter(token -> isOver(token, uses.get(token)))
                .toList();
        String token = file.write(db -> {
            for (String old : over) {
                Rows.delete(db, "org_session", "token", old);
            }
            return insert(db, identity.organizationId(), stamp);
        });
        over.forEach(uses::remove);
        uses.put(token, new Use(stamp.userId(), clock.instant()));
        return token;
    }

    /** The user whose token it is, which is used by this. */
    public Optional<String> userOf(String token) {
        Use use = uses.computeIfPresent(
                token, (_, last) -> isOver(token, last) ? last : new Use(last.userId(), clock.instant()));
        return Optional.ofNullable(use).filter(found -> !isOver(token, found)).map(Use::userId);
    }

    private boolean isOver(String token, @Nullable Use use) {
        return use != null
                && !token.equals(identity.session())
                && !use.last().plus(LIFE).isAfter(clock.instant());
    }

    /** Ends one session; tells whether there was one. */
    public boolean end(String token) throws ApiError, SQLException {
        file.write(db -> {
            Rows.delete(db, "org_session", "token", token);
            return true;
        });
        return uses.remove(token) != null;
    }

    /** Ends all sessions but one, as if they had timed out. */
    public void endAllBut(String kept) throws ApiError, SQLException {
        file.write(db -> {
            try (PreparedStatement statement = db.prepareStatement("DELETE FROM org_session WHERE token <> ?")) {
                statement.setString(1, kept);
                return statement.executeUpdate();
            }
        });
        uses.keySet().retainAll(Set.of(kept));
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
