package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The children of a record as a nested answer, or null where there are none. What does not fit a batch follows by the
 * children's own nextRecordsUrl.
 *
 * @param path the child relationships that lead here from the query
 * @param reference the children's field that holds the parent's id
 * @param parentId where the parent's id is in its row
 */
record ChildCell(RowPlan plan, List<String> path, String reference, int parentId) implements Cell {
    @Override
    public JsonNode read(ResultSet row, Reading reading) throws SQLException {
        try (ResultSet children = reading.run(plan.childrenOf(reference, row.getString(parentId)))) {
            QueryPage page = reading.firstPage(children, plan, path);
            return page.totalSize() == 0 ? JsonNodeFactory.instance.nullNode() : page.toJson();
        }
    }
}
