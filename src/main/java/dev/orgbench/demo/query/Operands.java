package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.Constant;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Expression.UnknownCall;
import dev.orgbench.soql.SoqlFunction;

/** Finds what fields and functions mean over a query's tables. */
final class Operands {
    private final Tables tables;
    private final Refusals refusals;

    Operands(Tables tables) {
        this.tables = tables;
        this.refusals = tables.refusals();
    }

    /** A field or a function of one row. */
    Operand ofRow(Expression expression) throws ApiError {
        return switch (expression) {
            case FieldPath path -> field(path);
            case FunctionCall call when call.function().kind() == SoqlFunction.Kind.DATE -> datePart(call);
            case FunctionCall call when call.function() == SoqlFunction.TO_LABEL -> label(call);
            case FunctionCall call when call.function() == SoqlFunction.DISTANCE -> new Distances(tables).operand(call);
            case FunctionCall call
            when call.function().isAggregate() -> throw refusals.malformed(call.range(), Wording.AGGREGATE_OF_A_ROW);
            case FunctionCall call -> throw refusals.malformed(call.range(), misplaced(call.function()));
            case UnknownCall call -> throw refusals.malformed(call.range(), Wording.INCOMPLETE);
            case Constant constant -> throw refusals.malformed(constant.range(), Wording.VALUE_AS_FIELD);
        };
    }

    /** A function of many rows, or a field or function of one. */
    Operand ofGroup(Expression expression) throws ApiError {
        return expression instanceof FunctionCall call && call.function().isAggregate()
                ? aggregate(call)
                : ofRow(expression);
    }

    private static String misplaced(SoqlFunction function) {
        return switch (function) {
            case CONVERT_TIMEZONE -> Wording.CONVERT_TIMEZONE_PLACE;
            case CONVERT_CURRENCY -> Wording.CONVERT_CURRENCY_PLACE;
            case FORMAT -> Wording.FORMAT_PLACE;
            case GROUPING -> Wording.GROUPING_PLACE;
            default -> Wording.PLACES_OF_DISTANCE;
        };
    }

    private Operand label(FunctionCall call) throws ApiError {
        Operand value = ofRow(call.arguments().getFirst());
        if (!value.isField() || !value.type().isText()) {
            throw refusals.malformed(
                    call.range(), Wording.unfitFor(value.field().name(), "toLabel"));
        }
        return value.as(Choices.label(value), FieldType.STRING, call.range());
    }

    private Operand field(FieldPath path) throws ApiError {
        return Operand.of(tables.column(path), path.range());
    }

    private Operand datePart(FunctionCall call) throws ApiError {
        Expression argument = call.arguments().getFirst();
        Operand date;
        if (argument instanceof FunctionCall inner && inner.function() == SoqlFunction.CONVERT_TIMEZONE) {
            Operand utc = ofRow(inner.arguments().getFirst());
            requireDate(utc, utc.type() == FieldType.DATETIME, inner.function());
            date = utc.as(SqlFunctions.toUserTime(utc.sql()), FieldType.DATETIME, inner.range());
        } else {
            date = ofRow(argument);
        }
        boolean fits = date.type() == FieldType.DATETIME
                || (date.type() == FieldType.DATE && !DateFunctions.needsTime(call.function()));
        requireDate(date, fits, call.function());
        return date.as(
                DateFunctions.sql(call.function(), date.sql(), tables.asker().fiscalYear()),
                DateFunctions.type(call.function()),
                call.range());
    }

    private void requireDate(Operand operand, boolean fits, SoqlFunction function) throws ApiError {
        if (!fits) {
            throw refusals.malformed(
                    operand.range(), Wording.unfitFor(operand.field().name(), function.soqlName()));
        }
    }

    private Operand aggregate(FunctionCall call) throws ApiError {
        if (call.arguments().isEmpty()) {
            throw refusals.malformed(call.range(), Wording.COUNT_ALONE);
        }
        Operand of = ofRow(call.arguments().getFirst());
        Field field = of.field();
        SoqlFunction function = call.function();
        boolean sums = function == SoqlFunction.SUM || function == SoqlFunction.AVG;
        boolean allowed = of.isField()
                && field.aggregatable()
                && !field.isCompound()
                && (!sums || of.type().isNumber());
        if (!allowed) {
            throw refusals.cannotAggregate(of.range(), field.name(), function.soqlName());
        }
        return switch (function) {
            case COUNT -> of.as("count(" + of.sql() + ")", FieldType.INT, call.range());
            case COUNT_DISTINCT -> of.as("count(DISTINCT " + of.told() + ")", FieldType.INT, call.range());
            case AVG -> of.as("avg(" + of.sql() + ")", FieldType.DOUBLE, call.range());
            case SUM -> of.as("sum(" + of.sql() + ")", of.type(), call.range());
            case MIN -> of.as("min(" + of.compared() + ")", of.type(), call.range());
            case MAX -> of.as("max(" + of.compared() + ")", of.type(), call.range());
            default -> throw new IllegalArgumentException("No aggregate function: " + function);
        };
    }
}
