package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** What a person changed in cells and has not sent. Nothing leaves the machine from here. */
final class Edits {
    private final Map<Integer, Map<GridColumn, JsonNode>> byRow = new TreeMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Runnable told = () -> {};

    /** How many cells are changed. */
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The new value of a cell; null where it was not changed. */
    @Nullable
    JsonNode at(int row, GridColumn column) {
        Map<GridColumn, JsonNode> cells = byRow.get(row);
        return cells == null ? null : cells.get(column);
    }

    /** Notes a change; a cell that is again what it was is not changed. */
    void put(int row, GridColumn column, JsonNode old, JsonNode now) {
        if (Values.text(old).equals(Values.text(now))) {
            remove(row, column);
            return;
        }
        byRow.computeIfAbsent(row, made -> new LinkedHashMap<>()).put(column, now);
        recount();
    }

    void remove(int row, GridColumn column) {
        Map<GridColumn, JsonNode> cells = byRow.get(row);
        if (cells != null && cells.remove(column) != null && cells.isEmpty()) {
            byRow.remove(row);
        }
        recount();
    }

    void forget(int row) {
        byRow.remove(row);
        recount();
    }

    void clear() {
        byRow.clear();
        recount();
    }

    /** Calls {@code told} after each change, also of a cell that was changed before. */
    void onChange(Runnable told) {
        this.told = told;
    }

    void forEach(Visitor visitor) {
        byRow.forEach((row, cells) -> cells.forEach((column, now) -> visitor.visit(row, column, now)));
    }

    @FunctionalInterface
    interface Visitor {
        void visit(int row, GridColumn column, JsonNode now);
    }

    /** The changes record by record, in the order of the rows. */
    List<RecordChange> changes(RowStore store) {
        List<RecordChange> changes = new ArrayList<>();
        byRow.forEach((row, cells) -> {
            ObjectNode record = store.get(row);
            String object = Values.objectOf(record);
            String id = Values.idOf(record);
            if (object != null && id != null) {
                List<RecordChange.Field> fields = new ArrayList<>();
                cells.forEach((column, now) -> fields.add(
                        new RecordChange.Field(column.path().getLast(), Values.at(record, column.path()), now)));
                changes.add(new RecordChange.Update(row, object, id, RecordChange.name(record, id), fields));
            }
        });
        return changes;
    }

    private void recount() {
        count.set(byRow.values().stream().mapToInt(Map::size).sum());
        told.run();
    }
}
