package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.data.Work;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /composite/sobjects}: up to 200 records in one request, each with a result of its own; {@code allOrNone} ties them
 * together. (REST API Developer Guide, "sObject Collections".)
 */
final class RecordCollections {
    private static final int MOST_RECORDS = 200;
    private static final int MOST_CHUNKS = 10;

    private final Org org;
    private final Retrieval retrieval;

    RecordCollections(Org org) {
        this.org = org;
        this.retrieval = new Retrieval(org);
    }

    /** A record as it was sent, and its kind. */
    private record Item(SObject object, RecordInput input) {}

    Answer handle(Call call) throws ApiError, SQLException, IOException {
        List<String> path = call.path();
        String method = call.method();
        if (path.isEmpty()) {
            return switch (method) {
                case "POST" -> create(call);
                case "PATCH" -> update(call);
                case "DELETE" -> delete(call);
                default -> throw call.methodNotAllowed("DELETE", "PATCH", "POST");
            };
        }
        SObject object = org.catalogue().schema().object(path.getFirst()).orElseThrow(ApiError::notFound);
        if (path.size() == 1) {
            return retrieval.handle(call, object);
        }
        if (path.size() > 2) {
            throw ApiError.notFound();
        }
        if (!method.equals("PATCH")) {
            throw call.methodNotAllowed("PATCH");
        }
        return upsert(call, object, path.get(1));
    }

    private Answer create(Call call) throws ApiError, SQLException, IOException {
        ObjectNode body = call.json();
        return each(call, CompositeResource.flag(body, "allOrNone"), _ -> items(body), (records, item) -> {
            return Results.saved(records.create(item.object(), item.input()));
        });
    }

    private Answer update(Call call) throws ApiError, SQLException, IOException {
        ObjectNode body = call.json();
        return each(call, CompositeResource.flag(body, "allOrNone"), _ -> items(body), (records, item) -> {
            String given =
                    item.input().find("Id").map(value -> value.value().asText()).orElse("");
            if (given.isBlank()) {
                throw new ApiError(400, "MISSING_ARGUMENT", "Id not specified in an update call", List.of("Id"));
            }
            String id = id(item.object(), given);
            records.update(item.object(), id, item.input().without("Id"));
            return Results.saved(id);
        });
    }

    private Answer upsert(Call call, SObject object, String key) throws ApiError, SQLException, IOException {
        if (object.field(key)
                .filter(field -> field.externalId() || field.idLookup())
                .isEmpty()) {
            throw ApiError.noSuchExternalId(key);
        }
        ObjectNode body = call.json();
        Set<String> twice = twice(body, key);
        return each(call, CompositeResource.flag(body, "allOrNone"), _ -> items(body, object), (records, item) -> {
            String value =
                    item.input().find(key).map(given -> folded(given.value())).orElse("");
            if (twice.contains(value)) {
                throw Wording.twice(value, key);
            }
            Records.Saved saved = records.upsert(item.object(), key, item.input());
            return Results.saved(saved.id()).put("created", saved.created());
        });
    }

    /** The values that more than one of the records gives for the key. */
    private static Set<String> twice(ObjectNode body, String key) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (JsonNode record : body.path("records")) {
            for (Map.Entry<String, JsonNode> entry : record.properties()) {
                String value = folded(entry.getValue());
                if (entry.getKey().equalsIgnoreCase(key) && !value.isBlank() && !seen.add(value)) {
                    twice.add(value);
                }
            }
        }
        return twice;
    }

    private static String folded(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT);
    }

    private Answer delete(Call call) throws ApiError, SQLException {
        String list = call.query("ids").filter(text -> !text.isBlank()).orElseThrow(() -> Wording.missing("ids"));
        List<String> ids = List.of(list.split(",", -1));
        requireFew(ids.size());
        boolean allOrNone =
                call.query("allOrNone").filter("true"::equalsIgnoreCase).isPresent();
        return each(call, allOrNone, _ -> ids, (records, text) -> {
            String id = RecordId.parse(text.strip()).orElseThrow(() -> ApiError.malformedId(text));
            Optional<SObject> object = org.catalogue().schema().objectOf(id);
            records.delete(object.orElseThrow(() -> ApiError.malformedId(text)), id);
            return Results.saved(id);
        });
    }

    /** The records are looked at within the transaction: until then their objects may change. */
    private <T> Answer each(Call call, boolean allOrNone, Work<List<T>> items, Results.Step<T> step)
            throws ApiError, SQLException {
        return org.file().write(db -> Answer.ok(new Results(org, call, allOrNone).each(items.run(db), step)));
    }

    private List<Item> items(ObjectNode body, SObject object) throws ApiError {
        List<Item> items = items(body);
        for (Item item : items) {
            if (!item.object().name().equals(object.name())) {
                throw new ApiError(400, "INVALID_TYPE", "All records must be of the type " + object.name());
            }
        }
        return items;
    }

    private List<Item> items(ObjectNode body) throws ApiError {
        JsonNode nodes = body.path("records");
        if (!(nodes instanceof ArrayNode) || nodes.isEmpty()) {
            throw Wording.missing("records");
        }
        requireFew(nodes.size());
        Schema schema = org.catalogue().schema();
        List<Item> items = new ArrayList<>();
        int chunks = 0;
        String last = "";
        for (JsonNode node : nodes) {
            if (!(node instanceof ObjectNode record)) {
                throw Wording.missing("attributes");
            }
            String type = Part.text(record.path("attributes"), "type");
            SObject object = schema.object(type).orElseThrow(() -> ApiError.noSuchType(type));
            chunks += type.toLowerCase(Locale.ROOT).equals(last) ? 0 : 1;
            last = type.toLowerCase(Locale.ROOT);
            items.add(new Item(object, RecordInput.of(record)));
        }
        if (chunks > MOST_CHUNKS) {
            throw Wording.tooManyChunks(MOST_CHUNKS);
        }
        return items;
    }

    private static void requireFew(int count) throws ApiError {
        if (count > MOST_RECORDS) {
            throw Wording.tooMany(MOST_RECORDS);
        }
    }

    private static String id(SObject object, String text) throws ApiError {
        return RecordId.parse(text)
                .filter(id -> id.startsWith(object.keyPrefix()))
                .orElseThrow(() -> ApiError.idOfAnother(object.label(), text));
    }
}
