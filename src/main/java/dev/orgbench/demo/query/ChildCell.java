package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The children of a record as a nested answer, or null where there are none.
 *
 * @param reference the children's field that holds the parent's id
 * @param parentId where the parent's id is in its row
 */
record ChildCell(RowPlan plan, String reference, int parentId) implements Cell {
    @Override
    public JsonNode read(ResultSet row, Reading reading) throws SQLException {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        try (ResultSet children = reading.run(plan.childrenOf(reference, row.getString(parentId)))) {
            while (children.next()) {
                records.add(plan.shape().read(children, reading));
            }
        }
        return records.isEmpty()
                ? JsonNodeFactory.instance.nullNode()
                : new QueryPage(records.size(), null, records).toJson();
    }
}
