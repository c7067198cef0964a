package dev.orgbench.demo.query;

import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.query.RelativeDates.Days;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Value;
import java.time.LocalDate;

/** Comparisons of dates and times with literals, absolute and relative. */
final class DateComparisons {
    private final Refusals refusals;
    private final RelativeDates relativeDates;

    DateComparisons(Refusals refusals, RelativeDates relativeDates) {
        this.refusals = refusals;
        this.relativeDates = relativeDates;
    }

    Fragment compare(Operand left, Operator operator, Value right) throws ApiError {
        if (right instanceof Value.RelativeDate relative && left.type() != FieldType.TIME) {
            return within(left, operator, relativeDates.days(relative));
        }
        String text =
                switch (right) {
                    case Value.Date date when left.type() == FieldType.DATE -> Times.date(date.date());
                    case Value.DateTime moment
                    when left.type() == FieldType.DATETIME ->
                        Times.dateTime(moment.dateTime().toInstant());
                    case Value.Time time when left.type() == FieldType.TIME -> Times.time(time.time());
                    default ->
                        throw refusals.wrongType(left.range(), left.field().name(), left.type(), right);
                };
        return Comparisons.orNull(left, operator, Fragment.of(left.sql() + Comparisons.sql(operator) + "?", text));
    }

    /** A span is one value: before it is less, after it is greater, in it is equal. */
    private Fragment within(Operand left, Operator operator, Days days) {
        String from = bound(left, days.from());
        String until = bound(left, days.until());
        return switch (operator) {
            case LESS -> Fragment.of(left.sql() + " < ?", from);
            case LESS_OR_EQUAL -> Fragment.of(left.sql() + " < ?", until);
            case GREATER -> Fragment.of(left.sql() + " >= ?", until);
            case GREATER_OR_EQUAL -> Fragment.of(left.sql() + " >= ?", from);
            case NOT_EQUAL ->
                Fragment.of(
                        "(" + left.sql() + " < ? OR " + left.sql() + " >= ? OR " + left.sql() + " IS NULL)",
                        from,
                        until);
            default -> Fragment.of("(" + left.sql() + " >= ? AND " + left.sql() + " < ?)", from, until);
        };
    }

    private String bound(Operand left, LocalDate day) {
        return left.type() == FieldType.DATE
                ? Times.date(day)
                : Times.dateTime(day.atStartOfDay(relativeDates.zone()).toInstant());
    }
}
