package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Range;

/** Puts selected fields where they belong in a record: its own, and those of parents into the parents. */
final class FieldShapes {
    private final Tables tables;
    private final Projection projection;

    FieldShapes(Tables tables, Projection projection) {
        this.tables = tables;
        this.projection = projection;
    }

    /** Adds a field to the record of which {@code root} is the shape. */
    void add(RecordShape root, Column column, Range range) throws ApiError {
        addTo(recordOf(root, column.entity(), range), column.field().name(), column, range);
    }

    /** Adds what {@code cell} reads, in the place of the field itself. */
    void add(RecordShape root, Column column, Cell cell, Range range) throws ApiError {
        put(recordOf(root, column.entity(), range), column.field().name(), cell, range);
    }

    void addTo(RecordShape record, String key, Column column, Range range) throws ApiError {
        boolean ownId = column.field().type() == FieldType.ID && record.isId(projection.add(column.sql()));
        if (!ownId) {
            put(record, key, cell(column), range);
        } else if (!record.addId(key)) {
            throw tables.refusals().duplicateField(range, key);
        }
    }

    void put(RecordShape record, String key, Cell cell, Range range) throws ApiError {
        if (!record.add(key, cell)) {
            throw tables.refusals().duplicateField(range, key);
        }
    }

    /** The shape of {@code entity}, which is {@code root}'s own or a parent's. */
    RecordShape recordOf(RecordShape root, Entity entity, Range range) throws ApiError {
        RecordShape record = root;
        for (Tables.Step step : tables.stepsTo(entity)) {
            record = record.parent(step, projection)
                    .orElseThrow(() -> tables.refusals().duplicateField(range, step.relationship()));
        }
        return record;
    }

    private Cell cell(Column column) {
        if (column.field().isCompound() && column.entity() instanceof Entity.Table table) {
            return Cells.compound(table, column.field(), projection);
        }
        return Cells.value(column.field().type(), projection.add(column.sql()));
    }
}
