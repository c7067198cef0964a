package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The indexes of all tables, put aside while many rows are written: building one from all rows at once is faster. */
public final class Indexes {
    private Indexes() {}

    /** Drops them for {@code work} and builds them again; inside one transaction, which brings them back after a failure. */
    public static <T> T aside(Connection db, Work<T> work) throws ApiError, SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (Statement statement = db.createStatement();
                // Those without a text are the tables' own keys.
                ResultSet rows = statement.executeQuery(
                        "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL")) {
            while (rows.next()) {
                definitions.put(rows.getString(1), rows.getString(2));
            }
        }
        for (String name : definitions.keySet()) {
            Connections.execute(db, "DROP INDEX " + SqlText.name(name));
        }
        T result = work.run(db);
        for (String definition : definitions.values()) {
            Connections.execute(db, definition);
        }
        return result;
    }
}
