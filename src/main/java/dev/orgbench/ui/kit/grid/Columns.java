package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds columns in records, where nobody says which there are. */
public final class Columns {
    private static final int ROWS_READ = 2_000;

    private Columns() {}

    /** Every value that some record has, in the order of the records; parents are spread: {@code Owner.Name}. */
    public static List<GridColumn> in(List<JsonNode> records) {
        Map<String, GridColumn.Kind> found = new LinkedHashMap<>();
        records.stream().limit(ROWS_READ).forEach(record -> spread("", record, found));
        // A parent that is null in one record and there in another has its columns already.
        found.keySet().removeIf(name -> found.keySet().stream().anyMatch(other -> other.startsWith(name + ".")));
        return found.entrySet().stream()
                .map(entry -> GridColumn.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a value looks like, for a column of which describe says nothing. */
    public static GridColumn.Kind kind(String name, JsonNode value) {
        if (value.isNumber()) {
            return GridColumn.Kind.NUMBER;
        }
        if (value.isBoolean()) {
            return GridColumn.Kind.BOOLEAN;
        }
        if (Values.isChildren(value)) {
            return GridColumn.Kind.CHILDREN;
        }
        if (value.isObject() && !LongTexts.isCut(value)) {
            return GridColumn.Kind.COMPOUND;
        }
        boolean id = name.endsWith("Id") && value.isTextual() && value.asText().matches("[a-zA-Z0-9]{18}");
        return id ? GridColumn.Kind.ID : GridColumn.Kind.TEXT;
    }

    private static void spread(String prefix, JsonNode object, Map<String, GridColumn.Kind> found) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (Values.isAbout(member)) {
                continue;
            }
            boolean parent = value.isObject() && value.path("attributes").isObject();
            if (parent) {
                spread(name + ".", value, found);
            } else {
                GridColumn.Kind kind = kind(name, value);
                found.merge(name, kind, (before, now) -> value.isNull() ? before : merged(before, now));
            }
        }
    }

    /** A column that held nothing but null looked like text so far. */
    private static GridColumn.Kind merged(GridColumn.Kind before, GridColumn.Kind now) {
        return before == GridColumn.Kind.TEXT ? now : before;
    }
}
