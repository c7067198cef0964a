package dev.orgbench.soql.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An object with its fields and child relationships, in the order of its describe. Names are found in any case. */
public final class ObjectSchema {
    private final ObjectSummary summary;
    private final List<FieldSchema> fields;
    private final List<ChildSchema> children;
    private final Map<String, FieldSchema> fieldsByName = new HashMap<>();
    private final Map<String, FieldSchema> fieldsByRelationship = new HashMap<>();
    private final Map<String, ChildSchema> childrenByName = new HashMap<>();

    public ObjectSchema(ObjectSummary summary, List<FieldSchema> fields, List<ChildSchema> children) {
        this.summary = summary;
        this.fields = List.copyOf(fields);
        this.children = List.copyOf(children);
        this.fields.forEach(field -> {
            fieldsByName.put(key(field.name()), field);
            if (!field.relationshipName().isEmpty()) {
                fieldsByRelationship.put(key(field.relationshipName()), field);
            }
        });
        this.children.forEach(child -> childrenByName.put(key(child.relationshipName()), child));
    }

    public ObjectSummary summary() {
        return summary;
    }

    public String name() {
        return summary.name();
    }

    public String label() {
        return summary.label();
    }

    public List<FieldSchema> fields() {
        return fields;
    }

    public List<ChildSchema> children() {
        return children;
    }

    public Optional<FieldSchema> field(String name) {
        return Optional.ofNullable(fieldsByName.get(key(name)));
    }

    /** The reference field behind a relationship to parents: OwnerId for {@code Owner}. */
    public Optional<FieldSchema> parent(String relationshipName) {
        return Optional.ofNullable(fieldsByRelationship.get(key(relationshipName)));
    }

    public Optional<ChildSchema> child(String relationshipName) {
        return Optional.ofNullable(childrenByName.get(key(relationshipName)));
    }

    /** Fields that lead to parents. */
    public List<FieldSchema> parents() {
        return fields.stream()
                .filter(field -> !field.relationshipName().isEmpty())
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name() + " (" + fields.size() + " fields)";
    }
}
