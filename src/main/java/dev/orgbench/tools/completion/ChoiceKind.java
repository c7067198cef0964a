package dev.orgbench.tools.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an org can be asked to choose from. Definitions name a kind by its {@link #word}. */
public enum ChoiceKind {
    /** Objects that can be queried. */
    OBJECTS(false, false),
    /** Objects that records can be made of. */
    CREATEABLE_OBJECTS(false, false),
    /** Objects that someone made for this org. */
    CUSTOM_OBJECTS(false, false),
    /** All fields of an object. */
    FIELDS(true, false),
    /** Fields that someone made for this org. */
    CUSTOM_FIELDS(true, false),
    /** Those of the custom fields that have a list of values. */
    CUSTOM_PICKLISTS(true, false),
    /** The active values of a field; while it is not known, of all picklists of the object. */
    PICKLIST_VALUES(true, true);

    private final boolean ofObject;
    private final boolean ofField;

    ChoiceKind(boolean ofObject, boolean ofField) {
        this.ofObject = ofObject;
        this.ofField = ofField;
    }

    /** As a definition writes it: {@code picklist_values}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an object must be known to choose. */
    public boolean ofObject() {
        return ofObject;
    }

    /** Whether a field must be known to choose. */
    public boolean ofField() {
        return ofField;
    }

    /** The kind that a definition means. */
    public static Optional<ChoiceKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ChoiceKind::word).toList();
    }
}
