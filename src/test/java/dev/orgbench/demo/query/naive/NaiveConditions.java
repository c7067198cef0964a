package dev.orgbench.demo.query.naive;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import dev.orgbench.soql.DateKeyword;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether conditions hold. A missing value is only equal to null, and unlike every other.
 *
 * @param left finds the value of a left side
 * @param isBoolean whether a left side is of that type, where no value is false
 * @param semiJoin the values that a sub-query selects
 */
record NaiveConditions<R>(
        BiFunction<R, Expression, @Nullable Object> left,
        Predicate<Expression> isBoolean,
        Function<Condition.SemiJoin, List<Object>> semiJoin,
        LocalDate today,
        ZoneId zone) {
    boolean holds(R row, Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.conditions().stream().allMatch(each -> holds(row, each));
            case Condition.Or or -> or.conditions().stream().anyMatch(each -> holds(row, each));
            case Condition.Not not -> !holds(row, not.condition());
            case Condition.Group group -> holds(row, group.condition());
            case Condition.Comparison comparison ->
                compare(value(row, comparison.left()), comparison.operator(), comparison.right());
            case Condition.Membership membership -> isMember(value(row, membership.left()), membership);
            case Condition.SemiJoin join ->
                join.negated() != semiJoin.apply(join).contains(value(row, join.left()));
            case Condition.Gap _ -> throw new IllegalArgumentException("A query with an error");
        };
    }

    private @Nullable Object value(R row, Expression expression) {
        Object value = left.apply(row, expression);
        return value == null && isBoolean.test(expression) ? false : value;
    }

    private boolean isMember(@Nullable Object value, Condition.Membership membership) {
        boolean sets = membership.operator() == SetOperator.INCLUDES || membership.operator() == SetOperator.EXCLUDES;
        boolean negated = membership.operator() == SetOperator.EXCLUDES || membership.operator() == SetOperator.NOT_IN;
        boolean member = membership.values().stream()
                .anyMatch(each -> sets ? includes(value, each) : compare(value, Operator.EQUAL, each));
        return member != negated;
    }

    private static boolean includes(@Nullable Object value, Value wanted) {
        if (value == null) {
            return false;
        }
        List<String> choices = Arrays.asList(NaiveValues.fold((String) value).split(";", -1));
        return choices.containsAll(
                Arrays.asList(NaiveValues.fold(((Value.Text) wanted).text()).split(";", -1)));
    }

    private boolean compare(@Nullable Object value, Operator operator, Value right) {
        boolean none = right instanceof Value.Null
                || (right instanceof Value.Text text && text.text().isEmpty());
        if (value == null || none) {
            boolean same = value == null && none;
            return operator == Operator.EQUAL ? same : operator == Operator.NOT_EQUAL && !same;
        }
        if (operator == Operator.LIKE) {
            return isLike((String) value, ((Value.Text) right).pattern());
        }
        int order = right instanceof Value.RelativeDate relative
                ? place(value, relative)
                : NaiveValues.compare(value, literal(value, right));
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LIKE -> throw new IllegalStateException();
        };
    }

    private static Object literal(Object value, Value right) {
        return switch (right) {
            case Value.Text text -> text.text();
            case Value.Numeric number -> number.number();
            case Value.Bool bool -> bool.value();
            case Value.Date date -> date.date();
            case Value.DateTime moment -> moment.dateTime().toInstant();
            default -> throw new IllegalArgumentException(right + " beside " + value);
        };
    }

    /** Whether a day is before (-1), in (0) or after (1) a span of days. */
    private int place(Object value, Value.RelativeDate relative) {
        LocalDate day = value instanceof Instant instant ? instant.atZone(zone).toLocalDate() : (LocalDate) value;
        LocalDate from;
        LocalDate last;
        DateKeyword keyword = relative.keyword();
        switch (keyword) {
            case TODAY -> from = last = today;
            case YESTERDAY -> from = last = today.minusDays(1);
            case THIS_MONTH -> {
                from = today.withDayOfMonth(1);
                last = from.plusMonths(1).minusDays(1);
            }
            case LAST_YEAR -> {
                from = LocalDate.of(today.getYear() - 1, 1, 1);
                last = LocalDate.of(today.getYear() - 1, 12, 31);
            }
            case LAST_N_DAYS -> {
                from = today.minusDays(relative.n());
                last = today;
            }
            default -> throw new IllegalArgumentException(keyword.toString());
        }
        return day.isBefore(from) ? -1 : day.isAfter(last) ? 1 : 0;
    }

    private static boolean isLike(String value, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                case '\\' -> regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(value)
                .matches();
    }
}
