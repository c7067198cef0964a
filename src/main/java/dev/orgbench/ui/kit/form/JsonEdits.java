package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes to a tree of JSON by place. They alter the tree that they are given. */
final class JsonEdits {
    private JsonEdits() {}

    /** Sets a value; objects on the way to it are made. */
    static void put(JsonNode container, JsonPointer place, JsonNode value) {
        JsonPointer rest = place.tail();
        if (container instanceof ArrayNode list) {
            int index = place.getMatchingIndex();
            if (rest.matches()) {
                list.set(index, value);
            } else if (list.get(index).isContainerNode()) {
                put(list.get(index), rest, value);
            } else {
                ObjectNode inner = JsonText.NODES.objectNode();
                list.set(index, inner);
                put(inner, rest, value);
            }
        } else if (container instanceof ObjectNode object) {
            String name = place.getMatchingProperty();
            if (rest.matches()) {
                object.set(name, value);
            } else {
                JsonNode inner = object.path(name);
                put(inner.isContainerNode() ? inner : object.putObject(name), rest, value);
            }
        }
    }

    /** Takes a value out, and objects that it leaves empty. */
    static void remove(ObjectNode root, JsonPointer place) {
        JsonNode parent = root.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.remove(place.last().getMatchingIndex());
        } else if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
            boolean inList =
                    !place.head().matches() && root.at(place.head().head()).isArray();
            if (object.isEmpty() && !place.head().matches() && !inList) {
                remove(root, place.head());
            }
        }
    }

    /** Gives a member another name; it stays where it stands among the others. */
    static void rename(ObjectNode root, JsonPointer place, String name) {
        if (root.at(place.head()) instanceof ObjectNode object) {
            String old = place.last().getMatchingProperty();
            Map<String, JsonNode> members = new LinkedHashMap<>();
            object.properties()
                    .forEach(member ->
                            members.put(member.getKey().equals(old) ? name : member.getKey(), member.getValue()));
            object.removeAll();
            members.forEach(object::set);
        }
    }

    /** Moves an item of a list. */
    static void move(ObjectNode root, JsonPointer list, int from, int to) {
        if (root.at(list) instanceof ArrayNode items) {
            items.insert(to, items.remove(from));
        }
    }

    /** Puts what is known of places to where they are when item {@code from} of {@code list} went to {@code to}. */
    static <T> void follow(Map<JsonPointer, T> places, JsonPointer list, int from, int to) {
        Map<JsonPointer, T> moved = new HashMap<>();
        places.forEach((place, what) -> {
            JsonPointer after = after(place, list, from, to);
            if (after != null) {
                moved.put(after, what);
            }
        });
        places.clear();
        places.putAll(moved);
    }

    /** Where {@code place} is when item {@code from} of {@code list} went to {@code to}; -1 took it out: then null. */
    static @Nullable JsonPointer after(JsonPointer place, JsonPointer list, int from, int to) {
        String within = list + "/";
        if (!place.toString().startsWith(within)) {
            return place;
        }
        JsonPointer rest =
                JsonPointer.compile(place.toString().substring(list.toString().length()));
        int index = rest.getMatchingIndex();
        if (index < 0) {
            return place;
        }
        int now = index;
        if (index == from) {
            now = to;
        } else if (to < 0) {
            now = index > from ? index - 1 : index;
        } else if (from < index && index <= to) {
            now = index - 1;
        } else if (to <= index && index < from) {
            now = index + 1;
        }
        return now < 0 ? null : list.appendIndex(now).append(rest.tail());
    }
}
