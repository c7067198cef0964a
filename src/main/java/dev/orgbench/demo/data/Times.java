package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and times as clients write them and as they are stored. */
final class Times {
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
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'").withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /**
     * The stored form of a date, date-time or time.
     *
     * @throws DateTimeException if {@code text} is none
     */
    static String stored(FieldType type, String text) {
        return switch (type) {
            case DATE -> (text.length() > DATE_LENGTH ? dateTime(text).toLocalDate() : LocalDate.parse(text)).toString();
            case DATETIME -> Stamp.stored(dateTime(text).toInstant());
            case TIME -> LocalTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                    .format(TIME);
            default -> throw new DateTimeException("No time: " + type);
        };
    }

    private static OffsetDateTime dateTime(String text) {
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                : OffsetDateTime.parse(text, DATE_TIME);
    }
}
