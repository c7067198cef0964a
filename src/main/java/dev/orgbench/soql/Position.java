package dev.orgbench.soql;

/** A place in a text as people count it: the first character is row 1, column 1. */
public record Position(int row, int column) {
    /** Where {@code offset} is; an offset past the end is the end. */
    public static Position of(String text, int offset) {
        int end = Math.min(offset, text.length());
        int row = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                row++;
                lineStart = i + 1;
            }
        }
        return new Position(row, end - lineStart + 1);
    }
}
