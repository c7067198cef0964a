package dev.orgbench.soql.meaning;

import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import java.util.Optional;

/**
 * What the left side of a comparison is.
 *
 * @param field the field whose values are compared, unchanged; empty for a function that makes others of them
 * @param type of what is compared; empty where it is not known
 */
public record Operand(Optional<FieldSchema> field, Optional<FieldType> type) {
    private static final Operand UNKNOWN = new Operand(Optional.empty(), Optional.empty());

    public static Operand of(Expression expression, Scope scope) {
        return switch (expression) {
            case FieldPath path ->
                scope.meanings(path).getLast() instanceof Meaning.Field(Target of, FieldSchema field)
                        ? new Operand(Optional.of(field), Optional.of(field.type()))
                        : UNKNOWN;
            case FunctionCall call -> ofCall(call, scope);
            case Expression.UnknownCall call -> UNKNOWN;
            case Expression.Constant constant -> UNKNOWN;
        };
    }

    private static Operand ofCall(FunctionCall call, Scope scope) {
        Operand argument =
                call.arguments().isEmpty() ? UNKNOWN : of(call.arguments().getFirst(), scope);
        return switch (call.function()) {
            case COUNT, COUNT_DISTINCT, GROUPING -> typed(FieldType.INT);
            case AVG, DISTANCE -> typed(FieldType.DOUBLE);
            case MIN, MAX, SUM, CONVERT_CURRENCY, CONVERT_TIMEZONE -> new Operand(Optional.empty(), argument.type());
            case DAY_ONLY -> typed(FieldType.DATE);
            case TO_LABEL -> typed(FieldType.STRING);
            case FORMAT, GEOLOCATION -> UNKNOWN;
            default -> typed(FieldType.INT);
        };
    }

    private static Operand typed(FieldType type) {
        return new Operand(Optional.empty(), Optional.of(type));
    }
}
