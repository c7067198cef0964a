package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.grid.Columns;
import dev.orgbench.ui.kit.grid.GridColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result: in the order of the SELECT list, named as the records name them, typed as describe tells.
 *
 * @param query the tree; what of it could not be read, the records decide
 */
record ColumnPlan(Query query, Schema schema) {
    /** The columns, by the records of the first page. */
    List<GridColumn> columns(List<JsonNode> records) {
        Map<String, GridColumn> found = new LinkedHashMap<>();
        Columns.in(records).forEach(column -> found.put(key(column.title()), column));
        List<GridColumn> columns = new ArrayList<>();
        for (Planned planned : planned()) {
            GridColumn matched = found.remove(key(planned.path()));
            if (matched == null && planned.path().contains(".")) {
                // A grouped field stands in its row under its own name, without the path.
                matched = records.isEmpty() ? null : found.remove(key(last(planned.path())));
            }
            if (matched != null) {
                columns.add(planned.kind() == null ? matched : certain(matched, planned.kind()));
            } else if (records.isEmpty() || hasNullParent(planned.path(), found)) {
                GridColumn.Kind kind = planned.kind() == null ? GridColumn.Kind.TEXT : planned.kind();
                columns.add(GridColumn.of(planned.path(), kind));
            }
        }
        found.values().stream()
                .filter(rest -> columns.stream().noneMatch(column -> isParent(rest, column)))
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    /** The same columns with what describe tells of them: type, label, whether and how they may be changed. */
    List<GridColumn> typed(List<GridColumn> columns, ObjectDescribe describe) {
        return columns.stream()
                .map(column -> column.kind() == GridColumn.Kind.CHILDREN ? column : typed(column, describe))
                .toList();
    }

    /** The object behind FROM; empty where there is none yet. */
    Optional<String> object() {
        return query.from().stream().findFirst().map(from -> from.path().text()).filter(name -> !name.isBlank());
    }

    /** An item of SELECT: where its values will be, and what they are if that is certain. */
    private record Planned(String path, GridColumn.@Nullable Kind kind) {}

    private List<Planned> planned() {
        List<Planned> planned = new ArrayList<>();
        int unnamed = 0;
        for (SelectItem item : query.select()) {
            switch (item) {
                case SelectItem.Column(var range, Expression.FieldPath path, var alias) ->
                    planned.add(new Planned(alias == null ? withoutAlias(path) : alias.text(), null));
                case SelectItem.Column(var range, Expression.FunctionCall call, var alias) -> {
                    if (alias != null) {
                        planned.add(new Planned(alias.text(), null));
                    } else if (isFormatting(call) && call.arguments().getFirst() instanceof Expression.FieldPath path) {
                        planned.add(new Planned(withoutAlias(path), null));
                    } else {
                        planned.add(new Planned(
                                call.arguments().isEmpty()
                                                && unnamed == 0
                                                && query.select().size() == 1
                                        ? "COUNT()"
                                        : "expr" + unnamed++,
                                null));
                    }
                }
                case SelectItem.Column other -> {}
                case SelectItem.Children(var range, Query children) -> {
                    if (!children.from().isEmpty()) {
                        planned.add(
                                new Planned(children.from().getFirst().path().text(), GridColumn.Kind.CHILDREN));
                    }
                }
                // Which fields these stand for, the records tell.
                case SelectItem.AllFields all -> {}
                case SelectItem.TypeOf typeOf -> {}
            }
        }
        return planned;
    }

    private static boolean isFormatting(Expression.FunctionCall call) {
        return List.of("tolabel", "format", "convertcurrency")
                        .contains(call.name().text().toLowerCase(Locale.ROOT))
                && !call.arguments().isEmpty();
    }

    private String withoutAlias(Expression.FieldPath path) {
        List<Name> names = path.names();
        if (names.size() > 1 && !query.from().isEmpty()) {
            Query.From from = query.from().getFirst();
            Name alias = from.alias();
            String first = names.getFirst().text();
            if ((alias != null && alias.text().equalsIgnoreCase(first))
                    || from.path().text().equalsIgnoreCase(first)) {
                return String.join(".", names.stream().skip(1).map(Name::text).toList());
            }
        }
        return path.text();
    }

    private static GridColumn certain(GridColumn column, GridColumn.Kind kind) {
        return new GridColumn(column.path(), kind, "", false, List.of(), false, 0);
    }

    private GridColumn typed(GridColumn column, ObjectDescribe describe) {
        if (column.path().size() > 1) {
            return parentTyped(column);
        }
        return describe.field(column.title())
                .map(known -> new GridColumn(
                        List.of(known.name()),
                        kind(FieldType.of(known.type()), column.kind()),
                        known.label(),
                        known.is("updateable") && !isAggregate(),
                        known.type().equals("multipicklist") ? List.of() : known.picklistValues(),
                        known.is("restrictedPicklist"),
                        known.length()))
                .orElse(column);
    }

    private GridColumn parentTyped(GridColumn column) {
        Optional<ObjectSchema> at = object().flatMap(name -> schema.object(name).known());
        for (String step : column.path().subList(0, column.path().size() - 1)) {
            at = at.flatMap(object -> object.parent(step))
                    .filter(field -> !field.referenceTo().isEmpty())
                    .flatMap(field ->
                            schema.object(field.referenceTo().getFirst()).known());
        }
        return at.flatMap(object -> object.field(column.path().getLast()))
                .map(field -> new GridColumn(
                        column.path(), kind(field.type(), column.kind()), field.label(), false, List.of(), false, 0))
                .orElse(column);
    }

    private boolean isAggregate() {
        return query.groupBy() != null
                || query.select().stream()
                        .anyMatch(item ->
                                item instanceof SelectItem.Column(var range, Expression.FunctionCall call, var alias)
                                        && !isFormatting(call));
    }

    private static GridColumn.Kind kind(FieldType type, GridColumn.Kind seen) {
        return switch (type.family()) {
            case ID -> GridColumn.Kind.ID;
            case NUMBER -> GridColumn.Kind.NUMBER;
            case BOOLEAN -> GridColumn.Kind.BOOLEAN;
            case DATE -> GridColumn.Kind.DATE;
            case DATE_TIME -> GridColumn.Kind.DATE_TIME;
            case COMPOUND -> GridColumn.Kind.COMPOUND;
            case TEXT, TIME, OTHER -> seen;
        };
    }

    private static boolean hasNullParent(String path, Map<String, GridColumn> found) {
        int dot = path.lastIndexOf('.');
        while (dot > 0) {
            if (found.containsKey(key(path.substring(0, dot)))) {
                return true;
            }
            dot = path.lastIndexOf('.', dot - 1);
        }
        return false;
    }

    private static boolean isParent(GridColumn rest, GridColumn column) {
        return key(column.title()).startsWith(key(rest.title()) + ".");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String key(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
