package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record being put together: values by field name, as they are stored. */
final class Row {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row set(String field, @Nullable String value) {
        values.put(field, value == null || value.isEmpty() ? null : value);
        return this;
    }

    Row set(String field, @Nullable Double value) {
        values.put(field, value);
        return this;
    }

    Row set(String field, long value) {
        values.put(field, value);
        return this;
    }

    Row set(String field, boolean value) {
        values.put(field, value ? 1L : 0L);
        return this;
    }

    Row set(String field, LocalDate value) {
        values.put(field, value.toString());
        return this;
    }

    Row set(String field, Instant value) {
        values.put(field, Times.dateTime(value));
        return this;
    }

    /** When it was last changed. */
    Row modified(Instant time) {
        return set("LastModifiedDate", time).set("SystemModstamp", time);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
