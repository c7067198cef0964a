package dev.orgbench.ui.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A line of the list on the left. */
sealed interface ObjectRow {
    /** How many fields are listed at most: nobody reads on, and every key would cost more. */
    int MOST_FIELDS = 200;

    /** A caption. */
    record Header(String text) implements ObjectRow {}

    record Item(ObjectSummary object) implements ObjectRow {}

    /** A field that was found in some object. */
    record Found(FieldIndex.Hit hit) implements ObjectRow {}

    /** Which objects are listed. */
    enum Kind {
        ALL("All"),
        STANDARD("Standard"),
        CUSTOM("Custom");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean takes(ObjectSummary object) {
            return this == ALL || object.custom() == (this == CUSTOM);
        }
    }

    /** The lines for what was typed: with nothing typed the shelf and all objects, else what matches, fields below. */
    static List<ObjectRow> rows(List<ObjectSummary> objects, Kind kind, String typed, Shelf shelf, FieldIndex index) {
        List<ObjectSummary> ofKind = objects.stream().filter(kind::takes).toList();
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<ObjectRow> rows = new ArrayList<>();
        if (wanted.isEmpty()) {
            Map<String, ObjectSummary> byName =
                    ofKind.stream().collect(Collectors.toMap(ObjectSummary::name, Function.identity(), (a, b) -> a));
            section(rows, "Favourites", items(shelf.favourites(), byName));
            section(rows, "Recent", items(shelf.recent(), byName));
            section(
                    rows,
                    rows.isEmpty() ? "" : "All objects",
                    ofKind.stream().<ObjectRow>map(Item::new).toList());
            return rows;
        }
        List<ObjectRow> matching = ofKind.stream()
                .filter(object -> object.matches(wanted))
                .sorted(Comparator.comparing(object -> object.rank(wanted)))
                .<ObjectRow>map(Item::new)
                .toList();
        Set<String> names = ofKind.stream().map(ObjectSummary::name).collect(Collectors.toSet());
        List<FieldIndex.Hit> hits = wanted.length() < 2 ? List.of() : index.find(wanted, names, MOST_FIELDS);
        section(rows, hits.isEmpty() ? "" : "Objects", matching);
        String more = hits.size() == MOST_FIELDS ? "the first " + MOST_FIELDS : Integer.toString(hits.size());
        section(
                rows,
                "Fields (" + more + ")",
                hits.stream().<ObjectRow>map(Found::new).toList());
        return rows;
    }

    private static void section(List<ObjectRow> rows, String caption, List<ObjectRow> items) {
        if (!items.isEmpty() && !caption.isEmpty()) {
            rows.add(new Header(caption));
        }
        rows.addAll(items);
    }

    private static List<ObjectRow> items(List<String> names, Map<String, ObjectSummary> byName) {
        return names.stream()
                .map(byName::get)
                .filter(Objects::nonNull)
                .<ObjectRow>map(Item::new)
                .toList();
    }
}
