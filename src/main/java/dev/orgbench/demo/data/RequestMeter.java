package dev.orgbench.demo.data;

import dev.orgbench.demo.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts API requests over a rolling day, by the hour. The count is written to the file now and then and at the end; like
 * Salesforce's own it is not exact after a crash.
 */
public final class RequestMeter {
    /** What a Developer Edition org may do in 24 hours. */
    public static final int DAILY_LIMIT = 15_000;

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int HOURS = 24;
    private static final int REQUESTS_A_SAVE = 50;

    private final Clock clock;
    private final TreeMap<Long, Integer> hours = new TreeMap<>();
    private int unsaved;

    private RequestMeter(Clock clock) {
        this.clock = clock;
    }

    static void createTable(Connection db) throws SQLException {
        OrgFile.execute(db, "CREATE TABLE org_usage (hour INTEGER PRIMARY KEY, requests INTEGER NOT NULL)");
    }

    public static RequestMeter load(OrgFile file, Clock clock) throws ApiError, SQLException {
        RequestMeter meter = new RequestMeter(clock);
        return file.read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT hour, requests FROM org_usage")) {
                while (rows.next()) {
                    meter.hours.put(rows.getLong(1), rows.getInt(2));
                }
            }
            return meter;
        });
    }

    /** Counts one request; tells whether it is time to {@link #save}. */
    public synchronized boolean count() {
        forgetYesterday();
        hours.merge(hour(), 1, Integer::sum);
        unsaved++;
        return unsaved >= REQUESTS_A_SAVE;
    }

    /** Requests in the last 24 hours. */
    public synchronized int used() {
        forgetYesterday();
        return hours.values().stream().mapToInt(Integer::intValue).sum();
    }

    public void save(OrgFile file) throws ApiError, SQLException {
        Map<Long, Integer> now = copy();
        file.write(db -> {
            OrgFile.execute(db, "DELETE FROM org_usage");
            try (PreparedStatement statement = db.prepareStatement("INSERT INTO org_usage VALUES (?, ?)")) {
                for (Map.Entry<Long, Integer> entry : now.entrySet()) {
                    statement.setLong(1, entry.getKey());
                    statement.setInt(2, entry.getValue());
                    statement.executeUpdate();
                }
            }
            return now;
        });
    }

    private synchronized Map<Long, Integer> copy() {
        unsaved = 0;
        return new TreeMap<>(hours);
    }

    private void forgetYesterday() {
        hours.headMap(hour() - HOURS, true).clear();
    }

    private long hour() {
        return Math.floorDiv(clock.millis(), HOUR_MILLIS);
    }
}
