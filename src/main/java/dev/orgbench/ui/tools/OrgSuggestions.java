package dev.orgbench.ui.tools;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.form.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Names of objects, fields and relationships, and picklist values, out of the org's describes. */
final class OrgSuggestions implements Suggestions {
    private static final Set<String> OBJECT_NAMES =
            Set.of("object_name", "sobject", "object", "referenceTo", "TableEnumOrId");
    private static final JsonPointer OBJECT_NAME = JsonPointer.compile("/object_name");

    private final OrgSchema schema;
    private final Executor screen;
    private final boolean idIsObject;

    /**
     * @param screen runs what it is given on the screen's thread
     * @param tool the describe tool's id is an object's name
     */
    OrgSuggestions(OrgSchema schema, Executor screen, String tool) {
        this.schema = schema;
        this.screen = screen;
        this.idIsObject = tool.contains("object_describe");
    }

    /** What fits at a place. */
    private enum Semantic {
        NOTHING,
        OBJECT,
        FIELD,
        FIELD_VALUE,
        RELATIONSHIP
    }

    @Override
    public boolean has(Asked asked) {
        return semantic(asked) != Semantic.NOTHING;
    }

    @Override
    public List<Suggestion> of(Asked asked) {
        return switch (semantic(asked)) {
            case NOTHING -> List.of();
            case OBJECT ->
                found(schema.objects()).orElse(List.of()).stream()
                        .map(object -> new Suggestion(object.name(), object.label()))
                        .toList();
            case FIELD ->
                object(asked)
                        .map(object -> object.fields().stream()
                                .map(field -> new Suggestion(field.name(), field.label()))
                                .toList())
                        .orElse(List.of());
            case FIELD_VALUE ->
                object(asked)
                        .flatMap(object -> object.field(name(asked.place())))
                        .map(OrgSuggestions::values)
                        .orElse(List.of());
            case RELATIONSHIP ->
                object(asked)
                        .map(object -> object.children().stream()
                                .filter(child -> !child.relationshipName().isEmpty())
                                .map(child -> new Suggestion(child.relationshipName(), child.childObject()))
                                .toList())
                        .orElse(List.of());
        };
    }

    @Override
    public Runnable onChange(Runnable listener) {
        Trace.Subscription subscription = schema.onChange(() -> screen.execute(listener));
        return subscription::close;
    }

    private Semantic semantic(Asked asked) {
        JsonPointer place = asked.place();
        boolean ofFields = !place.matches()
                && !place.head().matches()
                && name(place.head()).equals("fields");
        if (asked.key()) {
            return !place.matches() && name(place).equals("fields") ? Semantic.FIELD : Semantic.NOTHING;
        }
        if (place.matches()) {
            return Semantic.NOTHING;
        }
        String name = name(place);
        if (OBJECT_NAMES.contains(name) || (idIsObject && name.equals("id"))) {
            return Semantic.OBJECT;
        }
        if (ofFields) {
            return asked.arguments().at(place.head()).isArray() ? Semantic.FIELD : Semantic.FIELD_VALUE;
        }
        return name.equals("relationship") ? Semantic.RELATIONSHIP : Semantic.NOTHING;
    }

    private Optional<ObjectSchema> object(Asked asked) {
        String name = asked.arguments().at(OBJECT_NAME).asText("");
        if (name.isEmpty() && idIsObject) {
            name = asked.arguments().path("id").asText("");
        }
        return name.isEmpty() ? Optional.empty() : found(schema.object(name));
    }

    private static List<Suggestion> values(FieldSchema field) {
        return field.picklistValues().stream()
                .map(value -> new Suggestion(value.value(), value.label()))
                .toList();
    }

    private static <T> Optional<T> found(Lookup<T> lookup) {
        return lookup instanceof Lookup.Found<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    private static String name(JsonPointer place) {
        return place.last().getMatchingProperty();
    }
}
