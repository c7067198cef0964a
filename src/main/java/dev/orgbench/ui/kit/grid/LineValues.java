package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** What stands in which cell. Children fill the columns of their parents from the left. */
record LineValues(GridModel model) {
    /** So many children tell which columns they have; asked for with every cell. */
    private static final int FIRST = 40;

    /** The value in that column of the table; missing where the cell is empty ground. */
    JsonNode at(Line line, int columnIndex) {
        return switch (line) {
            case Line.Row record -> {
                GridColumn column = model.columns().get(columnIndex);
                JsonNode edited = model.edits().at(record.row(), column);
                yield edited == null ? Values.at(model.store().get(record.row()), column.path()) : edited;
            }
            case Line.ChildHead head -> {
                List<String> names = names(head.row(), head.column());
                yield columnIndex < names.size() ? TextNode.valueOf(names.get(columnIndex)) : MissingNode.getInstance();
            }
            case Line.Child child -> {
                List<String> names = names(child.row(), child.column());
                JsonNode record = record(child);
                yield columnIndex < names.size()
                        ? Values.at(record, List.of(names.get(columnIndex).split("\\.")))
                        : MissingNode.getInstance();
            }
        };
    }

    /** The record of a child's line. */
    JsonNode record(Line.Child child) {
        return children(child.row(), child.column()).path(child.place());
    }

    private List<String> names(int row, GridColumn column) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode children = children(row, column);
        for (int i = 0; i < Math.min(FIRST, children.size()); i++) {
            records.add(children.get(i));
        }
        return Columns.in(records).stream().map(GridColumn::title).toList();
    }

    private JsonNode children(int row, GridColumn column) {
        return Values.at(model.store().get(row), column.path()).path("records");
    }
}
