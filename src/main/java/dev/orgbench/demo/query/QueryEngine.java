package dev.orgbench.demo.query;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Answers SOQL from the rows in SQLite. Safe for use by many threads, each with its own connection; cursors live as
 * long as the engine, and the oldest are dropped when there are too many.
 */
public final class QueryEngine {
    private final Supplier<Schema> schema;
    private final Clock clock;
    private final ZoneId userZone;

    /**
     * @param schema asked anew for every query
     * @param userZone where the user's days begin and end, for date literals
     */
    public QueryEngine(Supplier<Schema> schema, Clock clock, ZoneId userZone) {
        this.schema = Objects.requireNonNull(schema);
        this.clock = Objects.requireNonNull(clock);
        this.userZone = Objects.requireNonNull(userZone);
    }

    /**
     * The first page of a query's answer.
     *
     * @throws ApiError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE and so on, with Salesforce's text
     */
    public QueryPage query(Connection db, QueryRequest request) throws ApiError, SQLException {
        throw new ApiError(400, "MALFORMED_QUERY", "not built yet" + schema.get() + clock + userZone + db + request);
    }

    /**
     * A further page.
     *
     * @param locator the last part of a {@code nextRecordsUrl}: {@code 01g...-2000}
     * @param base what URLs in the answer begin with, as in {@link QueryRequest#base()}
     * @throws ApiError INVALID_QUERY_LOCATOR where there is no such cursor (any more)
     */
    public QueryPage more(Connection db, String locator, String base) throws ApiError, SQLException {
        throw new ApiError(400, "INVALID_QUERY_LOCATOR", "invalid query locator" + db + locator + base);
    }
}
