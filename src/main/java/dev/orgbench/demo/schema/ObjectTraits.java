package dev.orgbench.demo.schema;

import java.util.List;
import java.util.Set;

/**
 * The yes-or-no attributes of an object in the global describe: {@code createable}, {@code queryable}, ...
 *
 * @param on those that hold
 */
public record ObjectTraits(Set<String> on) {
    /** All that describe tells of, in its order. */
    public static final List<String> NAMES = List.of(
            "activateable",
            "createable",
            "customSetting",
            "deepCloneable",
            "deletable",
            "deprecatedAndHidden",
            "feedEnabled",
            "hasSubtypes",
            "isInterface",
            "isSubtype",
            "layoutable",
            "mergeable",
            "mruEnabled",
            "queryable",
            "replicateable",
            "retrieveable",
            "searchable",
            "triggerable",
            "undeletable",
            "updateable");

    /** What every custom object has. */
    public static final ObjectTraits CUSTOM = new ObjectTraits(Set.of(
            "createable",
            "deletable",
            "layoutable",
            "mruEnabled",
            "queryable",
            "replicateable",
            "retrieveable",
            "searchable",
            "triggerable",
            "undeletable",
            "updateable"));

    public ObjectTraits {
        on = Set.copyOf(on);
    }

    /** Whether {@code name}, one of {@link #NAMES}, holds. */
    public boolean has(String name) {
        return on.contains(name);
    }
}
