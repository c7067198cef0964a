package dev.orgbench.demo.rest;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sobjects/Contact/ID/Account} and {@code /sobjects/Account/ID/Contacts}: a parent as a row, children as a query
 * for them would answer; and the bytes of a file. (REST API Developer Guide, "sObject Relationships", "sObject Blob Get".)
 */
final class RelatedResource {
    private final Org org;
    private final RecordsResource records;
    private final RowReader reader;

    RelatedResource(Org org, RecordsResource records) {
        this.org = org;
        this.records = records;
        this.reader = new RowReader(org.queries());
    }

    /** @param relationships the segments after the id */
    Answer related(Call call, SObject object, String idText, List<String> relationships)
            throws ApiError, SQLException, IOException {
        Schema schema = org.catalogue().schema();
        SObject from = object;
        String id = RecordId.parse(idText)
                .filter(text -> text.startsWith(object.keyPrefix()))
                .orElseThrow(ApiError::notFound);
        for (int i = 0; i < relationships.size() - 1; i++) {
            Field reference = from.relationship(relationships.get(i)).orElseThrow(ApiError::notFound);
            id = parent(call, from, id, reference);
            from = schema.objectOf(id).orElseThrow(ApiError::notFound);
        }
        String last = relationships.getLast();
        Optional<Field> reference = from.relationship(last);
        if (reference.isPresent()) {
            RecordsResource.requireMethod(call);
            String parent = parent(call, from, id, reference.get());
            return records.byId(call, schema.objectOf(parent).orElseThrow(ApiError::notFound), parent);
        }
        Optional<Field> file = from.field(last).filter(field -> field.type() == FieldType.BASE64);
        if (file.isPresent()) {
            call.requireGet();
            return blob(call, from, id, file.get());
        }
        ChildRelationship children = schema.childRelationships(from).stream()
                .filter(relationship -> last.equalsIgnoreCase(relationship.relationshipName()))
                .findFirst()
                .orElseThrow(ApiError::notFound);
        call.requireGet();
        return children(call, from, id, children);
    }

    private String parent(Call call, SObject from, String id, Field reference) throws ApiError, SQLException {
        return org.file().read(db -> {
            Object parent = org.records(db, call).live(from, id).get(reference.name());
            return Optional.ofNullable(parent).map(Object::toString).orElseThrow(ApiError::notFound);
        });
    }

    private Answer children(Call call, SObject from, String id, ChildRelationship relationship)
            throws ApiError, SQLException {
        SObject child =
                org.catalogue().schema().object(relationship.childSObject()).orElseThrow(ApiError::notFound);
        String soql = "SELECT " + String.join(",", reader.wanted(call, child)) + " FROM " + child.name() + " WHERE "
                + relationship.field() + " = '" + id + "'";
        return Answer.ok(org.file().read(db -> {
            org.records(db, call).live(from, id);
            return org.queries()
                    .query(db, new QueryRequest(soql, call.base(), call.userId()))
                    .toJson();
        }));
    }

    private Answer blob(Call call, SObject object, String id, Field field) throws ApiError, SQLException {
        byte[] bytes = org.file().read(db -> {
            Object text = org.records(db, call).live(object, id).get(field.name());
            return text == null ? new byte[0] : Base64.getMimeDecoder().decode(text.toString());
        });
        return Answer.stream(200, "application/octet-stream", out -> out.write(bytes));
    }
}
