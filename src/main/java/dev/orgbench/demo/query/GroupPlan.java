package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * A query for AggregateResults as SQL.
 *
 * @param cells by the names that they have in the answer, in order
 */
record GroupPlan(Fragment sql, Map<String, Cell> cells) {
    ObjectNode read(ResultSet row, Reading reading) throws SQLException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("attributes").put("type", "AggregateResult");
        for (Map.Entry<String, Cell> cell : cells.entrySet()) {
            result.set(cell.getKey(), cell.getValue().read(row, reading));
        }
        return result;
    }
}
