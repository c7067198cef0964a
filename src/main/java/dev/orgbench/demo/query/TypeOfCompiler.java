package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.SelectItem.TypeOf;
import dev.orgbench.soql.SelectItem.When;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code TYPEOF What WHEN Account THEN Phone ELSE Name END}: the record behind a polymorphic reference, with fields by its
 * type; null where no branch fits. (SOQL and SOSL Reference, "TYPEOF".)
 */
final class TypeOfCompiler {
    private final Tables tables;
    private final Refusals refusals;
    private final Projection projection;
    private final FieldShapes fields;

    TypeOfCompiler(Tables tables, Projection projection, FieldShapes fields) {
        this.tables = tables;
        this.refusals = tables.refusals();
        this.projection = projection;
        this.fields = fields;
    }

    Cell compile(TypeOf typeOf) throws ApiError {
        Entity.AnyOf any = tables.polymorphic(typeOf.relationship());
        List<RecordShape> branches = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (When when : typeOf.branches()) {
            if (!types.add(when.type().key())) {
                throw refusals.malformed(
                        when.type().range(), Wording.repeatedType(when.type().text()));
            }
            branches.add(branch(any, when));
        }
        RecordShape otherwise = typeOf.otherwise().isEmpty() ? null : otherwise(any, typeOf.otherwise());
        return new OfType(branches, otherwise);
    }

    private RecordShape branch(Entity.AnyOf any, When when) throws ApiError {
        SObject target = any.targets().stream()
                .filter(object -> object.name().equalsIgnoreCase(when.type().text()))
                .findFirst()
                .orElseThrow(() -> refusals.malformed(
                        when.type().range(), Wording.notATypeOf(when.type().text(), any.relationship())));
        Entity.Table table = tables.branch(any, target, when.type().range());
        RecordShape shape = new RecordShape(table, projection.add(table.column("Id")));
        for (FieldPath path : when.fields()) {
            fields.add(shape, tables.column(path, table), path.range());
        }
        return shape;
    }

    private RecordShape otherwise(Entity.AnyOf any, List<FieldPath> paths) throws ApiError {
        RecordShape shape = new RecordShape(any, projection.add(NameObject.id(any)));
        for (FieldPath path : paths) {
            Column column = tables.column(path, any);
            fields.addTo(shape, column.field().name(), column, path.range());
        }
        return shape;
    }

    /** Reads the branch whose record is there. */
    private record OfType(
            List<RecordShape> branches, @Nullable RecordShape otherwise) implements Cell {
        @Override
        public JsonNode read(ResultSet row, Reading reading) throws SQLException {
            for (RecordShape branch : branches) {
                if (branch.isThere(row)) {
                    return branch.read(row, reading);
                }
            }
            return otherwise == null ? JsonNodeFactory.instance.nullNode() : otherwise.read(row, reading);
        }
    }
}
