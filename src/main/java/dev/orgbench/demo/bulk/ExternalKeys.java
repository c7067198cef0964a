package dev.orgbench.demo.bulk;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds records by the values of fields that stand for their ids elsewhere. */
final class ExternalKeys {
    /** Enough to see that there are several. */
    private static final int FETCHED = 3;

    private ExternalKeys() {}

    /** Whether records may be found by the field. */
    static boolean isKey(Field field) {
        return field.externalId() || field.idLookup();
    }

    /** The ids of live records with that value; of more than a few only some. */
    static List<String> find(Connection db, SObject object, Field field, String value) throws SQLException {
        String live = object.field("IsDeleted").isPresent() ? " AND IsDeleted = 0" : "";
        try (PreparedStatement statement = db.prepareStatement("SELECT Id FROM " + SqlText.name(object.name())
                + " WHERE " + SqlText.name(field.name()) + " = ? COLLATE NOCASE" + live + " LIMIT " + FETCHED)) {
            statement.setString(1, value);
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
