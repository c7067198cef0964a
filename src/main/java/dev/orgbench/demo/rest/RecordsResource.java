package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /sobjects/Account} and {@code /sobjects/Account/ID}: records created, read, changed, deleted. */
final class RecordsResource {
    private final Org org;

    RecordsResource(Org org) {
        this.org = org;
    }

    Answer create(Call call, SObject object) throws ApiError, SQLException, IOException {
        RecordInput input = call.record();
        String id = org.file().write(db -> records(db, call).create(current(object), input));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", id).put("success", true).putArray("errors");
        return Answer.created(body)
                .with("Location", call.base() + "/sobjects/" + object.name() + "/" + id);
    }

    Answer row(Call call, SObject object, String idText) throws ApiError, SQLException, IOException {
        String method = call.method();
        if (!call.isGet() && !method.equals("PATCH") && !method.equals("DELETE")) {
            throw call.methodNotAllowed("DELETE", "GET", "HEAD", "PATCH");
        }
        String id = id(object, idText);
        if (call.isGet()) {
            return Answer.ok(org.file().read(db -> read(db, call, current(object), id)));
        }
        if (method.equals("DELETE")) {
            org.file().write(db -> {
                records(db, call).delete(current(object), id);
                return id;
            });
            return Answer.noContent();
        }
        RecordInput input = call.record();
        org.file().write(db -> {
            records(db, call).update(current(object), id, input);
            return id;
        });
        return Answer.noContent();
    }

    /** One path renders all values: a row is what a query for it would find. */
    private ObjectNode read(Connection db, Call call, SObject object, String id) throws ApiError, SQLException {
        records(db, call).live(object, id);
        List<String> names = new ArrayList<>();
        Optional<String> wanted = call.query("fields").filter(text -> !text.isBlank());
        if (wanted.isPresent()) {
            for (String name : wanted.get().split(",", -1)) {
                names.add(known(object, name.strip()));
            }
        } else {
            object.fields().stream().map(Field::name).forEach(names::add);
        }
        String soql = "SELECT " + String.join(",", names.stream().distinct().toList()) + " FROM " + object.name()
                + " WHERE Id = '" + id + "'";
        ObjectNode row = (ObjectNode)
                org.queries().query(db, new QueryRequest(soql, call.base())).records().get(0);
        if (wanted.isPresent() && !row.has("Id")) {
            row.put("Id", id);
        }
        return row;
    }

    private static String known(SObject object, String name) throws ApiError {
        return object.field(name)
                .map(Field::name)
                .orElseThrow(() -> ApiError.noSuchColumn(name, object.name()));
    }

    /** The id in 18 characters, which must be one of the object's. */
    private static String id(SObject object, String text) throws ApiError {
        if (!RecordId.isShapedLikeId(text)) {
            throw new ApiError(
                    404,
                    "NOT_FOUND",
                    "Provided external ID field does not exist or is not accessible: " + text);
        }
        String id = RecordId.parse(text)
                .orElseThrow(() -> new ApiError(400, "MALFORMED_ID", "malformed id " + text, List.of("Id")));
        if (!id.startsWith(object.keyPrefix())) {
            throw new ApiError(
                    400,
                    "MALFORMED_ID",
                    object.label() + " ID: id value of incorrect type: " + text,
                    List.of("Id"));
        }
        return id;
    }

    /** The object as it is now that nobody can change it. */
    private SObject current(SObject object) throws ApiError {
        return org.catalogue().schema().object(object.name()).orElseThrow(ApiError::notFound);
    }

    private Records records(Connection db, Call call) {
        Schema schema = org.catalogue().schema();
        Records records = new Records(db, schema, org.stamp(call.userId()));
        return call.allowsDuplicates() ? records.allowingDuplicates() : records;
    }
}
