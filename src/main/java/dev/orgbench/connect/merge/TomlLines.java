package dev.orgbench.connect.merge;

import java.util.ArrayList;
import java.util.List;

/** Reads a TOML text statement by statement: tables' headers, keys, comments. Values are skipped, but skipped rightly. */
final class TomlLines {
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int at;

    private TomlLines(String text) {
        this.text = text;
    }

    /**
     * One statement.
     *
     * @param start index of the first character of its line
     * @param header the table's name, of {@code [a.b]} and {@code [[a.b]]}; else empty
     * @param isArrayHeader whether it is {@code [[a.b]]}
     * @param key the key, of {@code a.b = ...}; else empty
     * @param isComment whether only a comment stands there
     */
    record Line(int start, List<String> header, boolean isArrayHeader, List<String> key, boolean isComment) {}

    static List<Line> read(String text) throws UnreadableConfigException {
        TomlLines reading = new TomlLines(text);
        while (reading.at < text.length()) {
            reading.line();
        }
        return List.copyOf(reading.lines);
    }

    private void line() throws UnreadableConfigException {
        int start = at;
        blanks();
        if (isAt('[')) {
            boolean array = text.startsWith("[[", at);
            at += array ? 2 : 1;
            List<String> name = key();
            expect(array ? "]]" : "]");
            lines.add(new Line(start, name, array, List.of(), false));
        } else if (isAt('#')) {
            lines.add(new Line(start, List.of(), false, List.of(), true));
        } else if (!isAtEndOfLine()) {
            List<String> key = key();
            expect("=");
            value();
            lines.add(new Line(start, List.of(), false, key, false));
        }
        endOfLine();
    }

    private List<String> key() throws UnreadableConfigException {
        List<String> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty()) {
                at++;
            }
            blanks();
            if (isAt('"') || isAt('\'')) {
                int start = at + 1;
                string();
                String quoted = text.substring(start, at - 1);
                if (quoted.contains("\\")) {
                    throw unreadable("a key with an escape, which Orgbench does not change");
                }
                parts.add(quoted);
            } else {
                int start = at;
                while (at < text.length()
                        && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
                    at++;
                }
                if (at == start) {
                    throw unreadable("a key was expected");
                }
                parts.add(text.substring(start, at));
            }
            blanks();
        } while (isAt('.'));
        return List.copyOf(parts);
    }

    private void value() throws UnreadableConfigException {
        blanks();
        int depth = 0;
        int start = at;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '"' || next == '\'') {
                string();
                continue;
            }
            if (next == '#') {
                if (depth == 0) {
                    break;
                }
                toEndOfLine();
                continue;
            }
            if (next == '[' || next == '{') {
                depth++;
            } else if (next == ']' || next == '}') {
                depth--;
            } else if (next == '\n' && depth == 0) {
                break;
            }
            at++;
        }
        if (depth != 0) {
            throw unreadable("a bracket is not closed");
        }
        if (text.substring(start, at).isBlank()) {
            throw unreadable("a value is missing");
        }
    }

    private void string() throws UnreadableConfigException {
        char quote = text.charAt(at);
        String fence = String.valueOf(quote).repeat(3);
        boolean many = text.startsWith(fence, at);
        at += many ? 3 : 1;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\\' && quote == '"') {
                at += 2;
            } else if (many && text.startsWith(fence, at)) {
                at += 3;
                // Up to two quotes may stand before the closing three.
                while (isAt(quote)) {
                    at++;
                }
                return;
            } else if (!many && next == quote) {
                at++;
                return;
            } else if (!many && next == '\n') {
                break;
            } else {
                at++;
            }
        }
        throw unreadable("a text is not closed");
    }

    private void endOfLine() throws UnreadableConfigException {
        blanks();
        if (isAt('#')) {
            toEndOfLine();
        }
        if (!isAtEndOfLine()) {
            throw unreadable("something stands behind the end");
        }
        toEndOfLine();
        at = Math.min(at + 1, text.length());
    }

    private void toEndOfLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void blanks() {
        while (isAt(' ') || isAt('\t')) {
            at++;
        }
    }

    private boolean isAt(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean isAtEndOfLine() {
        return at >= text.length() || isAt('\n') || text.startsWith("\r\n", at);
    }

    private void expect(String wanted) throws UnreadableConfigException {
        if (!text.startsWith(wanted, at)) {
            throw unreadable("\"" + wanted + "\" was expected");
        }
        at += wanted.length();
    }

    private UnreadableConfigException unreadable(String why) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new UnreadableConfigException("It is not TOML that can be read (line " + line + "): " + why
                + ". Mend it first; nothing was changed.");
    }
}
