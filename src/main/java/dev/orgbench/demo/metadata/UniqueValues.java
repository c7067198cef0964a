package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whether a field may become unique: none of its values stands twice. */
final class UniqueValues {
    private UniqueValues() {}

    static void check(Connection db, SObject object, Field field) throws ApiError, SQLException {
        if (!field.unique()) {
            return;
        }
        String column = SqlText.name(field.name());
        String live = object.field("IsDeleted").isPresent() ? " AND IsDeleted = 0" : "";
        String value = column + (field.ignoresCase() ? " COLLATE NOCASE" : "");
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM " + SqlText.name(object.name()) + " WHERE "
                        + column + " IS NOT NULL" + live + " GROUP BY " + value + " HAVING count(*) > 1 LIMIT 1")) {
            if (row.next()) {
                throw new ApiError(
                        400,
                        "FIELD_INTEGRITY_EXCEPTION",
                        field.name() + " can not be unique: some of its values stand in several records",
                        List.of("unique"));
            }
        }
    }
}
