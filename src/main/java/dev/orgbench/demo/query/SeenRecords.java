package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.RecentItems;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Query.EndingKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query with FOR VIEW or FOR REFERENCE has shown to a user. (SOQL and SOSL Reference, "FOR VIEW", "FOR
 * REFERENCE".)
 */
final class SeenRecords {
    private SeenRecords() {}

    /** Writes down who saw the page's records and when, where the query says so. */
    static void note(OrgFile file, Schema schema, Query query, QueryPage page, Stamp stamp)
            throws ApiError, SQLException {
        List<String> fields = query.endings().stream()
                .flatMap(ending -> field(ending.kind()).stream())
                .toList();
        if (!fields.isEmpty()) {
            List<String> ids = ids(page);
            file.write(db -> {
                for (String id : ids) {
                    Optional<SObject> object = schema.objectOf(id);
                    if (object.isPresent()) {
                        RecentItems.see(db, object.get(), id, fields, stamp);
                    }
                }
                return true;
            });
        }
    }

    private static Optional<String> field(EndingKind kind) {
        return switch (kind) {
            case FOR_VIEW -> Optional.of("LastViewedDate");
            case FOR_REFERENCE -> Optional.of("LastReferencedDate");
            default -> Optional.empty();
        };
    }

    /** Every record tells its own address, whichever fields were selected; groups have none. */
    private static List<String> ids(QueryPage page) {
        List<String> ids = new ArrayList<>();
        for (JsonNode record : page.records()) {
            String url = record.path("attributes").path("url").asText();
            if (!url.isEmpty()) {
                ids.add(url.substring(url.lastIndexOf('/') + 1));
            }
        }
        return ids;
    }
}
