package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers SOQL from the rows in SQLite. Safe for use by many threads, each with its own connection; cursors live as
 * long as the engine, and the oldest are dropped when there are too many.
 */
public final class QueryEngine {
    private final Supplier<Schema> schema;
    private final Clock clock;
    private final ZoneId userZone;
    private final Cursors cursors;

    /**
     * @param schema asked anew for every query
     * @param userZone where the days of a user begin and end who has no time zone of his own
     */
    public QueryEngine(Supplier<Schema> schema, Clock clock, ZoneId userZone) {
        this.schema = schema;
        this.clock = clock;
        this.userZone = userZone;
        this.cursors = new Cursors(clock);
    }

    /**
     * The first page of a query's answer, for somebody who will see it.
     *
     * @throws ApiError as {@link #query} does
     */
    public QueryPage show(OrgFile file, QueryRequest request) throws ApiError, SQLException {
        QueryPage page = file.read(db -> query(db, request));
        if (request.userId() != null) {
            Stamp stamp = Stamp.of(request.userId(), clock.instant());
            SeenRecords.note(file, schema.get(), parse(request.soql()), page, stamp);
        }
        return page;
    }

    /**
     * The first page of a query's answer.
     *
     * @throws ApiError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE and so on, with Salesforce's text
     */
    public QueryPage query(Connection db, QueryRequest request) throws ApiError, SQLException {
        Schema current = schema.get();
        Query query = parse(request.soql());
        Asker asker = Asker.of(db, current, request, userZone);
        Compilation compilation = new Compilation(current, request, asker, clock);
        try (Reading reading = new Reading(db, current, request, asker, cursors)) {
            if (isCount(query)) {
                return count(reading, CountCompiler.compile(compilation, query));
            }
            if (isGrouped(query)) {
                return groups(reading, GroupCompiler.compile(compilation, query), request);
            }
            RowPlan plan = RowCompiler.compile(compilation, query);
            try (ResultSet rows = reading.run(plan.rows())) {
                return reading.firstPage(rows, plan, List.of());
            }
        }
    }

    /**
     * A further page, of the query's rows or of the children of one of them.
     *
     * @param locator the last part of a {@code nextRecordsUrl}: {@code 01g...-2000}
     * @param base what URLs in the answer begin with, as in {@link QueryRequest#base()}
     * @throws ApiError INVALID_QUERY_LOCATOR where there is no such cursor (any more)
     */
    public QueryPage more(Connection db, String locator, String base) throws ApiError, SQLException {
        Cursors.Place place = cursors.find(locator);
        QueryRequest request = place.request().withBase(base);
        Schema current = schema.get();
        Asker asker = Asker.of(db, current, request, userZone);
        // The schema may have changed since the first page, so the plan is made anew.
        RowPlan plan =
                RowCompiler.compile(new Compilation(current, place.request(), asker, clock), parse(request.soql()));
        for (String relationship : place.path()) {
            plan = plan.shape().children(relationship).orElseThrow(Refusals::unknownLocator);
        }
        try (Reading reading = new Reading(db, current, request, asker, cursors)) {
            return reading.page(plan, place);
        }
    }

    /**
     * What {@code columns=true} answers instead of rows: {@code columnMetadata}, {@code entityName}, {@code groupBy},
     * {@code idSelected}, {@code keyPrefix}.
     *
     * @throws ApiError as {@link #query} does
     */
    public ObjectNode columns(QueryRequest request) throws ApiError {
        Query query = parse(request.soql());
        Asker asker = new Asker(request.userId(), new UserTime(userZone), FiscalYear.CALENDAR);
        Schema current = schema.get();
        check(new Compilation(current, request, asker, clock), query);
        return ColumnMetadata.of(new Compilation(current, request, asker, clock), query);
    }

    /**
     * What {@code explain} answers: {@code plans}, {@code sourceQuery}. (REST API Developer Guide, "Query", "Get Feedback on
     * Query Performance".)
     *
     * @throws ApiError as {@link #query} does
     */
    public ObjectNode explain(Connection db, QueryRequest request) throws ApiError, SQLException {
        Schema current = schema.get();
        Query query = parse(request.soql());
        Asker asker = Asker.of(db, current, request, userZone);
        check(new Compilation(current, request, asker, clock), query);
        try (Reading reading = new Reading(db, current, request, asker, cursors)) {
            return Explanation.of(reading, new Compilation(current, request, asker, clock), query, request.soql());
        }
    }

    /** Refuses what would be refused if it ran. */
    private static void check(Compilation compilation, Query query) throws ApiError {
        if (isCount(query)) {
            CountCompiler.compile(compilation, query);
        } else if (isGrouped(query)) {
            GroupCompiler.compile(compilation, query);
        } else {
            RowCompiler.compile(compilation, query);
        }
    }

    private static Query parse(String soql) throws ApiError {
        if (soql.length() > QueryLimits.LONGEST_QUERY) {
            throw Refusals.tooLong(QueryLimits.LONGEST_QUERY);
        }
        try {
            return Soql.parse(soql);
        } catch (SoqlSyntaxException e) {
            throw new ApiError(400, "MALFORMED_QUERY", e.text());
        }
    }

    private static boolean isCount(Query query) {
        return query.select().size() == 1
                && query.select().getFirst() instanceof SelectItem.Column column
                && column.expression() instanceof FunctionCall call
                && call.arguments().isEmpty();
    }

    private static boolean isGrouped(Query query) {
        return query.groupBy() != null || GroupCompiler.hasAggregate(query);
    }

    private static QueryPage count(Reading reading, Fragment sql) throws SQLException {
        try (ResultSet row = reading.run(sql)) {
            row.next();
            return new QueryPage(row.getInt(1), null, JsonNodeFactory.instance.arrayNode());
        }
    }

    private static QueryPage groups(Reading reading, GroupPlan plan, QueryRequest request)
            throws ApiError, SQLException {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        try (ResultSet row = reading.run(plan.sql())) {
            while (row.next()) {
                if (records.size() == request.batchSize()) {
                    throw Refusals.tooManyGroups();
                }
                records.add(plan.read(row, reading));
            }
        }
        return new QueryPage(records.size(), null, records);
    }
}
