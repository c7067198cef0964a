package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The records that each user made, changed or was shown last. (In a real org also what the user opened in the browser,
 * which nobody does here.)
 */
public final class RecentItems {
    /** As many as Salesforce remembers for a user. */
    public static final int MOST = 200;

    private RecentItems() {}

    static void createTable(Connection db) throws SQLException {
        Connections.execute(
                db,
                "CREATE TABLE org_recent (seq INTEGER PRIMARY KEY AUTOINCREMENT, user_id TEXT NOT NULL,"
                        + " id TEXT NOT NULL, UNIQUE (user_id, id))");
        Connections.execute(db, "CREATE INDEX org_recent_seq ON org_recent (user_id, seq)");
    }

    /**
     * Notes a record that the user was shown.
     *
     * @param fields that tell when somebody saw it: {@code LastViewedDate}, {@code LastReferencedDate}
     */
    public static void see(Connection db, SObject object, String id, List<String> fields, Stamp stamp)
            throws SQLException {
        Map<String, String> seen = fields.stream()
                .filter(field -> object.field(field).isPresent())
                .collect(Collectors.toMap(Function.identity(), _ -> stamp.at(), (one, _) -> one));
        Rows.update(db, object.name(), id, seen);
        add(db, object, id, stamp.userId());
    }

    /** Notes a record that the user wrote, unless its kind is none that lists of recent items hold. */
    static void add(Connection db, SObject object, String id, String userId) throws SQLException {
        if (!object.traits().has("mruEnabled")) {
            return;
        }
        try (PreparedStatement insert =
                        db.prepareStatement("INSERT OR REPLACE INTO org_recent (user_id, id) VALUES (?, ?)");
                PreparedStatement trim = db.prepareStatement("DELETE FROM org_recent WHERE user_id = ? AND seq <="
                        + " (SELECT seq FROM org_recent WHERE user_id = ? ORDER BY seq DESC LIMIT 1 OFFSET " + MOST
                        + ")")) {
            Rows.bind(insert, List.of(userId, id));
            insert.executeUpdate();
            Rows.bind(trim, List.of(userId, userId));
            trim.executeUpdate();
        }
    }

    /** The ids, deleted records' too, the latest first. */
    public static List<String> of(Connection db, String userId) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("SELECT id FROM org_recent WHERE user_id = ? ORDER BY seq DESC")) {
            statement.setString(1, userId);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
