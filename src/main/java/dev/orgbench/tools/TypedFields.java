package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The fields that a tool for one object takes as arguments.
 *
 * @param properties JSON Schemas by API names, in the order to show; not to be changed
 * @param required those that must be given
 * @param leftOut how many more are accepted but not told, for want of room
 */
public record TypedFields(Map<String, ObjectNode> properties, Set<String> required, int leftOut) {
    public TypedFields {
        properties = new LinkedHashMap<>(properties);
        required = new LinkedHashSet<>(required);
    }
}
