package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a picklist field, from the {@code valueSet} of its metadata.
 *
 * @param controllingField the field that decides which values may be chosen; null unless the picklist is dependent
 * @param json the same, with every key that Salesforce gives back
 */
record ValueSet(List<PicklistValue> values, @Nullable String controllingField, boolean restricted, ObjectNode json) {
    private static final int MOST_VALUES = 1000;
    private static final int LONGEST_VALUE = 255;

    static ValueSet read(MetadataKeys field) throws ApiError {
        MetadataKeys set = field.object("valueSet");
        if (set.text("valueSetName") != null) {
            throw field.invalid("valueSet", "this demo org has no global value sets; give a valueSetDefinition");
        }
        String controller = set.text("controllingField");
        JsonNode given = set.object("valueSetDefinition").json().path("value");
        if (!(given instanceof ArrayNode entries) || entries.isEmpty()) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "At least one value is required to create this picklist.",
                    List.of("valueSet"));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("controllingField", controller);
        json.put("restricted", set.flag("restricted"));
        ObjectNode definition = json.putObject("valueSetDefinition");
        definition.put("sorted", set.object("valueSetDefinition").flag("sorted"));
        List<PicklistValue> values = read(field, entries, definition.putArray("value"));
        json.putNull("valueSetName");
        ArrayNode settings = json.putArray("valueSettings");
        if (controller != null) {
            Dependency dependency = Dependency.read(field, set.json().path("valueSettings"), values);
            settings.addAll(dependency.json());
            values = dependency.values();
        }
        return new ValueSet(values, controller, set.flag("restricted"), json);
    }

    private static List<PicklistValue> read(MetadataKeys field, ArrayNode entries, ArrayNode out) throws ApiError {
        if (entries.size() > MOST_VALUES) {
            throw field.invalid("valueSet", "a picklist has at most " + MOST_VALUES + " values");
        }
        List<PicklistValue> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean defaultSeen = false;
        for (JsonNode entry : entries) {
            if (!(entry instanceof ObjectNode object)) {
                throw field.invalid("valueSet", "each value is an object with fullName and label");
            }
            MetadataKeys keys = new MetadataKeys(object, field.kind());
            String name = name(keys);
            if (name == null || name.length() > LONGEST_VALUE) {
                throw field.invalid(
                        "valueSet", "each value needs a fullName of at most " + LONGEST_VALUE + " characters");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new ApiError(
                        400,
                        "DUPLICATE_VALUE",
                        "Duplicate label or value in the picklist: " + name,
                        List.of("valueSet"));
            }
            boolean isDefault = keys.flag("default");
            if (isDefault && defaultSeen) {
                throw field.invalid("valueSet", "only one value can be the default");
            }
            defaultSeen |= isDefault;
            String label = keys.text("label");
            boolean active = !object.path("isActive").isBoolean()
                    || object.path("isActive").booleanValue();
            values.add(new PicklistValue(name, label == null ? name : label, active, isDefault));
            ObjectNode normal = out.addObject();
            normal.put("fullName", name).put("label", label == null ? name : label);
            normal.put("default", isDefault).put("isActive", active);
            normal.put("color", keys.text("color")).put("description", keys.text("description"));
        }
        return values;
    }

    /** The Metadata API says {@code fullName}, some answers of the Tooling API {@code valueName}. */
    private static @Nullable String name(MetadataKeys keys) throws ApiError {
        String fullName = keys.text("fullName");
        return fullName != null ? fullName : keys.text("valueName");
    }
}
