package dev.orgbench.mcp.server;

/** Text from elsewhere, cut to what a line can show. */
final class Shortened {
    private Shortened() {}

    /** {@code text} itself, or its beginning and an ellipsis. */
    static String to(int length, String text) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** The first line that is not blank, cut; empty if there is none. */
    static String firstLine(int length, String text) {
        return to(
                length,
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse(""));
    }
}
