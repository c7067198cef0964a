package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.SoqlFunction;
import java.util.Set;

/**
 * What expressions mean in a row that stands for a group.
 *
 * @param grouping what the query groups by
 * @param set the SQL of the keys that make this row's groups; the other keys are null in it
 */
record GroupOperands(Operands operands, Refusals refusals, GroupingSets grouping, Set<String> set) {
    /** An aggregate, GROUPING(), or what the query groups by. */
    Operand find(Expression expression) throws ApiError {
        if (expression instanceof FunctionCall call && call.function() == SoqlFunction.GROUPING) {
            return grouping(call);
        }
        Operand operand = operands.ofGroup(expression);
        boolean aggregate =
                expression instanceof FunctionCall call && call.function().isAggregate();
        if (aggregate || set.contains(operand.sql())) {
            return operand;
        }
        if (grouping.hasKey(operand.sql())) {
            return new Operand("NULL", operand.type(), operand.field(), operand.isField(), operand.range());
        }
        String name = expression instanceof FieldPath path
                ? path.text()
                : operand.field().name();
        throw refusals.mustBeGrouped(expression.range(), name);
    }

    private Operand grouping(FunctionCall call) throws ApiError {
        Operand key = operands.ofRow(call.arguments().getFirst());
        if (!grouping.subtotals() || !grouping.hasKey(key.sql())) {
            throw refusals.malformed(call.range(), Wording.GROUPING_PLACE);
        }
        return key.as(set.contains(key.sql()) ? "0" : "1", FieldType.INT, call.range());
    }
}
