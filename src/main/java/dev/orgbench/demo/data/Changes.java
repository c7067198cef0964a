package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which records changed in a time, which begins with {@code start} and ends before {@code end}. */
public final class Changes {
    private Changes() {}

    /** A record, and when it was deleted. */
    public record Deleted(String id, Instant at) {}

    /** The ids of the live records that were made or changed. */
    public static List<String> updated(Connection db, SObject object, Instant start, Instant end, int most)
            throws SQLException {
        String stamp = object.field("SystemModstamp").isPresent() ? "SystemModstamp" : "LastModifiedDate";
        if (object.field(stamp).isEmpty()) {
            return List.of();
        }
        String live = object.field("IsDeleted").isPresent() ? " AND IsDeleted = 0" : "";
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement("SELECT Id FROM " + SqlText.name(object.name())
                + " WHERE " + stamp + " >= ? AND " + stamp + " < ?" + live + " LIMIT ?")) {
            Rows.bind(statement, List.of(Times.dateTime(start), Times.dateTime(end), most));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** The records that were deleted, be they in the recycle bin or gone for good; not those that came back. */
    public static List<Deleted> deleted(Connection db, SObject object, Instant start, Instant end, int most)
            throws SQLException {
        List<Deleted> records = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement(
                "SELECT id, at FROM org_deleted WHERE object = ? AND at >= ? AND at < ? ORDER BY at LIMIT ?")) {
            Rows.bind(statement, List.of(object.name(), Times.dateTime(start), Times.dateTime(end), most));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(new Deleted(rows.getString(1), Instant.parse(rows.getString(2))));
                }
            }
        }
        return records;
    }
}
