package dev.orgbench.soql;

import dev.orgbench.soql.Query.CategoryFilter;
import dev.orgbench.soql.Query.GroupingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes parts of a tree on one line. Names and values are written as they were, keywords in capitals. */
final class FlatText {
    private static final String UPDATE = "UPDATE_";

    private final String soql;

    /** @param soql what the tree was read from, without an error */
    FlatText(String soql) {
        this.soql = soql;
    }

    String query(Query query) {
        return String.join(" ", clauses(query, list(query.select(), this::item)));
    }

    /** The clauses of {@code query}, SELECT with {@code select} behind it. */
    private List<String> clauses(Query query, String select) {
        List<String> clauses = new ArrayList<>();
        clauses.add("SELECT " + select);
        clauses.add(from(query));
        if (query.where() != null) {
            clauses.add("WHERE " + condition(query.where()));
        }
        clauses.addAll(behindWhere(query));
        return clauses;
    }

    /** {@code Contact(Id, Name LIMIT 5)}. */
    String returned(Returned returned) {
        Query query = returned.query();
        if (query.select().isEmpty()) {
            return returned.object().text();
        }
        List<String> parts = new ArrayList<>();
        parts.add(list(query.select(), this::item));
        if (query.where() != null) {
            parts.add("WHERE " + condition(query.where()));
        }
        parts.addAll(listView(returned));
        parts.addAll(behindWhere(query));
        return returned.object().text() + "(" + String.join(" ", parts) + ")";
    }

    /** USING LISTVIEW, if it is there. */
    static List<String> listView(Returned returned) {
        return returned.listView() == null
                ? List.of()
                : List.of("USING LISTVIEW = " + returned.listView().text());
    }

    /** FROM, and USING SCOPE if there is one. */
    String from(Query query) {
        String sources = list(
                query.from(),
                from -> from.path().text()
                        + (from.alias() == null ? "" : " " + from.alias().text()));
        return "FROM " + sources
                + (query.scope() == null ? "" : " USING SCOPE " + query.scope().text());
    }

    /** The clauses behind WHERE. */
    List<String> behindWhere(Query query) {
        List<String> clauses = new ArrayList<>();
        if (query.access() != null) {
            clauses.add("WITH " + query.access().text());
        }
        if (!query.categories().isEmpty()) {
            clauses.add("WITH " + categories(query.categories()));
        }
        Query.Grouping groups = query.groupBy();
        if (groups != null) {
            String fields = list(groups.expressions(), this::expression);
            clauses.add(
                    "GROUP BY " + (groups.kind() == GroupingKind.PLAIN ? fields : groups.kind() + "(" + fields + ")"));
        }
        if (query.having() != null) {
            clauses.add("HAVING " + condition(query.having()));
        }
        if (!query.orderBy().isEmpty()) {
            clauses.add("ORDER BY " + list(query.orderBy(), this::ordering));
        }
        amount(clauses, "LIMIT ", query.limit());
        amount(clauses, "OFFSET ", query.offset());
        endings(query.endings(), clauses);
        return clauses;
    }

    /** What is updated is a list in the documentation; what it is for stands by itself. */
    private static void endings(List<Query.Ending> endings, List<String> clauses) {
        boolean update = false;
        for (Query.Ending ending : endings) {
            String name = ending.kind().name();
            boolean further = update && name.startsWith(UPDATE);
            clauses.add(
                    further ? clauses.removeLast() + ", " + name.substring(UPDATE.length()) : name.replace('_', ' '));
            update = name.startsWith(UPDATE);
        }
    }

    private static void amount(List<String> clauses, String word, Query.@Nullable Amount amount) {
        if (amount != null) {
            clauses.add(word + amount.number());
        }
    }

    static String categories(List<CategoryFilter> filters) {
        return "DATA CATEGORY " + filters.stream().map(FlatText::category).collect(Collectors.joining(" AND "));
    }

    private static String category(CategoryFilter filter) {
        return filter.group().text() + " " + filter.selector() + " (" + list(filter.categories(), Name::text) + ")";
    }

    private String ordering(Query.Ordering ordering) {
        return expression(ordering.expression())
                + (ordering.direction() == null ? "" : " " + ordering.direction())
                + (ordering.nulls() == null ? "" : " NULLS " + ordering.nulls());
    }

    String item(SelectItem item) {
        return switch (item) {
            case SelectItem.Column column ->
                expression(column.expression())
                        + (column.alias() == null ? "" : " " + column.alias().text());
            case SelectItem.AllFields all -> "FIELDS(" + all.fieldSet() + ")";
            case SelectItem.Children children -> "(" + query(children.query()) + ")";
            case SelectItem.TypeOf typeOf -> typeOf(typeOf);
        };
    }

    private static String typeOf(SelectItem.TypeOf typeOf) {
        String branches = typeOf.branches().stream()
                .map(when -> " WHEN " + when.type().text() + " THEN " + list(when.fields(), Expression.FieldPath::text))
                .collect(Collectors.joining());
        String otherwise =
                typeOf.otherwise().isEmpty() ? "" : " ELSE " + list(typeOf.otherwise(), Expression.FieldPath::text);
        return "TYPEOF " + typeOf.relationship().text() + branches + otherwise + " END";
    }

    String condition(Condition condition) {
        return switch (condition) {
            case Condition.And and ->
                and.conditions().stream().map(this::condition).collect(Collectors.joining(" AND "));
            case Condition.Or or ->
                or.conditions().stream().map(this::condition).collect(Collectors.joining(" OR "));
            case Condition.Not not -> "NOT " + condition(not.condition());
            case Condition.Group group -> "(" + condition(group.condition()) + ")";
            case Condition.Comparison test ->
                expression(test.left()) + " " + test.operator().text() + " " + value(test.right());
            case Condition.Membership test -> opening(test) + list(test.values(), this::value) + ")";
            case Condition.SemiJoin join -> opening(join) + query(join.query()) + ")";
            case Condition.Gap gap -> source(gap.range());
        };
    }

    /** {@code Name IN (}. */
    String opening(Condition.Membership test) {
        return expression(test.left()) + " " + test.operator().text() + " (";
    }

    String opening(Condition.SemiJoin join) {
        return expression(join.left()) + (join.negated() ? " NOT IN (" : " IN (");
    }

    String expression(Expression expression) {
        return switch (expression) {
            case Expression.FieldPath path -> path.text();
            case Expression.FunctionCall call ->
                call.name().text() + "(" + list(call.arguments(), this::expression) + ")";
            case Expression.UnknownCall call -> source(call.range());
            case Expression.Constant constant -> value(constant.value());
        };
    }

    String value(Value value) {
        return switch (value) {
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Null none -> "null";
            case Value.RelativeDate date -> date.keyword() + (date.keyword().isCounted() ? ":" + date.n() : "");
            default -> source(value.range());
        };
    }

    private String source(Range range) {
        return soql.substring(range.start(), range.end());
    }

    private static <T> String list(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", "));
    }
}
