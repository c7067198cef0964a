package dev.orgbench.trace;

import dev.orgbench.trace.TraceQuery.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads entries back. */
final class EntryReads {
    /** A page of long bodies is cut short, for the sake of memory. */
    private static final long PAGE_BYTES = 8L * 1024 * 1024;

    private static final String SELECT = "SELECT e.*, c.packed FROM entry e JOIN content c ON c.id = e.id ";

    private EntryReads() {}

    static long lastId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT coalesce(max(id), 0) FROM entry")) {
            return select.executeQuery().getLong(1);
        }
    }

    static List<Exchange> under(Connection connection, long messageId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE e.message_id = ? AND e.message_id > 0 ORDER BY e.id")) {
            select.setLong(1, messageId);
            return page(select, Integer.MAX_VALUE, entry -> true).stream()
                    .filter(Exchange.class::isInstance)
                    .map(Exchange.class::cast)
                    .toList();
        }
    }

    /** Messages and the window's own exchanges, newest first. */
    static List<TraceEntry> older(Connection connection, long beforeId, int limit, TraceQuery query)
            throws SQLException {
        StringBuilder where = new StringBuilder("WHERE e.id < ? AND (e.message_id IS NULL OR e.message_id = 0)");
        List<Object> values = new ArrayList<>(List.of(beforeId));
        SearchedWords words = query.words();
        is("e.org_id = ?", query.orgId(), where, values);
        is("e.server = ?", query.server(), where, values);
        is("e.client = ?", query.client(), where, values);
        is("e.name = ?", query.name(), where, values);
        is(
                "e.failed = ?",
                query.outcome() == Outcome.ANY ? "" : query.outcome() == Outcome.FAILED ? 1 : 0,
                where,
                values);
        is("e.started >= ?", query.from() == null ? "" : EntryRows.micros(query.from()), where, values);
        is("e.started < ?", query.to() == null ? "" : EntryRows.micros(query.to()), where, values);
        is("""
                e.id IN (SELECT coalesce(nullif(found.message_id, 0), found.id)
                         FROM words JOIN entry found ON found.id = words.rowid WHERE words MATCH ?)""", match(words.indexed()), where, values);
        try (PreparedStatement select = connection.prepareStatement(SELECT + where + " ORDER BY e.id DESC")) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return page(select, limit, entry -> words.literalStandsIn(EntryText.of(entry)));
        }
    }

    private static void is(String condition, Object value, StringBuilder where, List<Object> values) {
        if (!value.equals("")) {
            where.append(" AND ").append(condition);
            values.add(value);
        }
    }

    /** Each word may go on. */
    private static String match(List<String> words) {
        return words.stream().map(word -> '"' + word + "\"*").collect(Collectors.joining(" "));
    }

    private static List<TraceEntry> page(PreparedStatement select, int limit, Predicate<TraceEntry> wanted)
            throws SQLException {
        List<TraceEntry> page = new ArrayList<>();
        long bytes = 0;
        try (ResultSet row = select.executeQuery()) {
            // Who asked for it may have gone on: a search through all that is kept takes long.
            while (page.size() < limit
                    && bytes < PAGE_BYTES
                    && !Thread.currentThread().isInterrupted()
                    && row.next()) {
                byte[] packed = row.getBytes("packed");
                TraceEntry entry = row.getString("url") == null ? message(row, packed) : exchange(row, packed);
                if (wanted.test(entry)) {
                    bytes += packed.length;
                    page.add(entry);
                }
            }
        }
        return page;
    }

    private static Message message(ResultSet row, byte[] packed) throws SQLException {
        // Those of earlier versions have no headers.
        List<String> content = Packed.texts(packed, 4);
        long took = row.getLong("took");
        Message.Result result = row.wasNull()
                ? null
                : new Message.Result(
                        row.getString("failure"),
                        row.getInt("status"),
                        headers(content.get(3)),
                        content.get(1),
                        Duration.ofNanos(took),
                        row.getString("summary"));
        return new Message(
                row.getLong("id"),
                started(row),
                row.getString("org_id"),
                row.getString("server"),
                row.getString("client"),
                row.getString("method"),
                row.getString("tool"),
                headers(content.get(2)),
                content.getFirst(),
                result);
    }

    private static Exchange exchange(ResultSet row, byte[] packed) throws SQLException {
        List<String> content = Packed.texts(packed, 4);
        String server = row.getString("server");
        return new Exchange(
                row.getLong("id"),
                row.getLong("message_id"),
                row.getString("org"),
                new Cause(row.getString("org_id"), server.isEmpty() ? null : server, row.getString("name")),
                started(row),
                Duration.ofNanos(row.getLong("took")),
                row.getString("method"),
                row.getString("url"),
                headers(content.getFirst()),
                content.get(1),
                row.getInt("status"),
                headers(content.get(2)),
                content.get(3),
                row.getString("failure"));
    }

    private static Instant started(ResultSet row) throws SQLException {
        return Instant.EPOCH.plus(row.getLong("started"), ChronoUnit.MICROS);
    }

    private static List<Exchange.Header> headers(String lines) {
        return Arrays.stream(lines.split("\n"))
                .filter(line -> line.contains(": "))
                .map(line -> new Exchange.Header(
                        line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)))
                .toList();
    }
}
