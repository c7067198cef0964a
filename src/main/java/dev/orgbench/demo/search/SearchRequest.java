package dev.orgbench.demo.search;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.sosl.Search.FieldGroup;
import dev.orgbench.soql.sosl.SearchTerm;
import java.util.List;

/**
 * A search, however it was asked for.
 *
 * @param limit of records of all objects together
 */
record SearchRequest(SearchTerm term, FieldGroup in, List<Target> targets, int limit) {
    /** (SOQL and SOSL Reference, "SOSL Limits on Search Results".) */
    static final int MOST_RECORDS = 2_000;

    SearchRequest {
        targets = List.copyOf(targets);
        limit = Math.clamp(limit, 0, MOST_RECORDS);
    }

    /**
     * What to return of one object.
     *
     * @param select its fields as SOQL lists them
     * @param where a condition in SOQL; empty for none
     * @param orderBy orderings in SOQL; empty where the best matches are to come first
     */
    record Target(SObject object, String select, String where, String orderBy, int limit, int offset) {
        /** The fewest words: every match, by its id. */
        static Target of(SObject object) {
            return new Target(object, "Id", "", "", MOST_RECORDS, 0);
        }

        /** The query for the rows of some ids, which are plain text. */
        String soql(List<String> ids) {
            StringBuilder soql =
                    new StringBuilder("SELECT ").append(select).append(" FROM ").append(object.name());
            soql.append(" WHERE Id IN ('").append(String.join("', '", ids)).append("')");
            if (!where.isEmpty()) {
                soql.append(" AND (").append(where).append(")");
            }
            if (!orderBy.isEmpty()) {
                soql.append(" ORDER BY ").append(orderBy);
            }
            return soql.toString();
        }
    }

    static ApiError malformed(String message) {
        return new ApiError(400, Wording.codeOf(message), message);
    }

    /** The object, which must be one whose records can be searched. */
    static SObject searchable(SObject object) throws ApiError {
        if (!object.traits().has("searchable")) {
            throw malformed(Wording.notSearchable(object.name()));
        }
        return object;
    }
}
