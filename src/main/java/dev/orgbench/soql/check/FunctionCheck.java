package dev.orgbench.soql.check;

import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;

/** Checks the names in fields and functions, and that functions are given what they take. */
final class FunctionCheck {
    private final NameCheck names;
    private final Report report;

    FunctionCheck(NameCheck names, Report report) {
        this.names = names;
        this.report = report;
    }

    void expression(Expression expression) {
        switch (expression) {
            case FieldPath path -> names.field(path);
            case FunctionCall call -> call(call);
            case Expression.UnknownCall call -> call.arguments().forEach(this::expression);
            case Expression.Constant constant -> {}
        }
    }

    private void call(FunctionCall call) {
        for (Expression argument : call.arguments()) {
            if (argument instanceof FieldPath path) {
                names.field(path).ifPresent(field -> argument(call, path, field));
            } else {
                expression(argument);
            }
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
