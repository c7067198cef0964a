package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A required object that is not there yet has one problem, that it is missing. The person who fills the form sees its
 * fields, though, and wants to know which of them are needed: that is what is said instead.
 */
final class MissingGroups {
    private MissingGroups() {}

    static Map<JsonPointer, String> lookInto(
            Shape.Group shape, ObjectNode arguments, ArgumentCheck check, ToIntFunction<JsonPointer> chosen) {
        Map<JsonPointer, String> problems = check.problems(arguments, chosen);
        ObjectNode filled = arguments.deepCopy();
        if (!fill(shape, filled)) {
            return problems;
        }
        Map<JsonPointer, String> within = check.problems(filled, chosen);
        Map<JsonPointer, String> all = new LinkedHashMap<>();
        problems.forEach((place, words) -> {
            boolean saidWithin =
                    within.keySet().stream().anyMatch(inner -> inner.toString().startsWith(place + "/"));
            if (!saidWithin) {
                all.put(place, words);
            }
        });
        within.forEach(all::putIfAbsent);
        return all;
    }

    /** Adds an empty object for each required group that is missing; tells whether there was one. */
    private static boolean fill(Shape.Group shape, ObjectNode object) {
        boolean filled = false;
        for (Shape.Field field : shape.fields()) {
            if (field.shape() instanceof Shape.Group group) {
                if (field.required() && !object.has(field.name())) {
                    object.putObject(field.name());
                    filled = true;
                }
                if (object.get(field.name()) instanceof ObjectNode inner) {
                    filled |= fill(group, inner);
                }
            }
        }
        return filled;
    }
}
