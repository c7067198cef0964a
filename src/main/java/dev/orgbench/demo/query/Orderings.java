package dev.orgbench.demo.query;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Query.Direction;
import dev.orgbench.soql.Query.Nulls;
import java.util.ArrayList;
import java.util.List;

/**
 * ORDER BY as SQL. Rows without a value come first whatever the direction, text ignores case, picklists have their own
 * order. (SOQL and SOSL Reference, "ORDER BY".)
 */
final class Orderings {
    private Orderings() {}

    /** @param tie what decides among equals, so that pages never overlap */
    static String sql(Query query, Conditions.Left operands, Refusals refusals, List<String> tie) throws ApiError {
        List<String> keys = new ArrayList<>();
        for (Query.Ordering ordering : query.orderBy()) {
            if (Conversions.isConversion(ordering.expression())) {
                throw refusals.malformed(ordering.range(), Wording.LABEL_ORDER);
            }
            Operand operand = operands.find(ordering.expression());
            if (operand.isField()
                    && (!operand.field().sortable() || operand.field().isCompound())) {
                throw refusals.cannotBe(
                        "sorted", operand.range(), operand.field().name());
            }
            String direction = (ordering.direction() == Direction.DESC ? " DESC" : " ASC")
                    + (ordering.nulls() == Nulls.LAST ? " NULLS LAST" : " NULLS FIRST");
            List<PicklistValue> values = operand.field().picklistValues();
            if (operand.isField() && operand.type() == FieldType.PICKLIST && !values.isEmpty()) {
                keys.add(rank(operand.sql(), values) + direction);
            }
            keys.add(operand.compared() + direction);
        }
        keys.addAll(tie);
        return keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys);
    }

    private static String rank(String sql, List<PicklistValue> values) {
        StringBuilder rank = new StringBuilder("CASE WHEN " + sql + " IS NULL THEN NULL");
        for (int i = 0; i < values.size(); i++) {
            rank.append(" WHEN ")
                    .append(sql)
                    .append(" = ")
                    .append(SqlText.text(values.get(i).value()))
                    .append(" THEN ")
                    .append(i);
        }
        return rank.append(" ELSE ").append(values.size()).append(" END").toString();
    }
}
