package dev.orgbench.demo.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as columns hold them, so that they sort as text. */
final class StoredText {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT);

    private StoredText() {}

    static String date(LocalDate date) {
        return date.toString();
    }

    static String dateTime(Instant instant) {
        return DATE_TIME.format(instant);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }
}
