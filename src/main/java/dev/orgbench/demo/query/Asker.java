package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** What a query says whose answer depends on the time zone; it need not be exact, only miss none. */
    private static final Pattern OF_A_ZONE =
            Pattern.compile("today|tomorrow|yesterday|this_|last_|next_|_ago|timezone|format", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_FISCAL_YEAR = Pattern.compile("fiscal", Pattern.CASE_INSENSITIVE);

    /**
     * Reads, where a query asks for it, the org's fiscal year from its Organization row and the user's time zone from his
     * User row.
     *
     * @param zone of who has none
     */
    static Asker of(Connection db, Schema schema, QueryRequest request, ZoneId zone) throws SQLException {
        boolean fiscal = OF_A_FISCAL_YEAR.matcher(request.soql()).find();
        boolean timed = OF_A_ZONE.matcher(request.soql()).find();
        return new Asker(
                request.userId(),
                timed ? zoneOf(db, schema, request.userId()).orElse(zone) : zone,
                fiscal ? fiscalYear(db, schema) : FiscalYear.CALENDAR);
    }

    private static Optional<ZoneId> zoneOf(Connection db, Schema schema, @Nullable String userId) throws SQLException {
        boolean kept = schema.object("User")
                .flatMap(user -> user.field("TimeZoneSidKey"))
                .isPresent();
        if (userId == null || !kept) {
            return Optional.empty();
        }
        try (PreparedStatement statement = db.prepareStatement("SELECT \"TimeZoneSidKey\" FROM \"User\" WHERE \"Id\" = ?")) {
            statement.setString(1, userId);
            try (ResultSet row = statement.executeQuery()) {
                return Optional.ofNullable(row.next() ? row.getString(1) : null)
                        .filter(ZoneId.getAvailableZoneIds()::contains)
                        .map(ZoneId::of);
            }
        }
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
