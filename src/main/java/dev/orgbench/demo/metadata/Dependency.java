package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a dependent picklist go with which of its controlling field, from the {@code valueSettings} of its
 * metadata: {@code [{"valueName": "Probe", "controllingFieldValue": ["Sensors"]}]}. (Metadata API guide, "ValueSettings".)
 *
 * @param values the picklist's values, each with those that it goes with
 * @param json the settings, as they are given back
 */
record Dependency(List<PicklistValue> values, ArrayNode json) {
    static Dependency read(MetadataKeys field, JsonNode settings, List<PicklistValue> values) throws ApiError {
        Map<String, Set<String>> controlling = new LinkedHashMap<>();
        for (JsonNode entry : settings) {
            if (!(entry instanceof ObjectNode object)
                    || !object.path("controllingFieldValue").isArray()) {
                throw field.invalid("valueSettings", "each one has a valueName and an array controllingFieldValue");
            }
            String name = new MetadataKeys(object, field.kind()).requiredText("valueName");
            if (values.stream().noneMatch(value -> value.value().equals(name))) {
                throw field.invalid("valueSettings", "the picklist has no value '" + name + "'");
            }
            Set<String> with = controlling.computeIfAbsent(name, _ -> new LinkedHashSet<>());
            object.path("controllingFieldValue").forEach(value -> with.add(value.asText()));
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        controlling.forEach((name, with) -> {
            ArrayNode names = json.addObject().put("valueName", name).putArray("controllingFieldValue");
            with.forEach(names::add);
        });
        List<PicklistValue> dependent = new ArrayList<>();
        for (PicklistValue value : values) {
            Set<String> with = controlling.getOrDefault(value.value(), Set.of());
            dependent.add(new PicklistValue(
                    value.value(), value.label(), value.active(), value.isDefault(), List.copyOf(with)));
        }
        return new Dependency(dependent, json);
    }

    /** Refuses a controlling field that is none: a picklist or a checkbox of the same object. */
    static void check(SObject object, Field field) throws ApiError {
        String name = field.controllerName();
        if (name == null) {
            return;
        }
        Field controller = object.field(name)
                .filter(other -> !other.name().equals(field.name()))
                .filter(other -> other.type() == FieldType.PICKLIST || other.type() == FieldType.BOOLEAN)
                .orElseThrow(() -> invalid("Invalid 'controllingField': " + object.name()
                        + " has no other picklist or checkbox named " + name));
        for (PicklistValue value : field.picklistValues()) {
            for (String with : value.controlling()) {
                if (!controller.controllingValues().contains(with)) {
                    throw invalid("Invalid 'valueSettings': " + name + " has no value '" + with + "'");
                }
            }
        }
    }

    private static ApiError invalid(String message) {
        return new ApiError(400, "FIELD_INTEGRITY_EXCEPTION", message, List.of("valueSet"));
    }
}
