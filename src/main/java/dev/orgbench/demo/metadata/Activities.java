package dev.orgbench.demo.metadata;

import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Lets tasks and events belong to custom objects whose metadata says {@code enableActivities}. */
final class Activities {
    /** In an order that is the same in every run, as describe shows it. */
    private static final SequencedMap<String, String> RELATIONSHIPS = relationships();

    private static final String FIELD = "WhatId";

    private Activities() {}

    /** The objects with the references widened; {@code relationships} gets the parents' side. */
    static List<SObject> open(List<SObject> objects, List<ChildRelationship> relationships) {
        List<String> parents = objects.stream()
                .filter(object -> hasActivities(object.metadata()))
                .map(SObject::name)
                .toList();
        for (String parent : parents) {
            RELATIONSHIPS.forEach(
                    (child, name) -> relationships.add(new ChildRelationship(parent, name, child, FIELD, true, false)));
        }
        return objects.stream()
                .map(object -> RELATIONSHIPS.containsKey(object.name()) ? widened(object, parents) : object)
                .toList();
    }

    private static boolean hasActivities(@Nullable String metadata) {
        return metadata != null && metadata.contains("\"enableActivities\":true");
    }

    private static SObject widened(SObject object, List<String> parents) {
        return object.withFields(object.fields().stream()
                .map(field -> field.name().equals(FIELD) ? widened(field, parents) : field)
                .toList());
    }

    private static Field widened(Field field, List<String> parents) {
        List<String> all = new ArrayList<>(field.referenceTo());
        all.addAll(parents);
        return field.withReferenceTo(all);
    }

    private static SequencedMap<String, String> relationships() {
        SequencedMap<String, String> relationships = new LinkedHashMap<>();
        relationships.put("Event", "Events");
        relationships.put("Task", "Tasks");
        return Collections.unmodifiableSequencedMap(relationships);
    }
}
