package dev.orgbench.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes entries. One that is there already is replaced: a message is written again when it is answered. */
final class EntryRows {
    /** What an entry costs in the file besides its packed bodies, about. */
    private static final int ROW_BYTES = 400;

    private EntryRows() {}

    /** Writes them all; returns how many bytes were added, about. */
    static long write(Connection connection, Collection<TraceEntry> entries) throws SQLException {
        long bytes = 0;
        try (PreparedStatement row = connection.prepareStatement(
                        "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement content =
                        connection.prepareStatement("INSERT OR REPLACE INTO content VALUES (?, ?)");
                PreparedStatement words =
                        connection.prepareStatement("INSERT OR REPLACE INTO words (rowid, text) VALUES (?, ?)")) {
            for (TraceEntry entry : entries) {
                EntryText told = EntryText.of(entry);
                byte[] packed = Packed.of(content(entry));
                int size = packed.length + told.searched().length() / 2 + ROW_BYTES;
                bytes += size;
                fill(row, entry, told, size);
                row.executeUpdate();
                content.setLong(1, entry.id());
                content.setBytes(2, packed);
                content.executeUpdate();
                words.setLong(1, entry.id());
                words.setString(2, told.searched());
                words.executeUpdate();
            }
        }
        return bytes;
    }

    private static void fill(PreparedStatement row, TraceEntry entry, EntryText told, int size) throws SQLException {
        row.setLong(1, entry.id());
        row.setLong(3, micros(entry.started()));
        row.setString(5, told.orgId());
        row.setString(7, told.server());
        row.setString(8, told.client());
        row.setString(9, told.name());
        row.setInt(15, told.failed() ? 1 : 0);
        row.setInt(17, size);
        switch (entry) {
            case Message message -> {
                Message.Result result = message.result();
                row.setNull(2, Types.INTEGER);
                setTook(row, result == null ? null : result.took().toNanos());
                row.setString(6, "");
                row.setString(10, message.method());
                row.setString(11, message.tool());
                row.setString(12, null);
                row.setInt(13, result == null ? 0 : result.httpStatus());
                row.setString(14, result == null ? null : result.failure());
                row.setString(16, result == null ? null : result.summary());
            }
            case Exchange exchange -> {
                row.setLong(2, exchange.messageId());
                setTook(row, exchange.took().toNanos());
                row.setString(6, exchange.org());
                row.setString(10, exchange.method());
                row.setString(11, null);
                row.setString(12, exchange.url());
                row.setInt(13, exchange.status());
                row.setString(14, exchange.failure());
                row.setString(16, null);
            }
        }
    }

    private static void setTook(PreparedStatement row, @Nullable Long nanos) throws SQLException {
        if (nanos == null) {
            row.setNull(4, Types.INTEGER);
        } else {
            row.setLong(4, nanos);
        }
    }

    private static List<String> content(TraceEntry entry) {
        return switch (entry) {
            case Message message -> {
                Message.Result result = message.result();
                yield List.of(
                        message.request(),
                        result == null ? "" : result.body(),
                        lines(message.headers()),
                        result == null ? "" : lines(result.headers()));
            }
            case Exchange exchange ->
                List.of(
                        lines(exchange.requestHeaders()),
                        exchange.requestBody(),
                        lines(exchange.responseHeaders()),
                        exchange.responseBody());
        };
    }

    private static String lines(List<Exchange.Header> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n"));
    }

    /** Microseconds since 1970: what the file counts in. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
