package dev.orgbench.soql;

/** A stretch of a query's text: offsets in UTF-16 units, {@code end} not included. */
public record Range(int start, int end) {
    public Range {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No range from " + start + " to " + end);
        }
    }

    /** From where this begins to where {@code last} ends. */
    public Range to(Range last) {
        return new Range(start, Math.max(start, last.end));
    }

    public int length() {
        return end - start;
    }
}
