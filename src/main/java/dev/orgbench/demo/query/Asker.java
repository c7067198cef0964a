package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on beside the rows.
 *
 * @param userId whose records are "mine"; null where nobody is signed in
 * @param zone where the user's days begin and end
 */
record Asker(@Nullable String userId, ZoneId zone, FiscalYear fiscalYear) {
    /** The currency of the org, which has only one. */
    static final String CURRENCY = "USD";

    /** Reads the org's fiscal year, where a query asks for it, from its Organization row; else it is the calendar year. */
    static Asker of(Connection db, Schema schema, QueryRequest request, ZoneId zone) throws SQLException {
        boolean asked = request.soql().toLowerCase(Locale.ROOT).contains("fiscal");
        return new Asker(request.userId(), zone, asked ? fiscalYear(db, schema) : FiscalYear.CALENDAR);
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
