package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.query.QueryEngine;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records as the answers show them. One path renders all values: a row is what a query for it would find. */
final class RowReader {
    private final QueryEngine queries;

    RowReader(QueryEngine queries) {
        this.queries = queries;
    }

    /** The fields that {@code ?fields=} names, else all. */
    List<String> wanted(Call call, SObject object) throws ApiError {
        List<String> names = new ArrayList<>();
        Optional<String> wanted = call.query("fields").filter(text -> !text.isBlank());
        if (wanted.isEmpty()) {
            object.fields().stream().map(Field::name).forEach(names::add);
            return names;
        }
        for (String name : wanted.get().split(",", -1)) {
            String stripped = name.strip();
            names.add(object.field(stripped)
                    .map(Field::name)
                    .orElseThrow(() -> ApiError.noSuchColumn(stripped, object.name())));
        }
        return names.stream().distinct().toList();
    }

    /** The record, which is there; its Id always shows. */
    ObjectNode read(Connection db, Call call, SObject object, String id) throws ApiError, SQLException {
        String soql = "SELECT " + String.join(",", wanted(call, object)) + " FROM " + object.name() + " WHERE Id = '"
                + id + "'";
        ObjectNode row = (ObjectNode) queries.query(db, new QueryRequest(soql, call.base(), call.userId()))
                .records()
                .get(0);
        if (!row.has("Id")) {
            row.put("Id", id);
        }
        return row;
    }
}
