package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The arguments of a call while a person writes them. There is one truth, a JSON object; the form and the raw text are
 * two views of it, so that switching between them loses nothing: members that the form does not know stay, numbers keep
 * their digits, and text that is no JSON yet has to be mended before the view may change.
 */
public final class FormModel {
    private final Shape.Group shape;
    private final ArgumentCheck check;
    private final ReadOnlyObjectWrapper<ObjectNode> arguments = new ReadOnlyObjectWrapper<>(JsonText.NODES.objectNode());
    private final ReadOnlyBooleanWrapper raw = new ReadOnlyBooleanWrapper();
    private final ObservableMap<JsonPointer, String> shown = FXCollections.observableHashMap();
    private final Set<JsonPointer> touched = new HashSet<>();
    private final Map<JsonPointer, Unfinished> unfinished = new HashMap<>();
    private Map<JsonPointer, String> problems = Map.of();
    private boolean showsAll;
    private String rawText = "{}";

    /** @param schema the tool's {@code inputSchema} */
    public FormModel(JsonNode schema) {
        shape = new SchemaReader(schema).group();
        check = new ArgumentCheck(schema);
        checkAll();
    }

    /** Text that is no JSON yet, and why not. */
    private record Unfinished(String text, String problem) {}

    /** All that a person has written, to be brought back by {@link #restore}. */
    public static final class Written {
        private final ObjectNode arguments;
        private final String rawText;
        private final Map<JsonPointer, Unfinished> unfinished;

        private Written(ObjectNode arguments, String rawText, Map<JsonPointer, Unfinished> unfinished) {
            this.arguments = arguments;
            this.rawText = rawText;
            this.unfinished = unfinished;
        }

        /** Whether there is nothing in it. */
        public boolean isEmpty() {
            return arguments.isEmpty() && unfinished.isEmpty();
        }
    }

    /** The fields that the form has. */
    public Shape.Group shape() {
        return shape;
    }

    /** The arguments as they stand; replaced with every change, never altered. */
    public ReadOnlyObjectProperty<ObjectNode> argumentsProperty() {
        return arguments.getReadOnlyProperty();
    }

    public ObjectNode arguments() {
        return arguments.get();
    }

    /** The value at a place; a missing node if there is none. */
    public JsonNode at(JsonPointer place) {
        return arguments().at(place);
    }

    /** Whether the raw text is being edited, and not the form. */
    public ReadOnlyBooleanProperty rawProperty() {
        return raw.getReadOnlyProperty();
    }

    /**
     * What is wrong, by place, as far as it should be said already: in fields that were edited, and everywhere after
     * {@link #showAll}. The root's place holds what is wrong with the raw text.
     */
    public ObservableMap<JsonPointer, String> shownProblems() {
        return shown;
    }

    /** Sets a value; objects on the way to it are made. */
    public void put(JsonPointer place, JsonNode value) {
        ObjectNode next = arguments().deepCopy();
        place(next, place, value);
        unfinished.remove(place);
        touch(place, next);
    }

    /** Takes a value out, and objects that it leaves empty. */
    public void clear(JsonPointer place) {
        ObjectNode next = arguments().deepCopy();
        remove(next, place);
        unfinished.remove(place);
        touch(place, next);
    }

    /** Sets the value written as JSON at a place; while it is no JSON the old value stays and nothing can be sent. */
    public void putJson(JsonPointer place, String text) {
        if (text.isBlank()) {
            clear(place);
            return;
        }
        try {
            put(place, JsonText.parse(text));
        } catch (JsonText.Malformed e) {
            unfinished.put(place, new Unfinished(text, e.text()));
            touch(place, arguments());
        }
    }

    /** Replaces everything, as when an earlier call is taken up again. */
    public void load(ObjectNode newArguments) {
        unfinished.clear();
        touched.clear();
        showsAll = false;
        rawText = JsonText.pretty(newArguments);
        arguments.set(newArguments.deepCopy());
        checkAll();
    }

    /** What stands in the form now. */
    public Written written() {
        return new Written(arguments(), rawText, Map.copyOf(unfinished));
    }

    /** Brings back what was written before. */
    public void restore(Written before) {
        load(before.arguments);
        rawText = before.rawText;
        unfinished.putAll(before.unfinished);
        checkAll();
    }

    /** What was typed at a place as JSON and is none yet. */
    public Optional<String> unfinishedText(JsonPointer place) {
        return Optional.ofNullable(unfinished.get(place)).map(Unfinished::text);
    }

    /** The raw text: what was typed, as long as it still says the same as the form. */
    public String rawText() {
        return rawText;
    }

    /** Takes the raw text as it is typed. */
    public void typeRaw(String text) {
        rawText = text;
        unfinished.remove(JsonPointer.empty());
        try {
            ObjectNode parsed = JsonText.parseObject(text.isBlank() ? "{}" : text);
            showsAll = true;
            arguments.set(parsed);
        } catch (JsonText.Malformed e) {
            unfinished.put(JsonPointer.empty(), new Unfinished(text, e.text()));
        }
        checkAll();
    }

    /** Goes over to the raw text, or back to the form. Stays where it is while something typed there is no JSON. */
    public boolean switchTo(boolean toRaw) {
        if (!unfinished.isEmpty()) {
            return raw.get() == toRaw;
        }
        if (toRaw && !saysTheSame()) {
            rawText = JsonText.pretty(arguments());
        }
        showsAll = toRaw || showsAll;
        checkAll();
        raw.set(toRaw);
        return true;
    }

    /** Whether the call may be sent: from the form when it fits the schema, from the raw text when it is JSON. */
    public boolean maySend() {
        return unfinished.isEmpty() && (raw.get() || problems.isEmpty());
    }

    /** From now on all that is wrong is said, also in fields that nobody touched yet. */
    public void showAll() {
        showsAll = true;
        checkAll();
    }

    /** Names of members that the form has no field for; they are sent all the same. */
    public List<String> unknownMembers() {
        Set<String> known = new HashSet<>();
        shape.fields().forEach(field -> known.add(field.name()));
        List<String> unknown = new ArrayList<>();
        arguments().fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        return unknown;
    }

    private boolean saysTheSame() {
        try {
            return JsonText.parse(rawText).equals(arguments());
        } catch (JsonText.Malformed e) {
            return false;
        }
    }

    private void touch(JsonPointer place, ObjectNode next) {
        touched.add(place);
        arguments.set(next);
        checkAll();
    }

    private void checkAll() {
        problems = MissingGroups.lookInto(shape, arguments(), check);
        Map<JsonPointer, String> now = new HashMap<>();
        problems.forEach((place, words) -> {
            if (showsAll || touched.contains(place)) {
                now.put(place, words);
            }
        });
        unfinished.forEach((place, typed) -> now.put(place, typed.problem()));
        shown.keySet().retainAll(now.keySet());
        shown.putAll(now);
    }

    private static void place(JsonNode container, JsonPointer place, JsonNode value) {
        JsonPointer rest = place.tail();
        if (container instanceof ArrayNode list) {
            int index = place.getMatchingIndex();
            if (rest.matches()) {
                list.set(index, value);
            } else {
                place(list.get(index), rest, value);
            }
        } else if (container instanceof ObjectNode object) {
            String name = place.getMatchingProperty();
            if (rest.matches()) {
                object.set(name, value);
            } else {
                JsonNode inner = object.path(name);
                place(inner.isContainerNode() ? inner : object.putObject(name), rest, value);
            }
        }
    }

    private static void remove(ObjectNode root, JsonPointer place) {
        JsonNode parent = root.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.remove(place.last().getMatchingIndex());
        } else if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
            boolean inList = !place.head().matches() && root.at(place.head().head()).isArray();
            if (object.isEmpty() && !place.head().matches() && !inList) {
                remove(root, place.head());
            }
        }
    }
}
