package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Which objects may become details of another. (Salesforce Help, "Considerations for Object Relationships".) */
final class MasterDetails {
    private static final int MOST_MASTERS = 2;

    private MasterDetails() {}

    /** @param detail with the new field in it */
    static void check(Connection db, SObject detail) throws ApiError, SQLException {
        if (!detail.custom()) {
            throw refused("A standard object can not be on the detail side of a master-detail relationship");
        }
        long masters = detail.fields().stream()
                .filter(field -> SummaryShape.isMasterDetail(field.metadata()))
                .count();
        if (masters > MOST_MASTERS) {
            throw refused(detail.name() + " has " + MOST_MASTERS + " master-detail relationships already");
        }
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM " + SqlText.name(detail.name()) + " LIMIT 1")) {
            if (row.next()) {
                throw refused(
                        "A master-detail relationship can not be made on an object that has records: make a Lookup");
            }
        }
    }

    private static ApiError refused(String text) {
        return new ApiError(400, "FIELD_INTEGRITY_EXCEPTION", text, List.of("type"));
    }
}
