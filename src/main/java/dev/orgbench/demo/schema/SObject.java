package dev.orgbench.demo.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An object: a table in SQLite with the object's API name, and a column per stored field with the field's API name. */
public final class SObject {
    private final @Nullable String id;
    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final List<Field> fields;
    private final @Nullable String metadata;
    private final ObjectTraits traits;
    private final List<RecordType> recordTypes;
    private final Map<String, Field> byName;
    private final Map<String, Field> byRelationship;

    /**
     * @param id the Tooling API id of a custom object ({@code 01I...}); null for standard objects
     * @param keyPrefix the first three characters of its records' ids
     * @param metadata a custom object's Tooling metadata as JSON text; null for standard objects
     */
    public SObject(
            @Nullable String id,
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            List<Field> fields,
            @Nullable String metadata) {
        this(id, name, label, labelPlural, keyPrefix, fields, metadata, ObjectTraits.CUSTOM);
    }

    /** As above, with the attributes of the global describe. */
    public SObject(
            @Nullable String id,
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            List<Field> fields,
            @Nullable String metadata,
            ObjectTraits traits) {
        this(id, name, label, labelPlural, keyPrefix, fields, metadata, traits, List.of());
    }

    private SObject(
            @Nullable String id,
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            List<Field> fields,
            @Nullable String metadata,
            ObjectTraits traits,
            List<RecordType> recordTypes) {
        this.id = id;
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
        this.fields = List.copyOf(fields);
        this.metadata = metadata;
        this.traits = traits;
        this.recordTypes = List.copyOf(recordTypes);
        this.byName = this.fields.stream().collect(Collectors.toMap(f -> key(f.name()), Function.identity()));
        this.byRelationship = this.fields.stream()
                .filter(f -> f.relationshipName() != null)
                .collect(Collectors.toMap(
                        f -> key(Objects.requireNonNull(f.relationshipName())),
                        Function.identity(),
                        (first, second) -> first));
    }

    /** The Tooling API id of a custom object; null for standard objects. */
    public @Nullable String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String labelPlural() {
        return labelPlural;
    }

    /** The first three characters of its records' ids. */
    public String keyPrefix() {
        return keyPrefix;
    }

    public List<Field> fields() {
        return fields;
    }

    /** A custom object's Tooling metadata as JSON text; null for standard objects. */
    public @Nullable String metadata() {
        return metadata;
    }

    /** The yes-or-no attributes of the global describe. */
    public ObjectTraits traits() {
        return traits;
    }

    /** Besides the master record type; most objects have none. */
    public List<RecordType> recordTypes() {
        return recordTypes;
    }

    /** Whether a person or an agent made it in this org. */
    public boolean custom() {
        return name.endsWith("__c");
    }

    /** The field of that API name, in any case. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(byName.get(key(fieldName)));
    }

    /** The reference field behind a parent relationship ({@code Owner} gives OwnerId), in any case. */
    public Optional<Field> relationship(String relationshipName) {
        return Optional.ofNullable(byRelationship.get(key(relationshipName)));
    }

    /** The field that names a record: Name, Subject, CaseNumber. */
    public Optional<Field> nameField() {
        return fields.stream().filter(Field::nameField).findFirst();
    }

    /** The same object with other fields. */
    public SObject withFields(List<Field> others) {
        return new SObject(id, name, label, labelPlural, keyPrefix, others, metadata, traits, recordTypes);
    }

    /** The same object with those record types. */
    SObject withRecordTypes(List<RecordType> types) {
        return new SObject(id, name, label, labelPlural, keyPrefix, fields, metadata, traits, types);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
