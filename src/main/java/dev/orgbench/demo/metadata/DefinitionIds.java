package dev.orgbench.demo.metadata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** From the full names that the Metadata API knows to ids, as the file holds them within a transaction. */
public final class DefinitionIds {
    private DefinitionIds() {}

    /** The 01I id of {@code Invoice__c}. */
    public static Optional<String> customObject(Connection db, String fullName) throws SQLException {
        return find(db, ToolingObjects.CUSTOM_OBJECT, fullName);
    }

    /** The 00N id of {@code Account.Rank__c}. */
    public static Optional<String> customField(Connection db, String fullName) throws SQLException {
        return find(db, ToolingObjects.CUSTOM_FIELD, fullName);
    }

    private static Optional<String> find(Connection db, String table, String fullName) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("SELECT Id FROM " + table + " WHERE FullName = ? COLLATE NOCASE")) {
            statement.setString(1, fullName);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
