package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.soql.schema.ObjectSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An object as {@code /sobjects/X/describe} tells it. Does not change; safe for use by several threads. */
public final class ObjectDescribe {
    private final JsonNode json;
    private final Map<String, FieldDescribe> fieldsByLowerName;
    /** Made when it is first wanted: an object may have 800 fields, and a describe serves many queries. */
    private volatile @Nullable ObjectSchema schema;

    private ObjectDescribe(JsonNode json, Map<String, FieldDescribe> fieldsByLowerName) {
        this.json = json;
        this.fieldsByLowerName = fieldsByLowerName;
    }

    /** Reads {@code json}; fields keep their order. */
    public static ObjectDescribe of(JsonNode json) {
        Map<String, FieldDescribe> fields = new LinkedHashMap<>();
        json.path("fields").forEach(field -> {
            FieldDescribe described = new FieldDescribe(field);
            fields.put(described.name().toLowerCase(Locale.ROOT), described);
        });
        return new ObjectDescribe(json, fields);
    }

    /** The whole answer; shared, not to be changed. */
    public JsonNode json() {
        return json;
    }

    public String name() {
        return json.path("name").asText();
    }

    public boolean isCustom() {
        return json.path("custom").asBoolean();
    }

    /** Whether the signed-in user may do that: {@code createable}, {@code updateable}, {@code deletable}. */
    public boolean allows(String attribute) {
        return json.path(attribute).asBoolean(true);
    }

    /** What the Ids of its records begin with, as {@code 001}; empty if it has none of its own. */
    public String keyPrefix() {
        return json.path("keyPrefix").asText("");
    }

    public List<FieldDescribe> fields() {
        return List.copyOf(fieldsByLowerName.values());
    }

    /** The field of that API name; as in Salesforce, case does not matter. */
    public Optional<FieldDescribe> field(String name) {
        return Optional.ofNullable(fieldsByLowerName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The same as a query sees it. */
    public ObjectSchema schema() {
        ObjectSchema known = schema;
        if (known == null) {
            known = DescribedSchema.of(this);
            schema = known;
        }
        return known;
    }

    /** One field. */
    public record FieldDescribe(JsonNode json) {
        public String name() {
            return json.path("name").asText();
        }

        public String label() {
            return json.path("label").asText();
        }

        /** {@code string}, {@code picklist}, {@code reference}, ... */
        public String type() {
            return json.path("type").asText();
        }

        public boolean is(String attribute) {
            return json.path(attribute).asBoolean();
        }

        /** What a query reaches the parent by, as {@code Account}; empty if it leads to none. */
        public String relationshipName() {
            return json.path("relationshipName").asText("");
        }

        public int length() {
            return json.path("length").asInt();
        }

        /** Whether a create must give it: createable, not nillable, not defaulted on create. */
        public boolean isRequired() {
            return is("createable") && !is("nillable") && !is("defaultedOnCreate");
        }

        /** The active values. */
        public List<String> picklistValues() {
            return StreamSupport.stream(json.path("picklistValues").spliterator(), false)
                    .filter(value -> value.path("active").asBoolean(true))
                    .map(value -> value.path("value").asText())
                    .toList();
        }

        /** The API names of the objects that it may point to. */
        public List<String> referenceTo() {
            return StreamSupport.stream(json.path("referenceTo").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
