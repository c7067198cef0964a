package dev.orgbench.soql;

/**
 * Salesforce's form of an error in a query: an empty line, the line at fault (cut to a window around the place if it
 * is long), a caret, {@code ERROR at Row:r:Column:c}, the detail.
 *
 * <p>The window is read off recorded errors (camel-quarkus 3022, restforce 632, mautic 13406, forcedotcom/cli 1356): about
 * 30 characters to either side, and on from there to the edge of the word that it would cut.
 */
public final class ErrorText {
    private static final int BEFORE = 30;

    private static final int AFTER = 31;

    /** A word of more than this is cut all the same. */
    private static final int LONGEST_WORD = 200;

    private ErrorText() {}

    /** The whole text of an error about the place {@code offset} in {@code soql}. */
    public static String at(String soql, int offset, String detail) {
        int place = Math.clamp(offset, 0, soql.length());
        int lineStart = soql.lastIndexOf('\n', place - 1) + 1;
        int newLine = soql.indexOf('\n', place);
        int lineEnd = newLine < 0 ? soql.length() : newLine;
        int from = Math.max(lineStart, place - BEFORE);
        int first = Math.max(lineStart, from - LONGEST_WORD);
        while (from > first && isOfWord(soql.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(lineEnd, place + AFTER);
        int last = Math.min(lineEnd, to + LONGEST_WORD);
        while (to < last && isOfWord(soql.charAt(to))) {
            to++;
        }
        String context = soql.substring(from, to).replace('\t', ' ').stripTrailing();
        Position position = Position.of(soql, place);
        return "\n" + context + "\n" + " ".repeat(place - from) + "^\nERROR at Row:" + position.row() + ":Column:"
                + position.column() + "\n" + detail;
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c) && c != ',';
    }
}
