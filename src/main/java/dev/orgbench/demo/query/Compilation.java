package dev.orgbench.demo.query;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import java.util.ArrayList;
import java.util.List;

/** What a query and its sub-queries share while they become SQL. */
final class Compilation {
    private final Schema schema;
    private final Refusals refusals;
    private final Comparisons comparisons;
    private final boolean all;
    private int queries;

    /** @param all whether rows in the recycle bin count */
    Compilation(Schema schema, Refusals refusals, RelativeDates relativeDates, boolean all) {
        this.schema = schema;
        this.refusals = refusals;
        this.comparisons = new Comparisons(refusals, relativeDates);
        this.all = all;
    }

    Schema schema() {
        return schema;
    }

    Refusals refusals() {
        return refusals;
    }

    /** The tables of a query over the object that its FROM names. */
    Tables tables(Query query) throws ApiError {
        Query.From from = query.from().getFirst();
        Name name = from.path().field();
        if (from.path().names().size() > 1) {
            throw refusals.noSuchObject(from.path().range(), from.path().text());
        }
        SObject object =
                schema.object(name.text()).orElseThrow(() -> refusals.noSuchObject(name.range(), name.text()));
        return tables(query, object);
    }

    /** The tables of a query over {@code object}, whatever its FROM says. */
    Tables tables(Query query, SObject object) throws ApiError {
        return new Tables(schema, refusals, "t" + queries++ + "_", object, query);
    }

    /** WHERE, and that deleted rows do not answer. */
    Fragment where(Query query, Tables tables) throws ApiError {
        List<Fragment> conditions = new ArrayList<>();
        boolean hidesDeleted = !all && tables.root().object().field("IsDeleted").isPresent();
        if (hidesDeleted) {
            conditions.add(Fragment.of("coalesce(" + tables.root().column("IsDeleted") + ", 0) = 0"));
        }
        if (query.where() != null) {
            conditions.add(conditions(new Operands(tables)::ofRow, query.where()).compile(query.where()));
        }
        return conditions.isEmpty() ? Fragment.TRUE : Fragment.and(conditions);
    }

    /** Compiles the conditions of {@code whole}, whose left sides {@code lefts} finds. */
    Conditions conditions(Conditions.Left lefts, Condition whole) {
        return new Conditions(lefts, new SemiJoinCompiler(this, whole)::compile, comparisons, refusals);
    }

    /** LIMIT and OFFSET; empty where neither is given. */
    Fragment limits(Query query) throws ApiError {
        Query.Amount limit = query.limit();
        Query.Amount offset = query.offset();
        if (offset != null && offset.number() > QueryLimits.LARGEST_OFFSET) {
            throw Refusals.offsetTooLarge(QueryLimits.LARGEST_OFFSET);
        }
        if (limit == null && offset == null) {
            return Fragment.of("");
        }
        return Fragment.of(
                " LIMIT ? OFFSET ?", limit == null ? -1 : limit.number(), offset == null ? 0 : offset.number());
    }

    /** The same SQL, unless it is more than SQLite can run. */
    static Fragment bounded(Fragment sql) throws ApiError {
        boolean tooMuch = sql.parameters().size() > QueryLimits.MOST_SQL_PARAMETERS
                || sql.text().length() > QueryLimits.LONGEST_SQL;
        if (tooMuch) {
            throw Refusals.tooComplicated();
        }
        return sql;
    }

    /** Refuses the clauses that change which rows answer and are not served here. */
    void refuseUnserved(Query query) throws ApiError {
        if (query.scope() != null && !query.scope().text().equalsIgnoreCase("everything")) {
            throw refusals.unsupported(query.scope().range(), "USING SCOPE " + query.scope().text());
        }
        if (query.access() != null) {
            throw refusals.unsupported(query.access().range(), "WITH " + query.access().text());
        }
        if (!query.categories().isEmpty()) {
            throw refusals.unsupported(query.categories().getFirst().range(), "WITH DATA CATEGORY");
        }
        for (Query.Ending ending : query.endings()) {
            boolean harmless =
                    ending.kind() == Query.EndingKind.FOR_VIEW || ending.kind() == Query.EndingKind.FOR_REFERENCE;
            if (!harmless) {
                throw refusals.unsupported(ending.range(), ending.kind().name().replace('_', ' '));
            }
        }
    }
}
