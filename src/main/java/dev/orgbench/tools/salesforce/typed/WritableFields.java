package dev.orgbench.tools.salesforce.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.tools.Behaviours.Typed;
import dev.orgbench.tools.TypedFields;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields that the signed-in user may give a new record, or change in one. */
public enum WritableFields implements Typed {
    /** Those of a new record; what it must have is required. */
    OF_NEW("createable"),
    /** Those that can be changed; null empties one. */
    OF_CHANGED("updateable");

    /** Characters of JSON Schema that the fields of one tool may have. Beyond it a model's window suffers. */
    private static final int MOST_CHARACTERS = 40_000;

    /** Their parts are fields of their own. */
    private static final Set<String> COMPOUND = Set.of("address", "location");

    private final String attribute;

    WritableFields(String attribute) {
        this.attribute = attribute;
    }

    @Override
    public Optional<TypedFields> fields(ObjectDescribe object) {
        List<FieldDescribe> writable =
                object.fields().stream().filter(this::isWritable).toList();
        if (!object.allows(attribute) || writable.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ObjectNode> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        int room = MOST_CHARACTERS;
        int leftOut = 0;
        for (FieldDescribe field : requiredFirst(writable)) {
            ObjectNode schema = FieldSchema.of(field, this == OF_CHANGED);
            room -= schema.toString().length() + field.name().length();
            if (isRequired(field)) {
                required.add(field.name());
            } else if (room < 0) {
                leftOut++;
                continue;
            }
            properties.put(field.name(), schema);
        }
        return Optional.of(new TypedFields(properties, required, leftOut));
    }

    private boolean isWritable(FieldDescribe field) {
        return field.is(attribute) && !field.is("calculated") && !COMPOUND.contains(field.type());
    }

    private List<FieldDescribe> requiredFirst(List<FieldDescribe> fields) {
        return Stream.concat(
                        fields.stream().filter(this::isRequired),
                        fields.stream().filter(field -> !isRequired(field)))
                .toList();
    }

    private boolean isRequired(FieldDescribe field) {
        return this == OF_NEW && field.isRequired();
    }
}
