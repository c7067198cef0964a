package dev.orgbench.ui.kit;

import java.util.Locale;

/**
 * As much of a text as a screen can show at once. A line of a megabyte, or a hundred thousand lines, would keep the
 * window from answering; nobody reads them there either.
 */
final class Excerpt {
    static final int LONGEST_LINE = 4_000;
    static final int LONGEST_TEXT = 200_000;
    static final int LONGEST_CELL = 500;

    private Excerpt() {}

    /** The beginning of {@code text}, with a note where something was left out; short texts as they are. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            if (shown.length() > LONGEST_TEXT) {
                long lines = text.substring(from).lines().count();
                return shown.append(note(lines, "lines")).toString();
            }
            int end = text.indexOf('\n', from);
            int stop = end < 0 ? text.length() : end;
            if (stop - from > LONGEST_LINE) {
                shown.append(text, from, from + LONGEST_LINE).append(note(stop - from - LONGEST_LINE, "characters"));
            } else {
                shown.append(text, from, stop);
            }
            if (end >= 0) {
                shown.append('\n');
            }
            from = stop + 1;
        }
        return shown.toString();
    }

    /** As much as fits a line of a table or a tree, line breaks shown by a sign. */
    static String line(String text) {
        int end = text.length() <= LONGEST_CELL ? text.length() : text.offsetByCodePoints(0, LONGEST_CELL - 1);
        return text.substring(0, end).replaceAll("\\R", "⏎") + (end < text.length() ? "…" : "");
    }

    private static String note(long more, String what) {
        return String.format(Locale.ROOT, " … %,d more %s: Copy takes them all", more, what);
    }
}
