package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** From the full names that the Metadata API knows to ids, as the file holds them within a transaction. */
public final class DefinitionIds {
    private DefinitionIds() {}

    /**
     * The id of a definition.
     *
     * @param kind {@code CustomObject}, {@code CustomField} or {@code ValidationRule}
     * @param fullName {@code Invoice__c}, {@code Account.Rank__c}; in any case
     */
    public static Optional<String> find(Connection db, String kind, String fullName) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("SELECT Id FROM " + SqlText.name(kind) + " WHERE FullName = ? COLLATE NOCASE")) {
            statement.setString(1, fullName);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
