package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Condition.SemiJoin;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import java.util.Collections;
import java.util.List;

/** {@code Id IN (SELECT AccountId FROM Contact)}. (SOQL and SOSL Reference, "Comparison Operators", semi-joins.) */
final class SemiJoinCompiler {
    private final Compilation compilation;
    private final Refusals refusals;
    private final Tables outer;
    private final Condition whole;

    /**
     * @param outer the tables of the query around it
     * @param whole the WHERE or HAVING that the sub-queries stand in
     */
    SemiJoinCompiler(Compilation compilation, Tables outer, Condition whole) {
        this.compilation = compilation;
        this.outer = outer;
        this.refusals = compilation.refusals();
        this.whole = whole;
    }

    Fragment compile(SemiJoin join, Operand left) throws ApiError {
        checkPlace(join, left);
        Query query = join.query();
        FieldPath path = onlyField(query);
        if (query.where() != null && count(query.where()) > 0) {
            throw refusals.malformed(query.range(), Wording.NESTED_SEMI_JOIN);
        }
        boolean bare = query.groupBy() == null
                && query.orderBy().isEmpty()
                && query.limit() == null
                && query.offset() == null
                && query.endings().isEmpty();
        if (!bare) {
            throw refusals.malformed(query.range(), Wording.SEMI_JOIN_CLAUSES);
        }
        compilation.refuseUnserved(query);
        Tables tables = compilation.tables(query);
        Column column = tables.column(path);
        if (tables.root().object().name().equals(outer.root().object().name())) {
            throw refusals.malformed(query.from().getFirst().range(), Wording.SEMI_JOIN_SAME_OBJECT);
        }
        boolean sameTargets = isId(column.field().type())
                && !Collections.disjoint(targets(column), targets(outer.column((FieldPath) join.left())));
        if (!sameTargets) {
            throw refusals.malformed(path.range(), Wording.semiJoinField(path.text()));
        }
        Fragment where = compilation.where(query, tables);
        Fragment in = Fragment.concat(
                Fragment.of(left.sql() + " IN (SELECT " + column.sql() + " FROM " + tables.from() + " WHERE "),
                where,
                Fragment.of(" AND " + column.sql() + " IS NOT NULL)"));
        return join.negated() ? in.negate() : in;
    }

    private void checkPlace(SemiJoin join, Operand left) throws ApiError {
        if (!isId(left.type())) {
            throw refusals.malformed(left.range(), Wording.SEMI_JOIN_NEEDS_ID);
        }
        if (!(join.left() instanceof FieldPath path)
                || !outer.column(path).entity().equals(outer.root())) {
            throw refusals.malformed(left.range(), Wording.SEMI_JOIN_LEFT);
        }
        switch (bare(whole)) {
            case Condition.And and when isOneOf(join, and.conditions()) -> {}
            case Condition.Or or
            when isOneOf(join, or.conditions()) -> throw refusals.malformed(join.range(), Wording.SEMI_JOIN_OR);
            case SemiJoin _ -> {}
            default -> throw refusals.malformed(join.range(), Wording.SEMI_JOIN_NESTED);
        }
        if (count(whole) > QueryLimits.MOST_SEMI_JOINS) {
            throw refusals.malformed(join.range(), Wording.tooManySemiJoins());
        }
    }

    private static boolean isOneOf(SemiJoin join, List<Condition> conditions) {
        return conditions.stream().map(SemiJoinCompiler::bare).anyMatch(join::equals);
    }

    /** The condition without the parentheses around nothing but it. */
    private static Condition bare(Condition condition) {
        return condition instanceof Condition.Group group ? bare(group.condition()) : condition;
    }

    private FieldPath onlyField(Query query) throws ApiError {
        List<SelectItem> items = query.select();
        if (items.size() == 1
                && items.getFirst() instanceof SelectItem.Column column
                && column.alias() == null
                && column.expression() instanceof FieldPath path) {
            return path;
        }
        throw refusals.malformed(query.range(), Wording.SEMI_JOIN_ONE_FIELD);
    }

    private static int count(Condition condition) {
        return switch (condition) {
            case Condition.And and ->
                and.conditions().stream().mapToInt(SemiJoinCompiler::count).sum();
            case Condition.Or or ->
                or.conditions().stream().mapToInt(SemiJoinCompiler::count).sum();
            case Condition.Not not -> count(not.condition());
            case Condition.Group group -> count(group.condition());
            case SemiJoin join -> 1;
            case Condition.Comparison comparison -> 0;
            case Condition.Membership membership -> 0;
            case Condition.Gap gap -> 0;
        };
    }

    /** The names of the objects that an id may be of. */
    private static List<String> targets(Column column) {
        return column.field().type() == FieldType.ID
                ? List.of(column.entity().name())
                : column.field().referenceTo();
    }

    private static boolean isId(FieldType type) {
        return type == FieldType.ID || type == FieldType.REFERENCE;
    }
}
