package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.tools.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record's fields, checked by describe before they are sent.
 *
 * @param fields spelt as describe spells them
 * @param faults in words; none if the record can be sent
 */
record CheckedRecord(ObjectNode fields, List<String> faults) {

    private static final String ATTRIBUTES = "attributes";

    /** @param at how an error names the record: {@code fields}; empty if its fields are arguments of their own */
    static CheckedRecord of(ObjectDescribe object, ObjectNode given, Writing writing, FieldValues values, String at) {
        ObjectNode fields = given.objectNode();
        List<String> faults = new ArrayList<>();
        ObjectNode written = given.deepCopy();
        // Present in every record that Salesforce gives, and so in records that are written back.
        otherObject(object, written.path(ATTRIBUTES)).ifPresent(fault -> faults.add(named(at, ATTRIBUTES) + fault));
        written.remove(ATTRIBUTES);
        for (var each : written.properties()) {
            String name = named(at, Quoted.text(each.getKey()));
            Optional<FieldDescribe> field = object.field(each.getKey());
            if (field.isPresent()) {
                JsonNode value = values.written(field.get(), each.getValue());
                fault(field.get(), value, writing, values)
                        .ifPresent(fault -> faults.add(named(at, field.get().name()) + fault));
                // Salesforce does not mind the case of names; what is sent is spelt as describe spells it.
                if (fields.replace(field.get().name(), value) != null) {
                    faults.add(name + "it is given twice, in other capitals.");
                }
            } else if (isParentByExternalId(object, each.getKey(), each.getValue())) {
                fields.set(each.getKey(), each.getValue());
            } else {
                faults.add(name + KnownObjects.unknownField(object, each.getKey(), taken(object, writing)));
            }
        }
        if (writing == Writing.CREATE) {
            missing(object, fields, at).ifPresent(faults::add);
        } else if (writing == Writing.UPDATE && written.isEmpty()) {
            faults.add((at.isEmpty() ? "No field is given" : "`" + at + "` is empty")
                    + ": give the fields to change, with their new values.");
        }
        return new CheckedRecord(fields, faults);
    }

    private static String named(String at, String field) {
        return "`" + (at.isEmpty() ? "" : at + ".") + field + "`: ";
    }

    private static Optional<String> otherObject(ObjectDescribe object, JsonNode attributes) {
        String type = attributes.path("type").asText(object.name());
        return type.equalsIgnoreCase(object.name())
                ? Optional.empty()
                : Optional.of("the type is " + Quoted.text(type) + ", and `object_name` is " + object.name()
                        + ". Name the right object in `object_name`, or leave attributes out.");
    }

    private static Optional<String> fault(FieldDescribe field, JsonNode value, Writing writing, FieldValues values) {
        if (!writing.takes(field)) {
            return Optional.of(
                    "Salesforce sets it itself or the user may not; leave it out of " + writing.noun() + ".");
        }
        if (writing != Writing.CREATE && value.isNull() && field.isRequired()) {
            return Optional.of("it must have a value, and cannot be emptied.");
        }
        return values.fault(field, value);
    }

    /** {@code "Account": {"External_Id__c": "A-1"}}. */
    private static boolean isParentByExternalId(ObjectDescribe object, String key, JsonNode value) {
        return value.isObject()
                && object.fields().stream()
                        .anyMatch(field -> field.relationshipName().equalsIgnoreCase(key));
    }

    private static Optional<String> missing(ObjectDescribe object, ObjectNode fields, String at) {
        Set<String> missing = new LinkedHashSet<>();
        for (FieldDescribe field : object.fields()) {
            String parent = field.relationshipName();
            boolean given = fields.hasNonNull(field.name()) || (!parent.isEmpty() && fields.hasNonNull(parent));
            if (field.isRequired() && !given) {
                missing.add(field.name() + " (" + field.type() + ")");
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of((at.isEmpty() ? "A new " : "`" + at + "`: a new ") + object.name() + " needs also "
                        + String.join(", ", missing) + ".");
    }

    private static List<FieldDescribe> taken(ObjectDescribe object, Writing writing) {
        return object.fields().stream().filter(writing::takes).toList();
    }
}
