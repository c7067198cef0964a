package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SoqlFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code /query?columns=true} says of a query's columns; the sf command line cannot show rows without it. */
final class ColumnMetadata {
    private final Compilation compilation;
    private final Tables tables;
    private final Query query;
    private final ArrayNode columns = JsonNodeFactory.instance.arrayNode();
    private final Map<Entity, ArrayNode> columnsOf = new HashMap<>();
    private int unnamed;

    private ColumnMetadata(Compilation compilation, Tables tables, Query query) {
        this.compilation = compilation;
        this.tables = tables;
        this.query = query;
        columnsOf.put(tables.root(), columns);
    }

    /** The whole answer. The query must be one that runs. */
    static ObjectNode of(Compilation compilation, Query query) throws ApiError {
        ColumnMetadata metadata = new ColumnMetadata(compilation, compilation.tables(query), query);
        metadata.fill();
        boolean idSelected = false;
        for (JsonNode column : metadata.columns) {
            idSelected |= column.get("columnName").textValue().equals("Id");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("columnMetadata", metadata.columns);
        return answer.put("entityName", metadata.tables.root().object().name())
                .put("groupBy", query.groupBy() != null)
                .put("idSelected", idSelected)
                .put("keyPrefix", metadata.tables.root().object().keyPrefix());
    }

    private void fill() throws ApiError {
        for (SelectItem item : query.select()) {
            switch (item) {
                case SelectItem.Column column -> add(column);
                case SelectItem.AllFields all -> addAll(all);
                case SelectItem.Children children -> addChildren(children.query());
                case SelectItem.TypeOf typeOf -> {
                    Entity.AnyOf any = tables.polymorphic(typeOf.relationship());
                    placeOf(tables.stepsTo(any).getLast().from())
                            .add(column(any.relationship(), any.relationship(), null, false));
                }
            }
        }
    }

    private void add(SelectItem.Column item) throws ApiError {
        String alias = item.alias() == null ? null : item.alias().text();
        switch (item.expression()) {
            case FieldPath path -> {
                Column column = tables.column(path);
                // A grouped parent's field stands in the row itself.
                ArrayNode place = query.groupBy() == null ? placeOf(column.entity()) : columns;
                place.add(field(column.field(), alias));
            }
            // COUNT() has no columns.
            case FunctionCall call when call.arguments().isEmpty() -> {}
            case FunctionCall call -> columns.add(function(call, alias));
            case Expression.Constant constant -> {}
            case Expression.UnknownCall call -> {}
        }
    }

    private void addAll(SelectItem.AllFields all) {
        for (Field field : tables.root().object().fields()) {
            boolean wanted = all.fieldSet() == SelectItem.FieldSet.ALL
                    || field.custom() == (all.fieldSet() == SelectItem.FieldSet.CUSTOM);
            if (wanted) {
                columns.add(field(field, null));
            }
        }
    }

    private void addChildren(Query inner) throws ApiError {
        Children children = Children.find(
                compilation.schema(), compilation.refusals(), tables.root().object(), inner);
        ColumnMetadata metadata = new ColumnMetadata(compilation, compilation.tables(inner, children.object()), inner);
        metadata.fill();
        ObjectNode column = column(children.name(), children.name(), null, true);
        column.set("joinColumns", metadata.columns);
        columns.add(column);
    }

    /** Where the columns of an entity go: into the column of the parent that it is. */
    private ArrayNode placeOf(Entity entity) {
        List<Tables.Step> steps = tables.stepsTo(entity);
        ArrayNode place = columns;
        for (Tables.Step step : steps) {
            ArrayNode known = columnsOf.get(step.to());
            if (known == null) {
                ObjectNode parent = column(step.relationship(), step.relationship(), null, false);
                parent.put("foreignKeyName", step.reference().name());
                place.add(parent);
                known = (ArrayNode) parent.get("joinColumns");
                columnsOf.put(step.to(), known);
            }
            place = known;
        }
        return place;
    }

    private static ObjectNode field(Field field, @Nullable String alias) {
        return column(alias == null ? field.name() : alias, field.name(), apexType(field.type()), false)
                .put("booleanType", field.type() == FieldType.BOOLEAN)
                .put("custom", field.custom())
                .put("insertable", field.createable())
                .put("numberType", field.type().isNumber())
                .put("textType", field.type().isText())
                .put("updatable", field.updateable());
    }

    private ObjectNode function(FunctionCall call, @Nullable String alias) throws ApiError {
        Expression shown = Conversions.shown(call);
        if (shown instanceof FieldPath path && query.groupBy() == null && alias == null) {
            return field(tables.column(path).field(), null)
                    .put("numberType", false)
                    .put("textType", true);
        }
        FieldType type = Conversions.isConversion(call) ? FieldType.STRING : typeOf(shown);
        return column(alias == null ? "expr" + unnamed++ : alias, display(call), null, true)
                .put("numberType", type.isNumber())
                .put("textType", type.isText());
    }

    private FieldType typeOf(Expression shown) throws ApiError {
        boolean grouping = shown instanceof FunctionCall call && call.function() == SoqlFunction.GROUPING;
        return grouping ? FieldType.INT : new Operands(tables).ofGroup(shown).type();
    }

    private static String display(FunctionCall call) {
        String argument =
                switch (call.arguments().getFirst()) {
                    case FieldPath path -> path.text();
                    case FunctionCall inner -> display(inner);
                    case Expression.Constant constant -> "";
                    case Expression.UnknownCall unknown -> "";
                };
        return call.name().text().toLowerCase(Locale.ROOT) + "(" + argument + ")";
    }

    private static ObjectNode column(String name, String displayName, @Nullable String apexType, boolean aggregate) {
        ObjectNode column = JsonNodeFactory.instance
                .objectNode()
                .put("aggregate", aggregate)
                .put("apexType", apexType)
                .put("booleanType", false)
                .put("columnName", name)
                .put("custom", false)
                .put("displayName", displayName)
                .putNull("foreignKeyName")
                .put("insertable", false);
        column.putArray("joinColumns");
        return column.put("numberType", false).put("textType", false).put("updatable", false);
    }

    private static String apexType(FieldType type) {
        return switch (type) {
            case ID, REFERENCE -> "Id";
            case BOOLEAN -> "Boolean";
            case INT -> "Integer";
            case LONG -> "Long";
            case DOUBLE, CURRENCY, PERCENT -> "Decimal";
            case DATE -> "Date";
            case DATETIME -> "Datetime";
            case TIME -> "Time";
            case ADDRESS -> "Address";
            case LOCATION -> "Location";
            default -> "String";
        };
    }
}
