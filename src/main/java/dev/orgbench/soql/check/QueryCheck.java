package dev.orgbench.soql.check;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.meaning.Operand;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.meaning.Target;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks one query or sub-query, and those within it. */
final class QueryCheck {
    /** Where a query stands. */
    enum Place {
        OUTERMOST,
        /** In a SELECT list. */
        CHILDREN,
        /** Behind IN. */
        SEMI_JOIN,
        /** An object that a search returns. */
        RETURNED
    }

    private final Scope scope;
    private final Query query;
    private final Report report;
    private final Place place;
    private final int depth;
    private final NameCheck names;
    private final FunctionCheck functions;

    QueryCheck(Scope scope, Report report, Place place, int depth) {
        this.scope = scope;
        this.query = scope.query();
        this.report = report;
        this.place = place;
        this.depth = depth;
        this.names = new NameCheck(scope, report);
        this.functions = new FunctionCheck(names, report);
    }

    void run() {
        names.source();
        scope.target().object().known().ifPresent(this::queryable);
        new SelectCheck(scope, report).run();
        query.select().forEach(this::item);
        children();
        ConditionCheck conditions = new ConditionCheck(scope, functions, report);
        if (query.where() != null) {
            conditions.where(query.where());
        }
        if (query.having() != null) {
            conditions.having(query.having());
        }
        groupBy();
        orderBy();
        new GroupCheck(query, report).run();
        semiJoins();
        offset();
        new PlacementCheck(query, report).run(place);
    }

    private void queryable(ObjectSchema object) {
        if (!object.summary().queryable() && !query.from().isEmpty()) {
            report.error(query.from().getFirst().path().range(), object.name() + " cannot be queried.");
        }
    }

    private void item(SelectItem item) {
        switch (item) {
            case SelectItem.Column column -> functions.expression(column.expression());
            case SelectItem.AllFields all -> {}
            case SelectItem.Children children -> {}
            case SelectItem.TypeOf typeOf -> typeOf(typeOf);
        }
    }

    private void typeOf(SelectItem.TypeOf typeOf) {
        FieldPath path = typeOf.relationship();
        Optional<ObjectSchema> of = scope.walk(path.parents()).object().known();
        Optional<FieldSchema> reference =
                of.flatMap(object -> object.parent(path.field().text()));
        if (of.isPresent() && reference.isEmpty() && !path.field().isMissing()) {
            names.relationship(path.field(), of.get());
        }
        for (SelectItem.When branch : typeOf.branches()) {
            List<String> types = reference.map(FieldSchema::referenceTo).orElse(List.of());
            boolean fits =
                    types.isEmpty() || types.stream().anyMatch(branch.type().text()::equalsIgnoreCase);
            if (!fits && !branch.type().isMissing()) {
                report.error(
                        branch.type().range(),
                        path.text() + " never is a record of " + branch.type().text() + ".",
                        Report.changes(branch.type().range(), types.stream()));
            }
            Target target = scope.object(branch.type().text());
            branch.fields().forEach(field -> names.branchField(target, field));
        }
        if (reference.isPresent()) {
            Target target = scope.parentOf(reference.get());
            typeOf.otherwise().forEach(field -> names.branchField(target, field));
        }
    }

    private void children() {
        List<SelectItem.Children> all = new ArrayList<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Children children) {
                all.add(children);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            SelectItem.Children children = all.get(i);
            if (i == Limits.MOST_CHILD_QUERIES) {
                report.error(children.range(), "A query has at most " + Limits.MOST_CHILD_QUERIES + " sub-queries.");
            }
            if (depth + 1 == Limits.DEEPEST_CHILD_QUERY + 1) {
                report.error(
                        children.range(), "Sub-queries go at most " + Limits.DEEPEST_CHILD_QUERY + " levels deep.");
            }
            if (place == Place.SEMI_JOIN) {
                report.error(children.range(), "A query behind IN selects one field, not children.");
            }
            new QueryCheck(scope.child(children.query()), report, Place.CHILDREN, depth + 1).run();
        }
    }

    private void groupBy() {
        if (query.groupBy() == null) {
            return;
        }
        if (place == Place.CHILDREN) {
            report.error(query.groupBy().range(), "A sub-query for children cannot group.");
        }
        boolean plain = query.groupBy().kind() == Query.GroupingKind.PLAIN;
        if (!plain && query.groupBy().expressions().size() > Limits.MOST_ROLLUP_FIELDS) {
            report.error(
                    query.groupBy().range(),
                    query.groupBy().kind() + " takes at most " + Limits.MOST_ROLLUP_FIELDS + " fields.");
        }
        for (Expression expression : query.groupBy().expressions()) {
            functions.expression(expression);
            if (expression instanceof FunctionCall call && call.function().isAggregate()) {
                report.error(call.range(), "Group by a field; aggregates belong in SELECT and HAVING.");
            } else {
                refuse(expression, FieldSchema::groupable, "grouped");
            }
        }
    }

    static String article(FieldSchema field) {
        return article(field.type());
    }

    static String article(FieldType fieldType) {
        String type = fieldType.apiName();
        return ("aeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }

    private void orderBy() {
        for (Query.Ordering ordering : query.orderBy()) {
            Expression expression = ordering.expression();
            if (GroupCheck.isAlias(expression, query)) {
                continue;
            }
            functions.expression(expression);
            refuse(expression, FieldSchema::sortable, "ordered");
        }
    }

    private void refuse(Expression expression, Predicate<FieldSchema> allowed, String what) {
        if (expression instanceof FieldPath) {
            Operand.of(expression, scope)
                    .field()
                    .filter(allowed.negate())
                    .ifPresent(field -> report.error(
                            expression.range(),
                            "Records cannot be " + what + " by " + field.name() + ", " + article(field) + " field."));
        }
    }

    private void semiJoins() {
        List<Condition.SemiJoin> joins = Scope.semiJoins(query);
        for (int i = 0; i < joins.size(); i++) {
            Condition.SemiJoin join = joins.get(i);
            if (i == Limits.MOST_SEMI_JOINS) {
                report.error(
                        join.query().range(), "A query has at most " + Limits.MOST_SEMI_JOINS + " queries behind IN.");
            }
            if (place == Place.SEMI_JOIN) {
                report.error(join.query().range(), "A query behind IN cannot have another one behind IN.");
            }
            Query inner = join.query();
            sameObject(inner);
            boolean single = inner.select().size() == 1 && inner.select().getFirst() instanceof SelectItem.Column;
            if (!single) {
                report.error(inner.range(), "A query behind IN selects one field.");
            }
            new QueryCheck(Scope.of(inner, scope.schema()), report, Place.SEMI_JOIN, 0).run();
        }
    }

    private void sameObject(Query inner) {
        boolean both = !inner.from().isEmpty() && !scope.target().name().isEmpty();
        if (both
                && inner.from()
                        .getFirst()
                        .path()
                        .text()
                        .equalsIgnoreCase(scope.target().shownName())) {
            report.error(
                    inner.from().getFirst().path().range(),
                    "A query behind IN asks another object than the query around it.");
        }
    }

    private void offset() {
        Query.Amount offset = query.offset();
        if (offset != null && offset.number() > Limits.LARGEST_OFFSET) {
            report.error(
                    offset.range(),
                    "OFFSET is at most 2,000. Order by Id and filter by the last Id instead.",
                    Report.change(offset.range(), "OFFSET " + Limits.LARGEST_OFFSET));
        }
    }
}
