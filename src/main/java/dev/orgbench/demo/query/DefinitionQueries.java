package dev.orgbench.demo.query;

import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What queries over definitions may not do: in Salesforce these rows lie in no table. LIMIT and OFFSET are let pass and
 * do nothing. (Tooling API guide, "SOQL Operation Limitations" of EntityDefinition and its like.)
 */
public final class DefinitionQueries {
    private static final Set<String> DEFINITIONS = Set.of("entitydefinition", "fielddefinition", "entityparticle");
    /** Those whose rows are only given object by object. */
    private static final Set<String> BY_OBJECT = Set.of("fielddefinition", "entityparticle");

    private static final Set<String> REIFIED = Set.of("id", "durableid", "entitydefinitionid");

    private DefinitionQueries() {}

    /**
     * The query as it is to run; the same one unless it is over definitions.
     *
     * @throws ApiError for what Salesforce refuses of these alone
     */
    public static String checked(String soql) throws ApiError {
        if (!soql.toLowerCase(Locale.ROOT).matches("(?s).*\\b(entitydefinition|fielddefinition|entityparticle)\\b.*")) {
            return soql;
        }
        Query query;
        try {
            query = Soql.parse(soql);
        } catch (SoqlSyntaxException e) {
            // Told where it runs.
            return soql;
        }
        String object = query.from().getFirst().path().text().toLowerCase(Locale.ROOT);
        if (!DEFINITIONS.contains(object)) {
            return soql;
        }
        if (query.groupBy() != null || query.select().stream().anyMatch(DefinitionQueries::isAggregate)) {
            throw Refusals.ofDefinitions(Wording.NOT_OF_DEFINITIONS);
        }
        Condition where = query.where();
        if (where != null) {
            check(where);
        }
        if (BY_OBJECT.contains(object) && !isReified(where)) {
            throw Refusals.ofDefinitions(
                    Wording.needsReified(query.from().getFirst().path().text()));
        }
        return without(without(soql, query.limit()), query.offset());
    }

    private static boolean isAggregate(SelectItem item) {
        return item instanceof SelectItem.Column column
                && column.expression() instanceof FunctionCall call
                && call.function().isAggregate();
    }

    private static void check(Condition condition) throws ApiError {
        switch (condition) {
            case Condition.And and -> {
                for (Condition each : and.conditions()) {
                    check(each);
                }
            }
            case Condition.Group group -> check(group.condition());
            case Condition.Or _ -> throw Refusals.ofDefinitions(Wording.NO_DISJUNCTIONS);
            case Condition.Not _ -> throw Refusals.ofDefinitions(Wording.ONLY_EQUALS);
            case Condition.Comparison comparison -> {
                if (comparison.operator() == Operator.NOT_EQUAL) {
                    throw Refusals.ofDefinitions(Wording.ONLY_EQUALS);
                }
            }
            case Condition.Membership membership -> {
                if (membership.operator() == SetOperator.NOT_IN) {
                    throw Refusals.ofDefinitions(Wording.ONLY_EQUALS);
                }
                if (membership.operator() != SetOperator.IN) {
                    throw Refusals.ofDefinitions(Wording.UNSUPPORTED_FILTER);
                }
            }
            case Condition.SemiJoin join -> {
                if (join.negated()) {
                    throw Refusals.ofDefinitions(Wording.ONLY_EQUALS);
                }
            }
            case Condition.Gap _ -> {}
        }
    }

    /** Whether it says of which object, or of which row. */
    private static boolean isReified(@Nullable Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.conditions().stream().anyMatch(DefinitionQueries::isReified);
            case Condition.Group group -> isReified(group.condition());
            case Condition.Comparison comparison ->
                comparison.operator() == Operator.EQUAL && isReified(comparison.left());
            case Condition.Membership membership -> isReified(membership.left());
            case Condition.SemiJoin join -> isReified(join.left());
            case null, default -> false;
        };
    }

    private static boolean isReified(Expression left) {
        if (!(left instanceof FieldPath path)) {
            return false;
        }
        String text = path.text().toLowerCase(Locale.ROOT);
        return REIFIED.contains(text) || text.startsWith("entitydefinition.");
    }

    private static String without(String soql, Query.@Nullable Amount clause) {
        if (clause == null) {
            return soql;
        }
        int start = clause.range().start();
        int end = clause.range().end();
        return soql.substring(0, start) + " ".repeat(end - start) + soql.substring(end);
    }
}
