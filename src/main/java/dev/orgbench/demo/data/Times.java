package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Dates and times as clients write them, and as columns hold them, so that they sort as text: {@code 2026-11-22}, {@code
 * 2026-11-22T09:30:00.000Z}, {@code 09:30:00.000Z}.
 */
public final class Times {
    private static final int DATE_LENGTH = 10;
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter STORED_DATE_TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final DateTimeFormatter STORED_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT);
    /** Salesforce takes none before and none after these. (SOAP API developer guide, "Primitive Data Types", date.) */
    private static final LocalDate FIRST = LocalDate.of(1700, 1, 1);

    private static final LocalDate LAST = LocalDate.of(4000, 12, 31);

    private Times() {}

    public static String date(LocalDate date) {
        return date.toString();
    }

    public static String dateTime(Instant instant) {
        return STORED_DATE_TIME.format(instant);
    }

    public static String time(LocalTime time) {
        return STORED_TIME.format(time);
    }

    /**
     * What a client wrote, in its stored form.
     *
     * @throws DateTimeException if {@code text} is no such date, date-time or time, or out of Salesforce's range
     */
    static String read(FieldType type, String text) {
        return switch (type) {
            case DATE ->
                date(bounded(text.length() > DATE_LENGTH ? parsed(text).toLocalDate() : LocalDate.parse(text)));
            case DATETIME -> {
                Instant instant = parsed(text).toInstant();
                bounded(LocalDate.ofInstant(instant, ZoneOffset.UTC));
                yield dateTime(instant);
            }
            case TIME -> time(LocalTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text));
            default -> throw new DateTimeException("No time: " + type);
        };
    }

    /**
     * The instant that a client wrote, in UTC where it names no offset.
     *
     * @throws DateTimeException if {@code text} is no date-time, or out of Salesforce's range
     */
    public static Instant instant(String text) {
        return Instant.parse(read(FieldType.DATETIME, text));
    }

    private static OffsetDateTime parsed(String text) {
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                : OffsetDateTime.parse(text, DATE_TIME);
    }

    private static LocalDate bounded(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new DateTimeException("Not from " + FIRST + " to " + LAST + ": " + date);
        }
        return date;
    }
}
