package dev.orgbench.demo.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All objects of the org at one instant. Immutable: a change makes a new one. */
public final class Schema {
    private final Map<String, SObject> byName = new LinkedHashMap<>();
    private final Map<String, SObject> byPrefix = new LinkedHashMap<>();

    private final Map<String, List<ChildRelationship>> children = new HashMap<>();
    private final Map<String, List<ValidationRule>> rules;

    public Schema(Collection<SObject> objects) {
        this(objects, List.of());
    }

    public Schema(Collection<SObject> objects, Collection<ChildRelationship> relationships) {
        this(objects, relationships, Map.of());
    }

    private Schema(
            Collection<SObject> objects,
            Collection<ChildRelationship> relationships,
            Map<String, List<ValidationRule>> rules) {
        this.rules = rules;
        for (SObject object : objects) {
            byName.put(object.name().toLowerCase(Locale.ROOT), object);
            byPrefix.putIfAbsent(object.keyPrefix(), object);
        }
        for (ChildRelationship relationship : relationships) {
            children.computeIfAbsent(relationship.parent().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(relationship);
        }
    }

    /** In the order of the global describe. */
    public Collection<SObject> objects() {
        return byName.values();
    }

    /** The object of that API name, in any case. */
    public Optional<SObject> object(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The object whose records' ids begin as {@code id} does. */
    public Optional<SObject> objectOf(String id) {
        return id.length() < 3 ? Optional.empty() : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
    }

    /** The relationships whose parent is {@code object}. */
    public List<ChildRelationship> childRelationships(SObject object) {
        return Collections.unmodifiableList(children.getOrDefault(object.name().toLowerCase(Locale.ROOT), List.of()));
    }

    /** The active rules that records of {@code object} must keep. */
    public List<ValidationRule> rules(SObject object) {
        return rules.getOrDefault(object.name(), List.of());
    }

    /** The same objects under those rules, which are by the objects' names. */
    public Schema withRules(Map<String, List<ValidationRule>> others) {
        return new Schema(
                objects(), children.values().stream().flatMap(List::stream).toList(), Map.copyOf(others));
    }
}
