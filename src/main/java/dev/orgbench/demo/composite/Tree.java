package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /composite/tree/Account}: records with their children, made together or not at all. (REST API Developer Guide,
 * "sObject Tree".)
 */
final class Tree {
    private final Org org;

    Tree(Org org) {
        this.org = org;
    }

    Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (call.path().size() != 1) {
            throw ApiError.notFound();
        }
        CompositeResource.requirePost(call);
        ObjectNode body = call.json();
        return org.file().write(db -> answer(db, call, body), answer -> answer.status() == 201);
    }

    private Answer answer(Connection db, Call call, ObjectNode body) throws ApiError, SQLException {
        Schema schema = org.catalogue().schema();
        SObject object = schema.object(call.path().getFirst()).orElseThrow(ApiError::notFound);
        List<TreeRecord> records = TreeRecord.read(schema, object, body);
        Map<String, ApiError> errors = new LinkedHashMap<>();
        Map<String, String> ids = new HashMap<>();
        create(org.records(db, call), records, ids, errors);
        return errors.isEmpty() ? created(records, ids) : refused(errors);
    }

    /** Level by level: below a record that failed nothing is tried. */
    private void create(Records rows, List<TreeRecord> records, Map<String, String> ids, Map<String, ApiError> errors)
            throws ApiError, SQLException {
        for (TreeRecord record : records) {
            String parent = record.parent() == null ? null : ids.get(record.parent());
            if (record.parent() != null && parent == null) {
                continue;
            }
            RecordInput input = parent == null ? record.input() : record.input().with(record.parentField(), parent);
            try {
                ids.put(record.referenceId(), org.file().write(_ -> rows.create(record.object(), input)));
            } catch (ApiError e) {
                errors.put(record.referenceId(), e);
            }
        }
    }

    private static Answer created(List<TreeRecord> records, Map<String, String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.put("hasErrors", false).putArray("results");
        records.forEach(record ->
                results.addObject().put("referenceId", record.referenceId()).put("id", ids.get(record.referenceId())));
        return Answer.created(body);
    }

    private static Answer refused(Map<String, ApiError> errors) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.put("hasErrors", true).putArray("results");
        errors.forEach((referenceId, error) -> results.addObject()
                .put("referenceId", referenceId)
                .putArray("errors")
                .add(Results.toJson(error)));
        return Answer.json(400, body);
    }
}
