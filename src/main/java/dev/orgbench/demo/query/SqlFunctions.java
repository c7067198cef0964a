package dev.orgbench.demo.query;

import dev.orgbench.demo.data.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/** What SQLite cannot do by itself: the case of letters beyond ASCII, and time zones. */
final class SqlFunctions {
    private static final String FOLD = "soql_fold";
    private static final String TO_USER_TIME = "soql_user_time";

    private SqlFunctions() {}

    static String fold(String sql) {
        return FOLD + "(" + sql + ")";
    }

    /**
     * What is the same for texts that differ in case alone. Only texts with letters beyond ASCII, which have more bytes
     * than characters, need the slow function.
     */
    static String key(String sql) {
        return "iif(length(" + sql + ") = octet_length(" + sql + "), " + sql + ", " + fold(sql) + ") COLLATE NOCASE";
    }

    static String foldText(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static String toUserTime(String sql) {
        return TO_USER_TIME + "(" + sql + ")";
    }

    /** Adds to the connection what {@code sql} calls. */
    static void install(Connection db, String sql, ZoneId userZone) throws SQLException {
        if (sql.contains(FOLD)) {
            Function.create(db, FOLD, new TextFunction(SqlFunctions::foldText), 1, Function.FLAG_DETERMINISTIC);
        }
        if (sql.contains(TO_USER_TIME)) {
            Function.create(
                    db, TO_USER_TIME, new TextFunction(text -> inZone(text, userZone)), 1, Function.FLAG_DETERMINISTIC);
        }
    }

    private static String inZone(String utc, ZoneId zone) {
        Instant instant = Instant.parse(utc);
        return Times.dateTime(instant.atZone(zone).toLocalDateTime().toInstant(ZoneOffset.UTC));
    }

    /** A function of one text; NULL stays NULL. */
    private static final class TextFunction extends Function {
        private final UnaryOperator<String> function;

        TextFunction(UnaryOperator<String> function) {
            this.function = function;
        }

        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(function.apply(text));
            }
        }
    }
}
