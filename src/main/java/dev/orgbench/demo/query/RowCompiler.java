package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SelectItem.FieldSet;
import dev.orgbench.soql.SoqlFunction;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan of a query for records. */
final class RowCompiler {
    private final Compilation compilation;
    private final Refusals refusals;
    private final Query query;
    private final Tables tables;
    private final List<String> path;
    private final Projection projection = new Projection();
    private final RecordShape shape;
    private final FieldShapes fields;
    private int unnamed;

    /** @param path the child relationships that lead here; empty for the query itself */
    private RowCompiler(Compilation compilation, Query query, Tables tables, List<String> path) {
        this.compilation = compilation;
        this.refusals = compilation.refusals();
        this.query = query;
        this.tables = tables;
        this.path = path;
        this.shape = new RecordShape(tables.root(), projection.add(tables.root().column("Id")));
        this.fields = new FieldShapes(tables, projection);
    }

    static RowPlan compile(Compilation compilation, Query query) throws ApiError {
        return new RowCompiler(compilation, query, compilation.tables(query), List.of()).plan();
    }

    private RowPlan plan() throws ApiError {
        compilation.refuseUnserved(query);
        if (path.isEmpty() && childQueries(query) > QueryLimits.MOST_CHILD_QUERIES) {
            throw refusals.malformed(query.range(), Wording.tooManyChildQueries());
        }
        for (SelectItem item : query.select()) {
            select(item);
        }
        Fragment where = compilation.where(query, tables);
        Operands operands = new Operands(tables);
        String order = Orderings.sql(
                query, operands::ofRow, refusals, List.of(tables.root().column("Id")));
        Fragment tail = Fragment.concat(Fragment.of(order), compilation.limits(query));
        boolean natural = query.where() == null
                && query.scope() == null
                && query.orderBy().isEmpty()
                && path.isEmpty();
        if (projection.size() > QueryLimits.MOST_SQL_COLUMNS) {
            throw Refusals.tooComplicated();
        }
        RowPlan plan = new RowPlan(projection.sql(), shape, tables.root(), tables.joins(), where, tail, natural);
        Compilation.bounded(plan.rows());
        return plan;
    }

    /** Those of children's children too. */
    private static int childQueries(Query query) {
        return query.select().stream()
                .mapToInt(item -> item instanceof SelectItem.Children children ? 1 + childQueries(children.query()) : 0)
                .sum();
    }

    private void select(SelectItem item) throws ApiError {
        switch (item) {
            case SelectItem.Column column -> select(column);
            case SelectItem.AllFields all -> selectAll(all);
            case SelectItem.Children children -> selectChildren(children);
            case SelectItem.TypeOf typeOf -> selectTypeOf(typeOf);
        }
    }

    private void select(SelectItem.Column item) throws ApiError {
        Name alias = item.alias();
        Expression expression = item.expression();
        if (expression instanceof FieldPath path) {
            if (alias != null) {
                throw refusals.aliasWithoutGroup(alias.range());
            }
            fields.add(shape, tables.column(path), path.range());
        } else if (Conversions.isConversion(expression) && Conversions.shown(expression) instanceof FieldPath path) {
            Column column = tables.column(path);
            Operand operand = Operand.of(column, path.range());
            Cell cell = new Conversions(tables).cell(expression, operand, projection.add(column.sql()));
            if (alias == null) {
                fields.add(shape, column, cell, path.range());
            } else {
                named(alias, cell);
            }
        } else if (expression instanceof FunctionCall call && call.function() == SoqlFunction.DISTANCE) {
            Cell cell = Cells.value(
                    FieldType.DOUBLE,
                    projection.add(new Distances(tables).operand(call).sql()));
            if (alias == null) {
                fields.put(shape, "expr" + unnamed++, cell, call.range());
            } else {
                named(alias, cell);
            }
        } else if (expression instanceof FunctionCall call && call.function().kind() == SoqlFunction.Kind.DATE) {
            throw refusals.mustBeGrouped(call.range(), call.name().text());
        } else {
            new Operands(tables).ofRow(expression);
            throw refusals.malformed(expression.range(), Wording.VALUE_AS_FIELD);
        }
    }

    private void named(Name alias, Cell cell) throws ApiError {
        if (!shape.add(alias.text(), cell)) {
            throw refusals.duplicateAlias(alias.range(), alias.text());
        }
    }

    private void selectTypeOf(SelectItem.TypeOf typeOf) throws ApiError {
        Entity.AnyOf any = tables.polymorphic(typeOf.relationship());
        List<Tables.Step> steps = tables.stepsTo(any);
        Entity owner = steps.getLast().from();
        RecordShape record = fields.recordOf(shape, owner, typeOf.range());
        Cell cell = new TypeOfCompiler(tables, projection, fields).compile(typeOf);
        fields.put(record, any.relationship(), cell, typeOf.range());
    }

    private void selectAll(SelectItem.AllFields all) throws ApiError {
        Query.Amount limit = query.limit();
        boolean bounded = limit != null && limit.number() <= QueryLimits.MOST_ROWS_OF_ALL_FIELDS;
        if (all.fieldSet() != FieldSet.STANDARD && !bounded) {
            throw refusals.malformed(all.range(), Wording.fieldsNeedLimit());
        }
        for (Field field : tables.root().object().fields()) {
            boolean wanted = all.fieldSet() == FieldSet.ALL || field.custom() == (all.fieldSet() == FieldSet.CUSTOM);
            if (wanted) {
                fields.add(shape, tables.column(tables.root(), field), all.range());
            }
        }
    }

    private void selectChildren(SelectItem.Children children) throws ApiError {
        Query inner = children.query();
        int deepest = QueryLimits.deepestChildQuery(compilation.request().version());
        if (path.size() >= deepest) {
            throw refusals.malformed(children.range(), Wording.tooManyChildLevels(deepest));
        }
        if (inner.groupBy() != null || GroupCompiler.hasAggregate(inner)) {
            throw refusals.malformed(children.range(), Wording.GROUPS_OF_CHILDREN);
        }
        Children found =
                Children.find(compilation.schema(), refusals, tables.root().object(), inner);
        List<String> below = new ArrayList<>(path);
        below.add(found.name());
        RowPlan plan = new RowCompiler(compilation, inner, compilation.tables(inner, found.object()), below).plan();
        int parentId = projection.add(tables.root().column("Id"));
        if (!shape.add(found.name(), new ChildCell(plan, List.copyOf(below), found.reference(), parentId))) {
            throw refusals.duplicateField(children.range(), found.name());
        }
    }
}
