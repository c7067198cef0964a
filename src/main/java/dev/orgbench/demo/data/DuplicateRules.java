package dev.orgbench.demo.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The standard duplicate rules of contacts and leads: one with the email and the name of another is held back, and saved
 * all the same where the client says so. A lead is compared with contacts too. The words and the JSON, with its
 * {@code duplicateResut}, are as people quote them from real orgs (not confirmed); all of it is here.
 */
public final class DuplicateRules {
    private static final String CODE = "DUPLICATES_DETECTED";
    private static final String MESSAGE = "Use one of these records?";
    private static final String DETAIL = "duplicateResut";
    private static final String RECORDS = "/services/data/v67.0/sobjects/";
    private static final Set<String> MATCHED = Set.of("Email", "FirstName", "LastName");

    /** Object to those that it is compared with. */
    private static final Map<String, List<String>> RULES =
            Map.of("Contact", List.of("Contact"), "Lead", List.of("Lead", "Contact"));

    private final Connection db;

    DuplicateRules(Connection db) {
        this.db = db;
    }

    /**
     * @param row the record as it now is
     * @param given the fields that the client wrote
     * @throws ApiError DUPLICATES_DETECTED, with the records that are like it
     */
    void check(SObject object, Map<String, @Nullable Object> row, Set<String> given) throws ApiError, SQLException {
        List<String> others = RULES.get(object.name());
        boolean concerned = others != null && row.get("Email") != null && !Collections.disjoint(given, MATCHED);
        if (!concerned || others == null) {
            return;
        }
        Map<String, List<String>> matches = new LinkedHashMap<>();
        for (String other : others) {
            List<String> ids = like(other, row);
            if (!ids.isEmpty()) {
                matches.put(other, ids);
            }
        }
        if (!matches.isEmpty()) {
            throw new ApiError(400, CODE, MESSAGE).detailed(DETAIL, detail(object.name(), matches));
        }
    }

    private List<String> like(String object, Map<String, @Nullable Object> row) throws SQLException {
        String open = object.equals("Lead") ? " AND \"IsConverted\" = 0" : "";
        try (PreparedStatement statement = db.prepareStatement("SELECT \"Id\" FROM \"" + object
                + "\" WHERE \"Email\" = ? COLLATE NOCASE AND \"Name\" = ? COLLATE NOCASE AND \"IsDeleted\" = 0 AND \"Id\" <> ?"
                + open + " ORDER BY \"Id\" LIMIT 10")) {
            statement.setObject(1, row.get("Email"));
            statement.setObject(2, row.get("Name"));
            statement.setObject(3, row.get("Id"));
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    private static ObjectNode detail(String object, Map<String, List<String>> matches) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("allowSave", true)
                .put("duplicateRule", "Standard_" + object + "_Duplicate_Rule")
                .put("duplicateRuleEntityType", object)
                .put("errorMessage", MESSAGE);
        ArrayNode results = detail.putArray("matchResults");
        matches.forEach((other, ids) -> {
            ObjectNode result = results.addObject();
            result.put("entityType", other).putArray("errors");
            result.put("matchEngine", "ExactMatchEngine");
            ArrayNode records = result.putArray("matchRecords");
            ids.forEach(id -> {
                ObjectNode match = records.addObject();
                match.putArray("additionalInformation");
                match.putArray("fieldDiffs");
                match.put("matchConfidence", 100.0);
                ObjectNode found = match.putObject("record");
                found.putObject("attributes").put("type", other).put("url", RECORDS + other + "/" + id);
                found.put("Id", id);
            });
            result.put("rule", "Standard_" + other + "_Match_Rule_v1_0")
                    .put("size", ids.size())
                    .put("success", true);
        });
        return detail;
    }
}
