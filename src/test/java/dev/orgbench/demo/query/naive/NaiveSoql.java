package dev.orgbench.demo.query.naive;

import dev.orgbench.demo.query.naive.NaiveRows.Row;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SoqlFunction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries by walking their trees over rows in Java: filter, sort, cut, project. It knows the plain part of SOQL:
 * fields and parents, conditions, some date literals and functions, groups.
 */
public final class NaiveSoql {
    private final NaiveRows rows;
    private final LocalDate today;
    private final ZoneId zone;

    public NaiveSoql(List<GoldenTable> tables, Instant now, ZoneId zone) {
        this.rows = new NaiveRows(tables);
        this.today = LocalDate.ofInstant(now, zone);
        this.zone = zone;
    }

    /** The rows in order, each as its values joined by commas; of COUNT(), their number. */
    public List<String> answer(Query query) {
        String object = object(query);
        List<Row> found = found(query);
        List<Expression> selected =
                query.select().stream().map(NaiveSoql::expression).toList();
        if (selected.getFirst() instanceof FunctionCall call && call.arguments().isEmpty()) {
            return List.of(String.valueOf(cut(query, found.stream()).count()));
        }
        if (query.groupBy() != null || selected.stream().anyMatch(NaiveSoql::isAggregate)) {
            return new NaiveGroups(this, query, object).answer(found);
        }
        return cut(query, found.stream().sorted(order(query, (row, by) -> rows.sortKey(row, (FieldPath) by))))
                .map(row -> project(query, object, row))
                .toList();
    }

    private List<Row> found(Query query) {
        Condition where = query.where();
        Map<Condition.SemiJoin, List<Object>> selected = new HashMap<>();
        NaiveConditions<Row> conditions = new NaiveConditions<>(
                this::value,
                left -> isBoolean(object(query), left),
                join -> selected.computeIfAbsent(join, this::selected),
                today,
                zone);
        return rows.of(object(query)).stream()
                .filter(row -> where == null || conditions.holds(row, where))
                .toList();
    }

    /** Conditions about groups. */
    <G> NaiveConditions<G> having(BiFunction<G, Expression, @Nullable Object> left) {
        return new NaiveConditions<>(left, _ -> false, this::selected, today, zone);
    }

    private List<Object> selected(Condition.SemiJoin join) {
        Expression selected = expression(join.query().select().getFirst());
        return found(join.query()).stream()
                .map(row -> value(row, selected))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    @Nullable
    Object value(Row row, Expression expression) {
        if (expression instanceof FieldPath path) {
            return rows.value(row, path);
        }
        FunctionCall call = (FunctionCall) expression;
        Object argument = value(row, call.arguments().getFirst());
        if (argument == null) {
            return null;
        }
        LocalDate day = argument instanceof Instant instant
                ? LocalDate.ofInstant(instant, ZoneOffset.UTC)
                : (LocalDate) argument;
        return switch (call.function()) {
            case CALENDAR_YEAR -> BigDecimal.valueOf(day.getYear());
            case CALENDAR_MONTH -> BigDecimal.valueOf(day.getMonthValue());
            case DAY_IN_MONTH -> BigDecimal.valueOf(day.getDayOfMonth());
            case DAY_IN_WEEK -> BigDecimal.valueOf(day.getDayOfWeek().getValue() % 7 + 1);
            case HOUR_IN_DAY ->
                BigDecimal.valueOf(
                        LocalTime.ofInstant((Instant) argument, ZoneOffset.UTC).getHour());
            default -> throw new IllegalArgumentException(call.function().toString());
        };
    }

    String shown(String object, Expression expression, @Nullable Object value) {
        return NaiveValues.shown(value, isWhole(object, expression));
    }

    private boolean isWhole(String object, Expression expression) {
        if (expression instanceof FieldPath path) {
            return rows.type(object, path).equals("int");
        }
        FunctionCall call = (FunctionCall) expression;
        return switch (call.function()) {
            case AVG -> false;
            case SUM, MIN, MAX -> isWhole(object, call.arguments().getFirst());
            default -> true;
        };
    }

    private boolean isBoolean(String object, Expression left) {
        return left instanceof FieldPath path && rows.type(object, path).equals("boolean");
    }

    private String project(Query query, String object, Row row) {
        List<String> values = new ArrayList<>();
        for (SelectItem item : query.select()) {
            FieldPath path = (FieldPath) expression(item);
            int parents = path.parents().size();
            // A parent that is not there is null as a whole, from the first missing one on.
            int there = 0;
            while (there < parents && rows.parent(row, path.parents().subList(0, there + 1)) != null) {
                there++;
            }
            String value = there < parents ? "null" : shown(object, path, value(row, path));
            values.add("(".repeat(there) + value + ")".repeat(there));
        }
        return String.join(", ", values);
    }

    static <G> Comparator<G> order(Query query, BiFunction<G, Expression, @Nullable Object> value) {
        Comparator<G> order = (_, _) -> 0;
        for (Query.Ordering each : query.orderBy()) {
            Comparator<@Nullable Object> values =
                    NaiveValues.order(each.direction() == Query.Direction.DESC, each.nulls() == Query.Nulls.LAST);
            order = order.thenComparing((left, right) ->
                    values.compare(value.apply(left, each.expression()), value.apply(right, each.expression())));
        }
        return order;
    }

    static <G> Stream<G> cut(Query query, Stream<G> all) {
        Stream<G> behind =
                query.offset() == null ? all : all.skip(query.offset().number());
        return query.limit() == null ? behind : behind.limit(query.limit().number());
    }

    static Expression expression(SelectItem item) {
        return ((SelectItem.Column) item).expression();
    }

    static boolean isAggregate(Expression expression) {
        return expression instanceof FunctionCall call && call.function().isAggregate();
    }

    static boolean isGrouping(Expression expression) {
        return expression instanceof FunctionCall call && call.function() == SoqlFunction.GROUPING;
    }

    private static String object(Query query) {
        return query.from().getFirst().path().text();
    }
}
