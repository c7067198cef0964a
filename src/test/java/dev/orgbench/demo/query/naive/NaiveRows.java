package dev.orgbench.demo.query.naive;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows in Java maps, and what paths find in them. */
final class NaiveRows {
    private final Map<String, GoldenTable> tables = new HashMap<>();
    private final Map<String, Row> byId = new HashMap<>();

    /** A row and what it is a row of. */
    record Row(GoldenTable table, Map<String, @Nullable String> cells) {}

    NaiveRows(List<GoldenTable> all) {
        for (GoldenTable table : all) {
            tables.put(table.name(), table);
            for (Map<String, @Nullable String> cells : table.rows()) {
                byId.put(Objects.requireNonNull(cells.get("Id")), new Row(table, cells));
            }
        }
    }

    /** The rows of an object that are not in the recycle bin. */
    List<Row> of(String object) {
        GoldenTable table = Objects.requireNonNull(tables.get(object));
        return table.rows().stream()
                .filter(cells -> !"true".equals(cells.get("IsDeleted")))
                .map(cells -> new Row(table, cells))
                .toList();
    }

    /** The row at the end of a path's relationships; null where one leads nowhere. */
    @Nullable
    Row parent(Row row, List<Name> relationships) {
        Row at = row;
        for (Name relationship : relationships) {
            GoldenTable table = at.table();
            String field = table.types().keySet().stream()
                    .filter(name -> table.type(name, 1).equals(relationship.text())
                            && table.type(name).equals("reference"))
                    .findFirst()
                    .orElseThrow();
            String id = at.cells().get(field);
            Row next = id == null ? null : byId.get(id);
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    /** A field's value: a text, number, boolean, date or instant. */
    @Nullable
    Object value(Row row, FieldPath path) {
        Row owner = parent(row, path.parents());
        String field = path.field().text();
        if (owner == null) {
            return null;
        }
        String cell = owner.cells().get(field);
        if (cell == null) {
            return null;
        }
        return switch (owner.table().type(field)) {
            case "int", "currency", "double", "percent" -> new BigDecimal(cell);
            case "boolean" -> Boolean.valueOf(cell);
            case "date" -> LocalDate.parse(cell);
            case "datetime" -> Instant.parse(cell);
            default -> cell;
        };
    }

    /** What rows are sorted by: of a picklist, the place of the value in its list. */
    @Nullable
    Object sortKey(Row row, FieldPath path) {
        Row owner = parent(row, path.parents());
        Object value = value(row, path);
        if (owner == null
                || value == null
                || !owner.table().type(path.field().text()).equals("picklist")) {
            return value;
        }
        List<String> choices =
                List.of(owner.table().type(path.field().text(), 1).split(",", -1));
        return BigDecimal.valueOf(choices.indexOf((String) value));
    }

    /** The type of a field, whatever the row holds. */
    String type(String object, FieldPath path) {
        GoldenTable table = Objects.requireNonNull(tables.get(object));
        for (Name relationship : path.parents()) {
            GoldenTable of = table;
            String field = of.types().keySet().stream()
                    .filter(name -> of.type(name, 1).equals(relationship.text())
                            && of.type(name).equals("reference"))
                    .findFirst()
                    .orElseThrow();
            table = Objects.requireNonNull(tables.get(of.targets(field).getFirst()));
        }
        return table.type(path.field().text());
    }
}
