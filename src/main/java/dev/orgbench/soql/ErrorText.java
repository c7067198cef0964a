package dev.orgbench.soql;

/**
 * Salesforce's form of an error in a query: an empty line, the line at fault (cut to a window around the place if it
 * is long), a caret, {@code ERROR at Row:r:Column:c}, the detail.
 */
public final class ErrorText {
    /** Salesforce cuts long queries; how wide its window is has no public source. */
    private static final int BEFORE = 60;

    private static final int AFTER = 60;

    private ErrorText() {}

    /** The whole text of an error about the place {@code offset} in {@code soql}. */
    public static String at(String soql, int offset, String detail) {
        int place = Math.clamp(offset, 0, soql.length());
        int lineStart = soql.lastIndexOf('\n', place - 1) + 1;
        int lineEnd = soql.indexOf('\n', place);
        int from = Math.max(lineStart, place - BEFORE);
        int to = Math.min(lineEnd < 0 ? soql.length() : lineEnd, place + AFTER);
        String context = soql.substring(from, to).replace('\t', ' ').stripTrailing();
        Position position = Position.of(soql, place);
        return "\n" + context + "\n" + " ".repeat(place - from) + "^\nERROR at Row:" + position.row() + ":Column:"
                + position.column() + "\n" + detail;
    }
}
