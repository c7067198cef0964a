package dev.orgbench.connect.merge;

/** One line of a change, without its line break. */
public record DiffLine(Kind kind, String text) {
    /** What becomes of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Lines that stay and are not shown. */
        GAP
    }

    /** As in a patch: {@code +}, {@code -} or a blank before the text. */
    @Override
    public String toString() {
        return switch (kind) {
            case SAME -> "  " + text;
            case REMOVED -> "- " + text;
            case ADDED -> "+ " + text;
            case GAP -> "  …";
        };
    }
}
