package dev.orgbench.demo.data;

/** Names and texts as SQLite writes them. */
public final class SqlText {
    private SqlText() {}

    /** A table's or a column's name. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A literal. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Whether SQLite knows the case of all its letters. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
