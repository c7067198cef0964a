package dev.orgbench.soql;

import dev.orgbench.soql.Query.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tree as one line, for tables: each node by its name with its parts in brackets. */
final class TreeText {
    private TreeText() {}

    static String of(Query query) {
        List<String> parts = new ArrayList<>();
        parts.add(node("select", query.select(), TreeText::item));
        parts.add(node("from", query.from(), TreeText::from));
        add(parts, "scope", query.scope() == null ? null : query.scope().text());
        add(parts, "where", query.where() == null ? null : condition(query.where()));
        add(parts, "access", query.access() == null ? null : query.access().text());
        if (!query.categories().isEmpty()) {
            parts.add(node(
                    "categories",
                    query.categories(),
                    each -> each.group().text() + " " + each.selector() + node("", each.categories(), Name::text)));
        }
        Query.Grouping groups = query.groupBy();
        if (groups != null) {
            parts.add(node(
                    groups.kind() == Query.GroupingKind.PLAIN
                            ? "group"
                            : groups.kind().name(),
                    groups.expressions(),
                    TreeText::expression));
        }
        add(parts, "having", query.having() == null ? null : condition(query.having()));
        if (!query.orderBy().isEmpty()) {
            parts.add(node(
                    "order",
                    query.orderBy(),
                    each -> expression(each.expression())
                            + (each.direction() == null ? "" : " " + each.direction())
                            + (each.nulls() == null ? "" : " NULLS " + each.nulls())));
        }
        add(
                parts,
                "limit",
                query.limit() == null ? null : String.valueOf(query.limit().number()));
        add(
                parts,
                "offset",
                query.offset() == null ? null : String.valueOf(query.offset().number()));
        query.endings().forEach(ending -> parts.add(ending.kind().name()));
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "[" + value + "]");
        }
    }

    private static <T> String node(String name, List<T> parts, Function<T, String> text) {
        return name + parts.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String from(From from) {
        return from.path().text()
                + (from.alias() == null ? "" : " " + from.alias().text());
    }

    private static String item(SelectItem item) {
        return switch (item) {
            case SelectItem.Column column ->
                expression(column.expression())
                        + (column.alias() == null ? "" : " " + column.alias().text());
            case SelectItem.AllFields all -> "fields[" + all.fieldSet() + "]";
            case SelectItem.Children children -> "children[" + of(children.query()) + "]";
            case SelectItem.TypeOf typeOf ->
                "typeof[" + typeOf.relationship().text()
                        + typeOf.branches().stream()
                                .map(when -> " " + node(when.type().text(), when.fields(), Expression.FieldPath::text))
                                .collect(Collectors.joining())
                        + (typeOf.otherwise().isEmpty()
                                ? ""
                                : " " + node("else", typeOf.otherwise(), Expression.FieldPath::text))
                        + "]";
        };
    }

    private static String expression(Expression expression) {
        return switch (expression) {
            case Expression.FieldPath path -> path.text();
            case Expression.FunctionCall call -> node(call.function().name(), call.arguments(), TreeText::expression);
            case Expression.UnknownCall call ->
                node("unknown " + call.name().text(), call.arguments(), TreeText::expression);
            case Expression.Constant constant -> value(constant.value());
        };
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case Condition.And and -> node("and", and.conditions(), TreeText::condition);
            case Condition.Or or -> node("or", or.conditions(), TreeText::condition);
            case Condition.Not not -> "not[" + condition(not.condition()) + "]";
            case Condition.Group group -> "(" + condition(group.condition()) + ")";
            case Condition.Comparison test ->
                expression(test.left()) + " " + test.operator().text() + " " + value(test.right());
            case Condition.Membership test ->
                expression(test.left()) + " " + node(test.operator().text(), test.values(), TreeText::value);
            case Condition.SemiJoin join ->
                expression(join.left()) + (join.negated() ? " not in[" : " in[") + of(join.query()) + "]";
            case Condition.Gap gap -> expression(gap.left()) + " ?";
        };
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text text -> "'" + text.pattern() + "'";
            case Value.Numeric number -> number.number().toPlainString();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Null none -> "null";
            case Value.Date date -> "date " + date.date();
            case Value.DateTime moment -> "dateTime " + moment.dateTime();
            case Value.Time time -> "time " + time.time();
            case Value.RelativeDate date -> date.keyword().name().toLowerCase(Locale.ROOT) + " " + date.n();
            case Value.Currency currency ->
                currency.isoCode() + " " + currency.amount().toPlainString();
            case Value.Bind bind -> "bind " + bind.name();
            case Value.Gap gap -> "?";
        };
    }
}
