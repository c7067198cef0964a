package dev.orgbench.demo.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.search.SearchRequest.Target;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.sosl.Search.FieldGroup;
import dev.orgbench.soql.sosl.SearchTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Searches that are asked for by parameters rather than in SOSL. (REST API guide, "Search with Parameters".) */
final class SearchParameters {
    /** Signs that mean something in SOSL; here a person has typed them. */
    private static final String ESCAPED = "&|!{}[]()^~:\\'+-";

    private static final int SUGGESTED = 5;
    private static final int MOST_SUGGESTED = 200;

    private final Function<String, Optional<String>> given;
    private final Schema schema;

    private SearchParameters(Function<String, Optional<String>> given, Schema schema) {
        this.given = given;
        this.schema = schema;
    }

    static SearchRequest ofQuery(Call call, Schema schema) throws ApiError {
        SearchParameters parameters = new SearchParameters(call::query, schema);
        List<Target> targets = new ArrayList<>();
        for (String name : parameters.list("sobject")) {
            targets.add(parameters.target(name, new SearchParameters(key -> call.query(name + "." + key), schema)));
        }
        return parameters.request(targets);
    }

    static SearchRequest ofBody(ObjectNode body, Schema schema) throws ApiError {
        SearchParameters parameters = new SearchParameters(key -> text(body.path(key)), schema);
        List<Target> targets = new ArrayList<>();
        for (JsonNode object : body.path("sobjects")) {
            String name = object.isTextual()
                    ? object.textValue()
                    : object.path("name").asText();
            targets.add(parameters.target(name, new SearchParameters(key -> text(object.path(key)), schema)));
        }
        return parameters.request(targets);
    }

    static SearchRequest ofSuggestion(Call call, Schema schema) throws ApiError {
        SearchParameters parameters = new SearchParameters(call::query, schema);
        List<Target> targets = new ArrayList<>();
        for (String name : parameters.list("sobject")) {
            SObject object = parameters.object(name);
            String nameField = object.nameField()
                    .map(Field::name)
                    .filter(field -> !field.equals("Id"))
                    .orElse("Id");
            String select = nameField.equals("Id") ? "Id" : "Id, " + nameField;
            targets.add(new Target(
                    object, select, parameters.given.apply("where").orElse(""), "", SearchRequest.MOST_RECORDS, 0));
        }
        if (targets.isEmpty()) {
            throw SearchRequest.malformed(Wording.NO_OBJECT);
        }
        int most = Math.min(MOST_SUGGESTED, parameters.number("limit", SUGGESTED));
        String words = Arrays.stream(
                        parameters.given.apply("q").orElse("").strip().split("\\s+"))
                .map(word -> word.endsWith("*") || word.isEmpty() ? word : word + "*")
                .collect(Collectors.joining(" "));
        return new SearchRequest(term(words), FieldGroup.NAME, targets, most + 1);
    }

    private SearchRequest request(List<Target> targets) throws ApiError {
        List<Target> all = new ArrayList<>(targets);
        if (all.isEmpty()) {
            for (SObject object : schema.objects()) {
                if (object.traits().has("searchable")) {
                    all.add(target(object.name(), new SearchParameters(_ -> Optional.empty(), schema)));
                }
            }
        }
        return new SearchRequest(
                term(given.apply("q").orElse("")), group(), all, number("overallLimit", SearchRequest.MOST_RECORDS));
    }

    private Target target(String name, SearchParameters own) throws ApiError {
        List<String> fields = own.list("fields").isEmpty() ? list("fields") : own.list("fields");
        return new Target(
                object(name),
                fields.isEmpty() ? "Id" : String.join(", ", fields),
                own.given.apply("where").orElse(""),
                own.given.apply("orderBy").orElse(""),
                own.number("limit", number("defaultLimit", SearchRequest.MOST_RECORDS)),
                own.number("offset", number("offset", 0)));
    }

    private SObject object(String name) throws ApiError {
        SObject object = schema.object(name).orElseThrow(() -> ApiError.noSuchType(name));
        return SearchRequest.searchable(object);
    }

    private FieldGroup group() throws ApiError {
        String text = given.apply("in").orElse("ALL").strip().toUpperCase(Locale.ROOT);
        String name = text.endsWith("FIELDS")
                ? text.substring(0, text.length() - "FIELDS".length()).strip()
                : text;
        return Arrays.stream(FieldGroup.values())
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SearchRequest.malformed(Wording.unknownGroup(name)));
    }

    private List<String> list(String key) {
        return given.apply(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private int number(String key, int usual) throws ApiError {
        Optional<String> text = given.apply(key).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return usual;
        }
        boolean offset = key.equals("offset");
        if (!text.get().matches("\\d{1,9}") || (!offset && Integer.parseInt(text.get()) == 0)) {
            throw SearchRequest.malformed(Wording.BAD_LIMIT);
        }
        return Integer.parseInt(text.get());
    }

    private static SearchTerm term(String words) throws ApiError {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(c -> {
            if (c < 128 && ESCAPED.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return SoslReader.parse("FIND {" + escaped + "}").term();
    }

    /** Lists are joined as a URL has them. */
    private static Optional<String> text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(item -> texts.add(item.asText()));
            return Optional.of(String.join(",", texts));
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }
}
