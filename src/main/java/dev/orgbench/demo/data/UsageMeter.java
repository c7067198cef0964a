package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was used of the limits in the last 24 hours, to the minute: API requests by connected app, and whatever else is
 * counted by the day. The counts are written to the file now and then and at the end; like Salesforce's own they are not
 * exact after a crash.
 */
public final class UsageMeter {
    /** As {@code /limits} names API requests. */
    public static final String REQUESTS = "DailyApiRequests";

    /** As {@code /limits} names query jobs of the Bulk API 2.0. */
    public static final String BULK_QUERY_JOBS = "DailyBulkV2QueryJobs";

    /** As {@code /limits} names batches of rows that bulk jobs write. */
    public static final String BULK_BATCHES = "DailyBulkApiBatches";

    static final String TABLE = "org_usage_minute";

    /** For what no connected app did. */
    private static final String NO_APP = "";

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MINUTES = 24 * 60;
    private static final int COUNTS_A_SAVE = 50;

    private final Clock clock;
    private final Map<Key, Day> days = new HashMap<>();
    private int unsaved;

    private UsageMeter(Clock clock) {
        this.clock = clock;
    }

    static void createTable(Connection db) throws SQLException {
        Connections.execute(
                db,
                "CREATE TABLE IF NOT EXISTS " + TABLE
                        + " (limit_name TEXT, app TEXT, minute INTEGER, used INTEGER NOT NULL,"
                        + " PRIMARY KEY (limit_name, app, minute)) WITHOUT ROWID");
    }

    /** The counts in the file; one of an earlier day gets the table. */
    public static UsageMeter load(OrgFile file, Clock clock) throws ApiError, SQLException {
        UsageMeter meter = new UsageMeter(clock);
        return file.write(db -> {
            createTable(db);
            try (Statement statement = db.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT limit_name, app, minute, used FROM " + TABLE)) {
                while (rows.next()) {
                    meter.day(new Key(rows.getString(1), rows.getString(2))).add(rows.getLong(3), rows.getInt(4));
                }
            }
            return meter;
        });
    }

    /** Counts one of {@code limit}, as {@code DailyBulkV2QueryJobs}; tells whether it is time to {@link #save}. */
    public boolean count(String limit) {
        return count(limit, NO_APP);
    }

    /** Counts one of {@code limit} by a connected app; tells whether it is time to {@link #save}. */
    public synchronized boolean count(String limit, String app) {
        Day day = day(new Key(limit, app));
        long now = minute();
        day.forget(now - MINUTES);
        day.add(now, 1);
        day.unsavedFrom = Math.min(day.unsavedFrom, now);
        unsaved++;
        return unsaved >= COUNTS_A_SAVE;
    }

    /** How many of {@code limit} were counted in the last 24 hours, by whomever. */
    public synchronized int used(String limit) {
        long now = minute();
        int used = 0;
        for (Map.Entry<Key, Day> entry : days.entrySet()) {
            if (entry.getKey().limit().equals(limit)) {
                entry.getValue().forget(now - MINUTES);
                used += entry.getValue().total;
            }
        }
        return used;
    }

    /** How many of {@code limit} that connected app has used in the last 24 hours. */
    public synchronized int used(String limit, String app) {
        Day day = day(new Key(limit, app));
        day.forget(minute() - MINUTES);
        return day.total;
    }

    public void save(OrgFile file) throws ApiError, SQLException {
        file.write(db -> {
            write(db);
            return true;
        });
    }

    private synchronized void write(Connection db) throws SQLException {
        unsaved = 0;
        Connections.execute(db, "DELETE FROM " + TABLE + " WHERE minute <= " + (minute() - MINUTES));
        try (PreparedStatement statement =
                db.prepareStatement("INSERT OR REPLACE INTO " + TABLE + " VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Key, Day> entry : days.entrySet()) {
                Day day = entry.getValue();
                for (Map.Entry<Long, Integer> minute :
                        day.minutes.tailMap(day.unsavedFrom).entrySet()) {
                    statement.setString(1, entry.getKey().limit());
                    statement.setString(2, entry.getKey().app());
                    statement.setLong(3, minute.getKey());
                    statement.setInt(4, minute.getValue());
                    statement.executeUpdate();
                }
                day.unsavedFrom = Long.MAX_VALUE;
            }
        }
    }

    private Day day(Key key) {
        return days.computeIfAbsent(key, _ -> new Day());
    }

    private long minute() {
        return Math.floorDiv(clock.millis(), MINUTE_MILLIS);
    }

    private record Key(String limit, String app) {}

    /** A rolling day by the minute, and its sum. */
    private static final class Day {
        private final TreeMap<Long, Integer> minutes = new TreeMap<>();
        private int total;
        private long unsavedFrom = Long.MAX_VALUE;

        void add(long minute, int count) {
            minutes.merge(minute, count, Integer::sum);
            total += count;
        }

        /** All up to that minute. */
        void forget(long last) {
            while (!minutes.isEmpty() && minutes.firstKey() <= last) {
                total -= minutes.pollFirstEntry().getValue();
            }
        }
    }
}
