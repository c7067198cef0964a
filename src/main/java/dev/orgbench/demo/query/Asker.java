package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on beside the rows.
 *
 * @param userId whose records are "mine"; null where nobody is signed in
 */
record Asker(@Nullable String userId, UserTime time, FiscalYear fiscalYear) {
    /** The currency of the org, which has only one. */
    static final String CURRENCY = "USD";

    /** What a query says whose answer depends on the user's time; it need not be exact, only miss none. */
    private static final Pattern OF_A_TIME = Pattern.compile(
            "today|tomorrow|yesterday|this_|last_|next_|_ago|timezone|format", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_FISCAL_YEAR = Pattern.compile("fiscal", Pattern.CASE_INSENSITIVE);

    /**
     * Reads, where a query asks for it, the org's fiscal year from its Organization row and the user's days and weeks
     * from his User row.
     *
     * @param zone of who has none
     */
    static Asker of(Connection db, Schema schema, QueryRequest request, ZoneId zone) throws SQLException {
        UserTime standard = new UserTime(zone);
        String user = request.userId();
        boolean fiscal = OF_A_FISCAL_YEAR.matcher(request.soql()).find();
        boolean timed = OF_A_TIME.matcher(request.soql()).find();
        return new Asker(
                user,
                timed && user != null ? UserTime.of(db, schema, user, standard) : standard,
                fiscal ? fiscalYear(db, schema) : FiscalYear.CALENDAR);
    }

    /** Where the user's days begin and end. */
    ZoneId zone() {
        return time.zone();
    }

    private static FiscalYear fiscalYear(Connection db, Schema schema) throws SQLException {
        boolean kept = schema.object("Organization")
                .flatMap(organization -> organization.field("FiscalYearStartMonth"))
                .isPresent();
        if (!kept) {
            return FiscalYear.CALENDAR;
        }
        boolean named = schema.object("Organization")
                .flatMap(organization -> organization.field("UsesStartDateAsFiscalYearName"))
                .isPresent();
        String sql = "SELECT \"FiscalYearStartMonth\", " + (named ? "\"UsesStartDateAsFiscalYearName\"" : "0")
                + " FROM \"Organization\" WHERE \"FiscalYearStartMonth\" BETWEEN 1 AND 12 LIMIT 1";
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? new FiscalYear(row.getInt(1), row.getBoolean(2)) : FiscalYear.CALENDAR;
        }
    }
}
