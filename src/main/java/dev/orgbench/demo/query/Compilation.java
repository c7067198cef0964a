package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What a query and its sub-queries share while they become SQL. */
final class Compilation {
    private final Schema schema;
    private final Refusals refusals;
    private final Comparisons comparisons;
    private final QueryRequest request;
    private final Asker asker;
    private int queries;

    Compilation(Schema schema, QueryRequest request, Asker asker, Clock clock) {
        this.schema = schema;
        this.refusals = new Refusals(request.soql());
        this.comparisons = new Comparisons(refusals, new RelativeDates(clock, asker));
        this.request = request;
        this.asker = asker;
    }

    QueryRequest request() {
        return request;
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
        SObject object = schema.object(name.text()).orElseThrow(() -> refusals.noSuchObject(name.range(), name.text()));
        return tables(query, object);
    }

    /** The tables of a query over {@code object}, whatever its FROM says. */
    Tables tables(Query query, SObject object) throws ApiError {
        return new Tables(schema, refusals, asker, "t" + queries++ + "_", object, query);
    }

    /** WHERE and USING SCOPE, and that deleted rows do not answer. */
    Fragment where(Query query, Tables tables) throws ApiError {
        List<Fragment> conditions = new ArrayList<>();
        boolean hidesDeleted =
                !request.all() && tables.root().object().field("IsDeleted").isPresent();
        if (hidesDeleted) {
            conditions.add(Fragment.of("coalesce(" + tables.root().column("IsDeleted") + ", 0) = 0"));
        }
        if (query.scope() != null) {
            conditions.add(new Scopes(schema, refusals, asker).condition(query.scope(), tables.root()));
        }
        if (query.where() != null) {
            conditions.add(conditions(tables, new Operands(tables)::ofRow, query.where())
                    .compile(query.where()));
        }
        return conditions.isEmpty() ? Fragment.TRUE : Fragment.and(conditions);
    }

    /** Compiles the conditions of {@code whole}, whose left sides {@code lefts} finds. */
    Conditions conditions(Tables tables, Conditions.Left lefts, Condition whole) {
        return new Conditions(lefts, new SemiJoinCompiler(this, tables, whole)::compile, comparisons, refusals);
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

    /**
     * Refuses what asks for features that the org has not. Access rules (WITH USER_MODE and its like) let everything
     * through, as sharing is off; FOR UPDATE locks nothing, as each request is one transaction; UPDATE TRACKING and
     * VIEWSTAT keep statistics that nobody can ask for.
     */
    void refuseUnserved(Query query) throws ApiError {
        if (!query.categories().isEmpty()) {
            throw refusals.malformed(query.categories().getFirst().range(), Wording.NO_DATA_CATEGORIES);
        }
    }
}
