package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
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
    private final Shape shape;
    private final ArgumentCheck check;
    private final ReadOnlyObjectWrapper<ObjectNode> arguments =
            new ReadOnlyObjectWrapper<>(JsonText.NODES.objectNode());
    private final ReadOnlyBooleanWrapper raw = new ReadOnlyBooleanWrapper();
    private final ObservableMap<JsonPointer, String> shown = FXCollections.observableHashMap();
    private final Set<JsonPointer> touched = new HashSet<>();
    private final Map<JsonPointer, Written.Unfinished> unfinished = new HashMap<>();
    /** Members that were given a name which they cannot have, and why not. */
    private final Map<JsonPointer, String> held = new HashMap<>();

    private final Map<JsonPointer, Integer> variants = new HashMap<>();
    /** What was written for a variant before another one was chosen, so that going back finds it. */
    private final Map<JsonPointer, Map<Integer, JsonNode>> putAside = new HashMap<>();

    private final List<Runnable> listeners = new ArrayList<>();
    private Map<JsonPointer, String> problems = Map.of();
    private boolean showsAll;
    private String rawText = "{}";

    /** @param schema the tool's {@code inputSchema} */
    public FormModel(JsonNode schema) {
        shape = new SchemaReader(schema).arguments();
        raw.set(shape instanceof Shape.Free);
        check = new ArgumentCheck(schema);
        checkAll();
    }

    /** What the form shows: a group, variants of groups, or what only JSON can say. */
    Shape shape() {
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

    /** Calls {@code listener} after anything that a person wrote changed, as long as this model lives. */
    public void onWritten(Runnable listener) {
        listeners.add(listener);
    }

    /** Sets a value; objects on the way to it are made. */
    public void put(JsonPointer place, JsonNode value) {
        ObjectNode next = arguments().deepCopy();
        JsonEdits.put(next, place, value);
        unfinished.remove(place);
        touch(place, next);
    }

    /** Takes a value out, and objects that it leaves empty. */
    public void clear(JsonPointer place) {
        ObjectNode next = arguments().deepCopy();
        if (next.at(place.head()).isArray()) {
            follow(place.head(), place.last().getMatchingIndex(), -1);
        }
        JsonEdits.remove(next, place);
        forget(place);
        touch(place, next);
    }

    /** Moves an item of a list to another place in it. */
    void move(JsonPointer list, int from, int to) {
        ObjectNode next = arguments().deepCopy();
        JsonEdits.move(next, list, from, to);
        follow(list, from, to);
        touch(list, next);
    }

    /** Gives a member another name, where it stands. Tells whether the name was free. */
    boolean rename(JsonPointer member, String name) {
        if (at(member.head()).has(name)) {
            return false;
        }
        ObjectNode next = arguments().deepCopy();
        JsonEdits.rename(next, member, name);
        forget(member);
        touch(member.head().appendProperty(name), next);
        return true;
    }

    /** Nothing can be sent until the member has a name that it can have; an empty {@code why} lets it go. */
    void hold(JsonPointer member, String why) {
        if (why.isEmpty() ? held.remove(member) != null : !why.equals(held.put(member, why))) {
            checkAll();
        }
    }

    /** Which of the variants is shown at a place: the one chosen there, else the one that the value goes with. */
    int variant(JsonPointer place, Shape.Variants choices) {
        Integer chosen = variants.get(place);
        return chosen == null ? Fit.best(choices, place.matches() ? arguments() : at(place)) : chosen;
    }

    /**
     * Shows another variant at a place. What only the old one knows is put aside and comes back with it; members that
     * both know stay.
     */
    void chooseVariant(JsonPointer place, Shape.Variants choices, int index) {
        int before = variant(place, choices);
        if (before == index) {
            return;
        }
        JsonNode value = place.matches() ? arguments() : at(place);
        Map<Integer, JsonNode> aside = putAside.computeIfAbsent(place, none -> new HashMap<>());
        aside.put(before, value);
        variants.put(place, index);
        JsonNode back = aside.get(index);
        ObjectNode next = arguments().deepCopy();
        JsonNode now = VariantSwitch.value(choices.variants().get(index).shape(), value, back);
        if (place.matches()) {
            next = now instanceof ObjectNode object ? object : JsonText.NODES.objectNode();
        } else if (!now.isMissingNode()) {
            JsonEdits.put(next, place, now);
        } else if (!next.at(place.head()).isArray()) {
            JsonEdits.remove(next, place);
        }
        forget(place);
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
            unfinished.put(place, new Written.Unfinished(text, e.text()));
            touch(place, arguments());
        }
    }

    /** Replaces everything, as when an earlier call is taken up again. */
    public void load(ObjectNode newArguments) {
        unfinished.clear();
        held.clear();
        touched.clear();
        variants.clear();
        putAside.clear();
        showsAll = false;
        rawText = JsonText.pretty(newArguments);
        arguments.set(newArguments.deepCopy());
        checkAll();
    }

    /** What stands in the form now. */
    public Written written() {
        return new Written(arguments(), rawText, Map.copyOf(unfinished), raw.get());
    }

    /** Brings back what was written before. */
    public void restore(Written before) {
        load(before.arguments());
        rawText = before.rawText();
        unfinished.putAll(before.unfinished());
        raw.set(before.raw() || shape instanceof Shape.Free);
        checkAll();
    }

    /** What was typed at a place as JSON and is none yet. */
    public Optional<String> unfinishedText(JsonPointer place) {
        return Optional.ofNullable(unfinished.get(place)).map(Written.Unfinished::text);
    }

    /** Whether all that was typed can be read. */
    public boolean isWhole() {
        return unfinished.isEmpty();
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
            unfinished.put(JsonPointer.empty(), new Written.Unfinished(text, e.text()));
        }
        checkAll();
    }

    /** Goes over to the raw text, or back to the form. Stays where it is while something typed there is no JSON. */
    public boolean switchTo(boolean toRaw) {
        if (!unfinished.isEmpty() || !held.isEmpty() || (!toRaw && shape instanceof Shape.Free)) {
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
        return unfinished.isEmpty() && held.isEmpty() && (raw.get() || problems.isEmpty());
    }

    /** From now on all that is wrong is said, also in fields that nobody touched yet. */
    public void showAll() {
        showsAll = true;
        checkAll();
    }

    /** Names of members of the object at {@code place} that the form has no field for; they are sent all the same. */
    List<String> unknownMembers(JsonPointer place, Shape.Group group) {
        Set<String> known = new HashSet<>();
        group.fields().forEach(field -> known.add(field.name()));
        List<String> unknown = new ArrayList<>();
        (place.matches() ? arguments() : at(place)).fieldNames().forEachRemaining(name -> {
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
        problems = MissingGroups.lookInto(shapeNow(), arguments(), check, this::alternative);
        Map<JsonPointer, String> now = new HashMap<>();
        problems.forEach((place, words) -> {
            if (showsAll || touched.contains(place)) {
                now.put(place, words);
            }
        });
        unfinished.forEach((place, typed) -> now.put(place, typed.problem()));
        now.putAll(held);
        shown.keySet().retainAll(now.keySet());
        shown.putAll(now);
        listeners.forEach(Runnable::run);
    }

    /** The group of arguments, that of the variant shown where there are several. */
    private Shape.Group shapeNow() {
        return switch (shape) {
            case Shape.Group group -> group;
            case Shape.Variants several
            when several.variants().get(variant(JsonPointer.empty(), several)).shape() instanceof Shape.Group group ->
                group;
            default -> new Shape.Group(List.of());
        };
    }

    /** The place among the schema's alternatives of what is shown at {@code place}; -1 if the form chose none. */
    private int alternative(JsonPointer place) {
        return ShapeAt.find(this, place) instanceof Shape.Variants several
                ? several.variants().get(variant(place, several)).alternative()
                : -1;
    }

    private void follow(JsonPointer list, int from, int to) {
        JsonEdits.follow(unfinished, list, from, to);
        JsonEdits.follow(held, list, from, to);
        JsonEdits.follow(variants, list, from, to);
        JsonEdits.follow(putAside, list, from, to);
        Set<JsonPointer> moved = new HashSet<>();
        for (JsonPointer place : touched) {
            JsonPointer after = JsonEdits.after(place, list, from, to);
            if (after != null) {
                moved.add(after);
            }
        }
        touched.clear();
        touched.addAll(moved);
    }

    private void forget(JsonPointer place) {
        unfinished.keySet().removeIf(typed -> isWithin(typed, place));
        held.keySet().removeIf(named -> isWithin(named, place));
    }

    private static boolean isWithin(JsonPointer place, JsonPointer above) {
        return place.equals(above) || place.toString().startsWith(above + "/");
    }
}
