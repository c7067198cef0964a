package dev.orgbench.demo.sample;

import java.util.Arrays;
import java.util.Locale;

/** How much the demo org holds on its first day. */
public enum DemoSize {
    /** 900 opportunities: what a person can look through. */
    SMALL,
    /** 50,000 records in all: what needs pages and good queries. */
    MEDIUM,
    /** 1,000,000 opportunities: what a bad query does not finish on. */
    LARGE;

    /** As people write it: {@code small}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The size that people call so, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DemoSize of(String text) {
        return Arrays.stream(values())
                .filter(size -> size.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no demo org of size " + text + ": give small, medium or large."));
    }
}
