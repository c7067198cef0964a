package dev.orgbench.soql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** A literal. */
public sealed interface Value {
    Range range();

    /**
     * A text in quotes.
     *
     * @param text what it says, escapes resolved
     * @param pattern the same as a pattern for LIKE: {@code %} and {@code _} are wildcards, a backslash makes the next
     *     character plain
     */
    record Text(Range range, String text, String pattern) implements Value {}

    record Numeric(Range range, BigDecimal number) implements Value {}

    record Bool(Range range, boolean value) implements Value {}

    record Null(Range range) implements Value {}

    record Date(Range range, LocalDate date) implements Value {}

    record DateTime(Range range, OffsetDateTime dateTime) implements Value {}

    /** A time of day, in UTC. */
    record Time(Range range, LocalTime time) implements Value {}

    /**
     * {@code THIS_MONTH}, {@code LAST_N_DAYS:30}.
     *
     * @param n the number behind the colon; the keyword's own where it has none
     */
    record RelativeDate(Range range, DateKeyword keyword, int n) implements Value {}

    /** {@code USD5000}. */
    record Currency(Range range, String isoCode, BigDecimal amount) implements Value {}

    /**
     * {@code :name}, which Apex alone fills in. Only in a tree with errors.
     *
     * @param name without the colon; may be empty
     */
    record Bind(Range range, String name) implements Value {}

    /** What stands where a value should, maybe nothing. Only in a tree with errors. */
    record Gap(Range range) implements Value {}
}
