package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** {@code /sobjects/Account} and {@code /sobjects/Account/ID}: records created, read, changed, deleted. */
final class RecordsResource {
    private final Org org;
    private final RowReader reader;

    RecordsResource(Org org) {
        this.org = org;
        this.reader = new RowReader(org.queries());
    }

    Answer create(Call call, SObject object) throws ApiError, SQLException, IOException {
        RecordInput input = call.record();
        String id = org.file().write(db -> org.records(db, call).create(current(object), input));
        return created(call, object, saved(id));
    }

    /** The row that {@code idText} names. */
    Answer row(Call call, SObject object, String idText) throws ApiError, SQLException, IOException {
        requireMethod(call);
        return byId(call, object, id(object, idText));
    }

    static void requireMethod(Call call) throws ApiError {
        String method = call.method();
        if (!call.isGet() && !method.equals("PATCH") && !method.equals("DELETE")) {
            throw call.methodNotAllowed("DELETE", "GET", "HEAD", "PATCH");
        }
    }

    /** Reads, changes or deletes. */
    Answer byId(Call call, SObject object, String id) throws ApiError, SQLException, IOException {
        if (call.isGet()) {
            return org.file().read(db -> read(db, call, current(object), id));
        }
        if (call.method().equals("DELETE")) {
            org.file().write(db -> {
                Records records = org.records(db, call);
                RowState.of(object, records.live(current(object), id)).check(call);
                records.delete(current(object), id);
                return id;
            });
            return Answer.noContent();
        }
        RecordInput input = call.record();
        org.file().write(db -> {
            Records records = org.records(db, call);
            RowState.of(object, records.live(current(object), id)).check(call);
            records.update(current(object), id, input);
            return id;
        });
        return Answer.noContent();
    }

    private Answer read(Connection db, Call call, SObject object, String id) throws ApiError, SQLException {
        Preconditions state = RowState.of(object, org.records(db, call).live(object, id));
        state.check(call);
        return state.label(state.isFresh(call) ? Answer.empty(304) : Answer.ok(reader.read(db, call, object, id)));
    }

    /** {@code {"id", "success", "errors"}} */
    static ObjectNode saved(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", id).put("success", true).putArray("errors");
        return body;
    }

    static Answer created(Call call, SObject object, ObjectNode saved) {
        return Answer.created(saved)
                .with(
                        "Location",
                        call.base() + "/sobjects/" + object.name() + "/"
                                + saved.path("id").asText());
    }

    /** The id in 18 characters, which must be one of the object's. */
    private static String id(SObject object, String text) throws ApiError {
        if (!RecordId.isShapedLikeId(text)) {
            throw ApiError.noSuchExternalId(text);
        }
        String id = RecordId.parse(text).orElseThrow(() -> ApiError.malformedId(text));
        if (!id.startsWith(object.keyPrefix())) {
            throw ApiError.idOfAnother(object.label(), text);
        }
        return id;
    }

    /** The object as it is now that nobody can change it. */
    SObject current(SObject object) throws ApiError {
        return org.catalogue().schema().object(object.name()).orElseThrow(ApiError::notFound);
    }
}
