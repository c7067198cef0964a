package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records.Saved;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sobjects/Account/Ext__c/value}: a record by the value of an external id, or of a field that describe calls
 * {@code idLookup}; PATCH creates what is not there. (REST API Developer Guide, "sObject Rows by External ID".)
 */
final class ExternalIdResource {
    /** [K] From this version on an upsert that changes a record answers 200 with a body. */
    private static final int ANSWERS_UPDATES = 46;

    private final Org org;
    private final RecordsResource records;

    ExternalIdResource(Org org, RecordsResource records) {
        this.org = org;
        this.records = records;
    }

    /** The field of that name, if records can be found by it. */
    static Optional<Field> key(SObject object, String name) {
        return object.field(name).filter(field -> field.externalId() || field.idLookup());
    }

    /** {@code POST /sobjects/Account/Id}: a new record. */
    Answer createById(Call call, SObject object) throws ApiError, SQLException, IOException {
        RecordInput input = call.record();
        Saved saved = org.file().write(db -> org.records(db, call).upsert(records.current(object), "Id", input));
        return upserted(call, object, saved);
    }

    Answer row(Call call, SObject object, Field key, String value) throws ApiError, SQLException, IOException {
        boolean upserts = call.method().equals("PATCH") || call.method().equals("POST");
        if (!upserts) {
            RecordsResource.requireMethod(call);
        }
        List<String> found =
                org.file().read(db -> org.records(db, call).matching(records.current(object), key.name(), value));
        if (found.size() > 1) {
            return choices(call, object, found);
        }
        if (!upserts) {
            return records.byId(call, object, found.stream().findFirst().orElseThrow(ApiError::notFound));
        }
        if (found.isEmpty()
                && call.query("updateOnly").filter("true"::equalsIgnoreCase).isPresent()) {
            throw ApiError.notFound();
        }
        RecordInput input = call.record();
        if (input.find(key.name()).isPresent()) {
            throw new ApiError(
                    400, "INVALID_FIELD", "The " + key.name() + " field should not be specified in the sobject data.");
        }
        Saved saved = org.file().write(db -> org.records(db, call)
                .upsert(records.current(object), key.name(), input.with(key.name(), value)));
        return upserted(call, object, saved);
    }

    private static Answer upserted(Call call, SObject object, Saved saved) {
        ObjectNode body = RecordsResource.saved(saved.id());
        body.put("created", saved.created());
        if (saved.created()) {
            return RecordsResource.created(call, object, body);
        }
        return call.version() >= ANSWERS_UPDATES ? Answer.ok(body) : Answer.noContent();
    }

    /** 300: where each of the records is. */
    private static Answer choices(Call call, SObject object, List<String> ids) {
        ArrayNode urls = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> urls.add(call.base() + "/sobjects/" + object.name() + "/" + id));
        return Answer.json(300, urls);
    }
}
