package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a record looks like: {@code attributes}, then values and parents in the order in which they were selected. */
final class RecordShape implements Cell {
    /** To read a text from SQLite costs more than all that is made of it, so a record's id is read once. */
    private static final Cell OWN_ID = (_, _) -> {
        throw new IllegalStateException("The record has read its id");
    };

    private final Entity entity;
    private final int idColumn;
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    /** @param idColumn where the record's id is; where that is null there is no record, and null is read */
    RecordShape(Entity entity, int idColumn) {
        this.entity = entity;
        this.idColumn = idColumn;
    }

    /** Adds a value; false where there is one of that name. */
    boolean add(String key, Cell cell) {
        return cells.putIfAbsent(key, cell) == null;
    }

    /** Adds the record's id; false where there is something of that name. */
    boolean addId(String key) {
        return add(key, OWN_ID);
    }

    /** Whether the value at {@code index} is the record's id. */
    boolean isId(int index) {
        return index == idColumn;
    }

    /** The parent of that name, new or known; empty where something else has the name. */
    Optional<RecordShape> parent(Tables.Step step, Projection projection) {
        Cell known = cells.get(step.relationship());
        if (known != null) {
            return known instanceof RecordShape shape ? Optional.of(shape) : Optional.empty();
        }
        String id =
                switch (step.to()) {
                    case Entity.Table table -> table.column("Id");
                    case Entity.AnyOf any -> NameObject.id(any);
                };
        RecordShape parent = new RecordShape(step.to(), projection.add(id));
        cells.put(step.relationship(), parent);
        return Optional.of(parent);
    }

    /** The plan of the children under a name; empty where there are none. */
    Optional<RowPlan> children(String name) {
        return cells.get(name) instanceof ChildCell children ? Optional.of(children.plan()) : Optional.empty();
    }

    /** Whether the row has such a record. */
    boolean isThere(ResultSet row) throws SQLException {
        return row.getString(idColumn) != null;
    }

    @Override
    public JsonNode read(ResultSet row, Reading reading) throws SQLException {
        String id = row.getString(idColumn);
        return id == null ? JsonNodeFactory.instance.nullNode() : read(row, id, reading);
    }

    /** Reads a record whose id is known. */
    ObjectNode read(ResultSet row, String id, Reading reading) throws SQLException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("attributes", reading.attributes(entity, id));
        for (Map.Entry<String, Cell> cell : cells.entrySet()) {
            JsonNode value = cell.getValue() == OWN_ID
                    ? JsonNodeFactory.instance.textNode(id)
                    : cell.getValue().read(row, reading);
            object.set(cell.getKey(), value);
        }
        return object;
    }
}
