package dev.orgbench.demo.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.query.QueryEngine;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.search.SearchRequest.Target;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs searches: the words find ids, the best matches first, and a query for those ids gives the records. As in
 * Salesforce, conditions see only as many matches as a search may give. (SOQL and SOSL Reference, "SOSL Limits".)
 */
final class SearchEngine {
    private final OrgFile file;
    private final QueryEngine queries;

    SearchEngine(OrgFile file, QueryEngine queries) {
        this.file = file;
        this.queries = queries;
    }

    /** The records, object by object as the request names them. */
    ArrayNode run(SearchRequest request, String base, String userId) throws ApiError, SQLException {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        for (Target target : request.targets()) {
            int left = request.limit() - records.size();
            if (left > 0) {
                run(request, target, base, userId, left).forEach(records::add);
            }
        }
        return records;
    }

    private List<JsonNode> run(SearchRequest request, Target target, String base, String userId, int left)
            throws ApiError, SQLException {
        TextIndex index = new TextIndex(target.object());
        Optional<List<String>> found = file.read(db ->
                index.isCurrent(db) ? Optional.of(matches(db, index, request, target.object())) : Optional.empty());
        List<String> ids = found.isPresent()
                ? found.get()
                : file.write(db -> {
                    if (!index.isCurrent(db)) {
                        index.build(db);
                    }
                    return matches(db, index, request, target.object());
                });
        return records(target, ids, base, userId, left);
    }

    private static List<String> matches(Connection db, TextIndex index, SearchRequest request, SObject object)
            throws SQLException {
        String live = object.field("IsDeleted").isPresent() ? " AND row.IsDeleted = 0" : "";
        try (PreparedStatement statement = db.prepareStatement("SELECT row.Id FROM " + index.table() + " words JOIN "
                + SqlText.name(object.name()) + " row ON row.rowid = words.rowid WHERE words." + index.table()
                + " MATCH ?"
                + live + " ORDER BY words.rank, row.Id LIMIT " + SearchRequest.MOST_RECORDS)) {
            statement.setString(1, MatchExpression.of(db, index, request.term(), request.in()));
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    /** Runs the query even where nothing was found, so that what is wrong with it is told. */
    private List<JsonNode> records(Target target, List<String> ids, String base, String userId, int left)
            throws ApiError, SQLException {
        QueryRequest query = new QueryRequest(
                target.soql(ids.isEmpty() ? List.of("") : ids), base, false, QueryRequest.DEFAULT_BATCH_SIZE, userId);
        List<JsonNode> records = new ArrayList<>();
        file.read(db -> queries.query(db, query)).records().forEach(records::add);
        if (target.orderBy().isEmpty()) {
            Map<String, Integer> places = new HashMap<>();
            ids.forEach(id -> places.put(id, places.size()));
            records.sort(Comparator.comparing(record -> places.getOrDefault(id(record), Integer.MAX_VALUE)));
        }
        return records.stream()
                .skip(target.offset())
                .limit(Math.min(target.limit(), left))
                .toList();
    }

    private static String id(JsonNode record) {
        String url = record.path("attributes").path("url").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
