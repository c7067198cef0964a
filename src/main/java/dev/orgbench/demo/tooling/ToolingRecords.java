package dev.orgbench.demo.tooling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.data.Work;
import dev.orgbench.demo.metadata.Definitions;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions as records of the Tooling API: FullName and Metadata make them what they are. */
final class ToolingRecords {
    /** The key of definitions, whose ids may be API names. */
    private static final String DURABLE_ID = "DurableId";

    private final Org org;

    ToolingRecords(Org org) {
        this.org = org;
    }

    /** A new definition, and what its author should know. */
    private record Made(String id, Optional<String> warning) {}

    Answer create(Call call, SObject object) throws ApiError, SQLException, IOException {
        requireWritable(call, object);
        if (!call.method().equals("POST")) {
            throw call.methodNotAllowed("GET", "HEAD", "POST");
        }
        ObjectNode input = input(call, object);
        List<String> missing = new ArrayList<>();
        if (!input.path("FullName").isTextual()
                || input.path("FullName").textValue().isBlank()) {
            missing.add("FullName");
        }
        if (!input.path("Metadata").isObject()) {
            missing.add("Metadata");
        }
        if (!missing.isEmpty()) {
            throw ApiError.requiredMissing(missing);
        }
        String fullName = input.path("FullName").textValue().strip();
        ObjectNode metadata = (ObjectNode) input.path("Metadata");
        Stamp stamp = org.stamp(call.userId());
        Definitions definitions = definitions(object);
        Made made = change(db -> {
            String id = definitions.create(db, fullName, metadata, stamp);
            return new Made(id, definitions.warning(db, id));
        });
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", made.id()).put("success", true).putArray("errors");
        ArrayNode warnings = body.putArray("warnings");
        made.warning().ifPresent(text -> warnings.addObject().put("message", text));
        body.putArray("infos");
        return Answer.created(body);
    }

    Answer row(Call call, SObject object, String idText) throws ApiError, SQLException, IOException {
        String id = RecordId.parse(idText).orElse(idText);
        return switch (call.method()) {
            case "GET", "HEAD" -> Answer.ok(read(call, object, id));
            case "PATCH" -> {
                requireWritable(call, object);
                update(call, object, id);
                yield Answer.noContent();
            }
            case "DELETE" -> {
                requireWritable(call, object);
                Stamp stamp = org.stamp(call.userId());
                change(db -> {
                    definitions(object).delete(db, id, stamp);
                    return id;
                });
                yield Answer.noContent();
            }
            default -> throw call.methodNotAllowed("DELETE", "GET", "HEAD", "PATCH");
        };
    }

    private void update(Call call, SObject object, String id) throws ApiError, SQLException, IOException {
        ObjectNode input = input(call, object);
        if (!(input.path("Metadata") instanceof ObjectNode metadata)) {
            throw ApiError.requiredMissing(List.of("Metadata"));
        }
        JsonNode fullName = input.path("FullName");
        if (fullName.isTextual() && !read(call, object, id).path("FullName").equals(fullName)) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "FullName can not be changed by an update; leave it out",
                    List.of("FullName"));
        }
        Stamp stamp = org.stamp(call.userId());
        change(db -> {
            definitions(object).update(db, id, metadata, stamp);
            return id;
        });
    }

    private ObjectNode read(Call call, SObject object, String id) throws ApiError, SQLException {
        String fields =
                String.join(",", object.fields().stream().map(Field::name).toList());
        String key = object.field(DURABLE_ID).map(Field::name).orElse("Id");
        if (key.equals("Id") && RecordId.parse(id).isEmpty()) {
            throw ApiError.notFound();
        }
        String escaped = id.replace("\\", "\\\\").replace("'", "\\'");
        String soql = "SELECT " + fields + " FROM " + object.name() + " WHERE " + key + " = '" + escaped + "'";
        JsonNode row = org.file()
                .read(db -> org.toolingQueries().query(db, new QueryRequest(soql, call.base(), call.userId())))
                .records()
                .path(0);
        if (!(row instanceof ObjectNode found)) {
            throw ApiError.notFound();
        }
        ToolingQueries.openMetadata(found);
        return found;
    }

    /** The body, which may hold FullName and Metadata only. */
    private static ObjectNode input(Call call, SObject object) throws ApiError, IOException {
        ObjectNode input = call.json();
        List<String> readOnly = new ArrayList<>();
        for (String name : (Iterable<String>) input::fieldNames) {
            if (name.equals("FullName") || name.equals("Metadata") || name.equals("attributes")) {
                continue;
            }
            if (object.field(name).isEmpty()) {
                throw ApiError.noSuchColumn(name, object.name());
            }
            readOnly.add(name);
        }
        if (!readOnly.isEmpty()) {
            throw ApiError.notWritable(readOnly);
        }
        return input;
    }

    private static void requireWritable(Call call, SObject object) throws ApiError {
        if (!object.traits().has("createable")) {
            throw call.methodNotAllowed("GET", "HEAD");
        }
    }

    private <T> T change(Work<T> work) throws ApiError, SQLException {
        return org.file()
                .reshape(
                        db -> {
                            T result = work.run(db);
                            org.catalogue().touch(db, org.clock().instant());
                            return result;
                        },
                        db -> {
                            org.catalogue().load(db);
                            return true;
                        });
    }

    private Definitions definitions(SObject object) {
        return Definitions.of(object.name(), org.catalogue());
    }
}
