package dev.orgbench.soql.check;

import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import java.util.Locale;
import java.util.Set;

/** Checks the names in fields and functions, and that functions are given what they take. */
final class FunctionCheck {
    private static final Set<String> UNITS = Set.of("mi", "km");

    private final NameCheck names;
    private final Report report;

    FunctionCheck(NameCheck names, Report report) {
        this.names = names;
        this.report = report;
    }

    void expression(Expression expression) {
        switch (expression) {
            case FieldPath path -> names.field(path);
            case FunctionCall call -> {
                if (call.function() == SoqlFunction.CONVERT_TIMEZONE || call.function() == SoqlFunction.GEOLOCATION) {
                    report.error(
                            call.range(),
                            call.function().soqlName() + " stands within "
                                    + (call.function() == SoqlFunction.GEOLOCATION
                                            ? "DISTANCE()."
                                            : "a function of dates, as in HOUR_IN_DAY(convertTimezone(CreatedDate))."));
                }
                call(call);
            }
            case Expression.UnknownCall call -> call.arguments().forEach(this::expression);
            case Expression.Constant constant -> {}
        }
    }

    private void call(FunctionCall call) {
        if (call.function() == SoqlFunction.DISTANCE) {
            distance(call);
        }
        for (Expression argument : call.arguments()) {
            if (argument instanceof FieldPath path) {
                names.field(path).ifPresent(field -> argument(call, path, field));
            } else if (argument instanceof FunctionCall inner) {
                nested(call, inner);
            } else {
                expression(argument);
            }
        }
    }

    private void nested(FunctionCall outer, FunctionCall inner) {
        boolean fits =
                switch (inner.function()) {
                    case CONVERT_TIMEZONE -> outer.function().kind() == SoqlFunction.Kind.DATE;
                    case GEOLOCATION -> outer.function() == SoqlFunction.DISTANCE;
                    default -> outer.function() == SoqlFunction.FORMAT;
                };
        if (!fits) {
            report.error(
                    inner.range(),
                    inner.function().soqlName() + " cannot stand within "
                            + outer.function().soqlName() + ".");
        }
        call(inner);
    }

    private void distance(FunctionCall call) {
        if (call.arguments().size() < 3) {
            return;
        }
        Expression from = call.arguments().get(1);
        if (!(from instanceof FunctionCall place && place.function() == SoqlFunction.GEOLOCATION)) {
            report.error(from.range(), "DISTANCE measures from GEOLOCATION(latitude, longitude).");
        }
        Expression unit = call.arguments().get(2);
        boolean known = unit instanceof Expression.Constant constant
                && constant.value() instanceof Value.Text text
                && UNITS.contains(text.text().toLowerCase(Locale.ROOT));
        if (!known) {
            report.error(
                    unit.range(),
                    "DISTANCE is in miles or in kilometers: 'mi' or 'km'.",
                    Report.change(unit.range(), "'mi'"),
                    Report.change(unit.range(), "'km'"));
        }
    }

    private void argument(FunctionCall call, FieldPath path, FieldSchema field) {
        if (!takes(call.function(), field)) {
            report.error(
                    path.range(),
                    call.function().soqlName() + " does not take " + field.name() + ", " + QueryCheck.article(field)
                            + " field: it takes " + wanted(call.function()) + ".");
        }
    }

    /** (SOQL and SOSL Reference, "Aggregate Functions", "Date Functions".) What is not sure is let pass. */
    private static boolean takes(SoqlFunction function, FieldSchema field) {
        FieldType type = field.type();
        if (type == FieldType.OTHER) {
            return true;
        }
        return switch (function) {
            case SUM, AVG -> type.family() == FieldType.Family.NUMBER;
            case MIN, MAX, COUNT_DISTINCT, COUNT -> field.aggregatable();
            case CONVERT_TIMEZONE, HOUR_IN_DAY, DAY_ONLY -> type == FieldType.DATE_TIME;
            case CONVERT_CURRENCY -> type == FieldType.CURRENCY;
            case DISTANCE -> type.family() == FieldType.Family.COMPOUND;
            default -> function.kind() != SoqlFunction.Kind.DATE || type.isDay();
        };
    }

    private static String wanted(SoqlFunction function) {
        return switch (function) {
            case SUM, AVG -> "a number";
            case MIN, MAX, COUNT_DISTINCT, COUNT -> "a field that describe calls aggregatable";
            case CONVERT_TIMEZONE, HOUR_IN_DAY, DAY_ONLY -> "a date with a time";
            case CONVERT_CURRENCY -> "a currency";
            case DISTANCE -> "a place";
            default -> "a date";
        };
    }
}
