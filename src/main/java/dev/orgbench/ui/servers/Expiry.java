package dev.orgbench.ui.servers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a server shall end: how it is chosen, and how a date that was typed is read. */
enum Expiry {
    NEVER("never", null),
    HOUR("1 hour", Duration.ofHours(1)),
    EIGHT_HOURS("8 hours", Duration.ofHours(8)),
    DATE("on…", null);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final String word;
    private final @Nullable Duration length;

    Expiry(String word, @Nullable Duration length) {
        this.word = word;
        this.length = length;
    }

    String word() {
        return word;
    }

    /** The instant meant; empty for never, and for a date that cannot be read. */
    Optional<Instant> from(Instant now, String date, ZoneId zone) {
        return this == DATE ? read(date, zone) : Optional.ofNullable(length).map(now::plus);
    }

    /** Reads {@code 2026-12-31 18:00}; a day alone ends when it is over. */
    static Optional<Instant> read(String text, ZoneId zone) {
        String given = text.strip().replace('T', ' ');
        try {
            LocalDateTime there = given.length() <= 10
                    ? LocalDate.parse(given).plusDays(1).atStartOfDay()
                    : LocalDateTime.parse(given, MINUTE);
            return Optional.of(there.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read} reads it. */
    static String text(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }
}
