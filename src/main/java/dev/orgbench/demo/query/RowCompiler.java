package dev.orgbench.demo.query;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SelectItem.FieldSet;
import dev.orgbench.soql.SoqlFunction;
import java.util.List;

/** Makes the plan of a query for records. */
final class RowCompiler {
    private final Compilation compilation;
    private final Refusals refusals;
    private final Query query;
    private final Tables tables;
    private final int depth;
    private final Projection projection = new Projection();
    private final RecordShape shape;
    private int childQueries;

    /** @param depth 0 for the query itself, 1 for the children in its SELECT list */
    private RowCompiler(Compilation compilation, Query query, Tables tables, int depth) {
        this.compilation = compilation;
        this.refusals = compilation.refusals();
        this.query = query;
        this.tables = tables;
        this.depth = depth;
        this.shape = new RecordShape(tables.root(), projection.add(tables.root().column("Id")));
    }

    static RowPlan compile(Compilation compilation, Query query) throws ApiError {
        return new RowCompiler(compilation, query, compilation.tables(query), 0).plan();
    }

    private RowPlan plan() throws ApiError {
        compilation.refuseUnserved(query);
        for (SelectItem item : query.select()) {
            select(item);
        }
        Fragment where = compilation.where(query, tables);
        Operands operands = new Operands(tables);
        String order = Orderings.sql(query, operands::ofRow, refusals, List.of(tables.root().column("Id")));
        Fragment tail = Fragment.concat(Fragment.of(order), compilation.limits(query));
        if (projection.size() > QueryLimits.MOST_SQL_COLUMNS) {
            throw Refusals.tooComplicated();
        }
        RowPlan plan = new RowPlan(projection.sql(), shape, tables.root(), tables.joins(), where, tail);
        Compilation.bounded(plan.rows());
        return plan;
    }

    private void select(SelectItem item) throws ApiError {
        switch (item) {
            case SelectItem.Column column -> select(column);
            case SelectItem.AllFields all -> selectAll(all);
            case SelectItem.Children children -> selectChildren(children);
            case SelectItem.TypeOf typeOf -> throw refusals.unsupported(typeOf.range(), "TYPEOF");
        }
    }

    private void select(SelectItem.Column item) throws ApiError {
        Name alias = item.alias();
        Expression expression = item.expression();
        if (expression instanceof FieldPath path) {
            if (alias != null) {
                throw refusals.aliasWithoutGroup(alias.range());
            }
            Column column = tables.column(path);
            shapeOf(column, column.field().name(), cell(column), path.range());
        } else if (expression instanceof FunctionCall call
                && call.function() == SoqlFunction.TO_LABEL
                && call.arguments().getFirst() instanceof FieldPath path) {
            Column column = tables.column(path);
            Cell cell = Cells.label(column.field(), projection.add(column.sql()));
            if (alias == null) {
                shapeOf(column, column.field().name(), cell, path.range());
            } else if (!shape.add(alias.text(), cell)) {
                throw refusals.duplicateAlias(alias.range(), alias.text());
            }
        } else if (expression instanceof FunctionCall call && call.function().kind() == SoqlFunction.Kind.DATE) {
            throw refusals.mustBeGrouped(call.range(), call.name().text());
        } else {
            new Operands(tables).ofRow(expression);
            throw refusals.malformed(expression.range(), Wording.VALUE_AS_FIELD);
        }
    }

    private void shapeOf(Column column, String key, Cell cell, Range range) throws ApiError {
        RecordShape record = shape;
        for (Tables.Step step : tables.stepsTo(column.entity())) {
            record = record.parent(step, projection);
        }
        if (!record.add(key, cell)) {
            throw refusals.duplicateField(range, key);
        }
    }

    private Cell cell(Column column) {
        Field field = column.field();
        if (field.isCompound() && column.entity() instanceof Entity.Table table) {
            return Cells.compound(table, field, projection);
        }
        return Cells.value(field.type(), projection.add(column.sql()));
    }

    private void selectAll(SelectItem.AllFields all) throws ApiError {
        Query.Amount limit = query.limit();
        boolean bounded = limit != null && limit.number() <= QueryLimits.MOST_ROWS_OF_ALL_FIELDS;
        if (all.fieldSet() != FieldSet.STANDARD && !bounded) {
            throw refusals.malformed(
                    all.range(),
                    Wording.fieldsNeedLimit());
        }
        for (Field field : tables.root().object().fields()) {
            boolean wanted = all.fieldSet() == FieldSet.ALL || field.custom() == (all.fieldSet() == FieldSet.CUSTOM);
            if (wanted) {
                Column column = tables.column(tables.root(), field);
                shapeOf(column, field.name(), cell(column), all.range());
            }
        }
    }

    private void selectChildren(SelectItem.Children children) throws ApiError {
        Query inner = children.query();
        if (++childQueries > QueryLimits.MOST_CHILD_QUERIES) {
            throw refusals.malformed(children.range(), Wording.tooManyChildQueries());
        }
        if (depth == QueryLimits.DEEPEST_CHILD_QUERY) {
            throw refusals.malformed(children.range(), Wording.tooManyChildLevels());
        }
        if (inner.groupBy() != null || GroupCompiler.hasAggregate(inner)) {
            throw refusals.malformed(children.range(), Wording.GROUPS_OF_CHILDREN);
        }
        Children found = Children.find(compilation.schema(), refusals, tables.root().object(), inner);
        RowPlan plan = new RowCompiler(compilation, inner, compilation.tables(inner, found.object()), depth + 1).plan();
        int parentId = projection.add(tables.root().column("Id"));
        if (!shape.add(found.name(), new ChildCell(plan, found.reference(), parentId))) {
            throw refusals.duplicateField(children.range(), found.name());
        }
    }
}
