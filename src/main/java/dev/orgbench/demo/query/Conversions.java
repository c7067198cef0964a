package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.SoqlFunction;

/**
 * Functions that show a selected value otherwise: toLabel, FORMAT and convertCurrency. (SOQL and SOSL Reference,
 * "Translating Results", "FORMAT()", "Querying Currency Fields".)
 */
final class Conversions {
    private final Asker asker;
    private final Refusals refusals;

    Conversions(Tables tables) {
        this.asker = tables.asker();
        this.refusals = tables.refusals();
    }

    static boolean isConversion(Expression expression) {
        return expression instanceof FunctionCall call && call.function().kind() == SoqlFunction.Kind.CONVERSION;
    }

    /** What is shown, without the functions around it. */
    static Expression shown(Expression expression) {
        Expression inner = expression;
        while (inner instanceof FunctionCall call && isConversion(call)) {
            inner = call.arguments().getFirst();
        }
        return inner;
    }

    /** @param index where the value of {@code operand}, which is what {@code expression} shows, stands in a row */
    Cell cell(Expression expression, Operand operand, int index) throws ApiError {
        if (!(expression instanceof FunctionCall call) || !isConversion(call)) {
            return Cells.value(operand.type(), index);
        }
        Expression argument = call.arguments().getFirst();
        boolean fits = !isConversion(argument)
                || (call.function() == SoqlFunction.FORMAT
                        && argument instanceof FunctionCall inner
                        && inner.function() == SoqlFunction.CONVERT_CURRENCY);
        if (!fits) {
            throw refusals.malformed(
                    call.range(), Wording.nestedConversion(call.function().soqlName()));
        }
        return switch (call.function()) {
            case TO_LABEL -> label(call, operand, index);
            case CONVERT_CURRENCY -> currency(call, operand, index);
            case FORMAT -> {
                if (operand.type().storage() == FieldType.Storage.NONE) {
                    throw refusals.malformed(
                            call.range(), Wording.unfitFor(operand.field().name(), "FORMAT"));
                }
                if (isConversion(argument)) {
                    cell(argument, operand, index);
                }
                yield Formats.cell(operand.type(), operand.field().scale(), index, asker.zone());
            }
            default -> throw refusals.malformed(call.range(), Wording.CONVERT_TIMEZONE_PLACE);
        };
    }

    private Cell label(FunctionCall call, Operand operand, int index) throws ApiError {
        if (!(call.arguments().getFirst() instanceof FieldPath)
                || !operand.type().isText()) {
            throw refusals.malformed(
                    call.range(), Wording.unfitFor(operand.field().name(), "toLabel"));
        }
        return Cells.label(operand.field(), index);
    }

    /** The org has one currency, so the value is what it was. */
    private Cell currency(FunctionCall call, Operand operand, int index) throws ApiError {
        if (operand.type() != FieldType.CURRENCY) {
            throw refusals.malformed(
                    call.range(), Wording.unfitFor(operand.field().name(), "convertCurrency"));
        }
        return Cells.value(operand.type(), index);
    }
}
