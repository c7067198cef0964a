package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user's days and weeks. (SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE": the user's locale decides
 * on the first day of the week.)
 *
 * @param zone where his days begin and end
 */
record UserTime(ZoneId zone, DayOfWeek firstDay) {
    /** Of who has said nothing of himself: weeks begin on Sunday, as in the United States. */
    UserTime(ZoneId zone) {
        this(zone, DayOfWeek.SUNDAY);
    }

    /** As the user's row has it; what it leaves open is as in {@code standard}. */
    static UserTime of(Connection db, Schema schema, String userId, UserTime standard) throws SQLException {
        boolean kept = schema.object("User")
                .filter(user -> user.field("TimeZoneSidKey").isPresent())
                .flatMap(user -> user.field("LocaleSidKey"))
                .isPresent();
        if (!kept) {
            return standard;
        }
        try (PreparedStatement statement =
                db.prepareStatement("SELECT \"TimeZoneSidKey\", \"LocaleSidKey\" FROM \"User\" WHERE \"Id\" = ?")) {
            statement.setString(1, userId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? standard.with(row.getString(1), row.getString(2)) : standard;
            }
        }
    }

    private UserTime with(@Nullable String zoneName, @Nullable String locale) {
        boolean known = zoneName != null && ZoneId.getAvailableZoneIds().contains(zoneName);
        return new UserTime(
                known ? ZoneId.of(zoneName) : zone,
                locale == null
                        ? firstDay
                        : WeekFields.of(Locale.forLanguageTag(locale.replace('_', '-')))
                                .getFirstDayOfWeek());
    }
}
