package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code /composite/sobjects/Account}: up to 2000 records by their ids, null for each that is not there. (REST API Developer
 * Guide, "Get Multiple Records with Fields".)
 */
final class Retrieval {
    private static final int MOST_RECORDS = 2000;

    private final Org org;

    Retrieval(Org org) {
        this.org = org;
    }

    Answer handle(Call call, SObject object) throws ApiError, SQLException, IOException {
        return switch (call.method()) {
            case "GET", "HEAD" -> answer(call, object, list(call, "ids"), list(call, "fields"));
            case "POST" -> {
                ObjectNode body = call.json();
                yield answer(call, object, list(body, "ids"), list(body, "fields"));
            }
            default -> throw call.methodNotAllowed("GET", "HEAD", "POST");
        };
    }

    private Answer answer(Call call, SObject object, List<String> texts, List<String> names)
            throws ApiError, SQLException {
        if (texts.size() > MOST_RECORDS) {
            throw Wording.tooMany(MOST_RECORDS);
        }
        Set<String> fields = new LinkedHashSet<>();
        for (String name : names) {
            fields.add(
                    object.field(name).map(Field::name).orElseThrow(() -> ApiError.noSuchColumn(name, object.name())));
        }
        fields.add("Id");
        List<String> ids = new ArrayList<>();
        for (String text : texts) {
            ids.add(RecordId.parse(text).orElseThrow(() -> ApiError.malformedId(text)));
        }
        Map<String, JsonNode> found = find(call, object, fields, ids);
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> body.add(found.get(id)));
        return Answer.ok(body);
    }

    private Map<String, JsonNode> find(Call call, SObject object, Set<String> fields, List<String> ids)
            throws ApiError, SQLException {
        String soql = "SELECT " + String.join(",", fields) + " FROM " + object.name() + " WHERE Id IN ('"
                + String.join("','", ids) + "')";
        Map<String, JsonNode> found = new HashMap<>();
        org.file()
                .read(db -> org.queries().query(db, new QueryRequest(soql, call.base(), call.userId())))
                .records()
                .forEach(record -> found.put(record.path("Id").asText(), record));
        return found;
    }

    private static List<String> list(Call call, String parameter) throws ApiError {
        List<String> values = new ArrayList<>();
        for (String value : call.query(parameter).orElse("").split(",", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return required(values, parameter);
    }

    private static List<String> list(ObjectNode body, String property) throws ApiError {
        List<String> values = new ArrayList<>();
        body.path(property).forEach(value -> values.add(value.asText().strip()));
        return required(values, property);
    }

    private static List<String> required(List<String> values, String name) throws ApiError {
        if (values.isEmpty()) {
            throw Wording.missing(name);
        }
        return values;
    }
}
