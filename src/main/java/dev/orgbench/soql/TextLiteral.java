package dev.orgbench.soql;

import java.util.List;

/** Resolves the escapes of a text. (SOQL and SOSL Reference, "Quoted String Escape Sequences".) */
final class TextLiteral {
    private static final int HEX_DIGITS = 4;
    private static final char NONE = 0;

    private TextLiteral() {}

    static Value.Text read(TokenCursor cursor, Token token) {
        String quoted = token.text();
        if (quoted.indexOf('\\') < 0) {
            String plain = quoted.substring(1, quoted.length() - 1);
            return new Value.Text(token.range(), plain, plain);
        }
        StringBuilder text = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
                pattern.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            char meant = meaning(escaped);
            if (escaped == 'u' && isUnicode(quoted, i + 1)) {
                meant = (char) Integer.parseInt(quoted, i + 1, i + 1 + HEX_DIGITS, 16);
                i += HEX_DIGITS;
            } else if (meant == NONE) {
                cursor.report(badEscape(token, i - 1, Character.toString(quoted.codePointAt(i))));
                meant = escaped;
            }
            text.append(meant);
            if (meant == '\\' || meant == '_' || meant == '%') {
                pattern.append('\\');
            }
            pattern.append(meant);
        }
        return new Value.Text(token.range(), text.toString(), pattern.toString());
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 'n', 'N' -> '\n';
            case 'r', 'R' -> '\r';
            case 't', 'T' -> '\t';
            case 'b', 'B' -> '\b';
            case 'f', 'F' -> '\f';
            case '"', '\'', '\\', '_', '%' -> escaped;
            default -> NONE;
        };
    }

    private static boolean isUnicode(String quoted, int at) {
        int end = at + HEX_DIGITS;
        for (int i = at; i < end; i++) {
            if (i >= quoted.length() || Character.digit(quoted.charAt(i), 16) < 0 || quoted.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** Salesforce names the place before the literal. */
    private static Fault badEscape(Token literal, int at, String escaped) {
        int start = literal.range().start() + at;
        Range range = new Range(start, start + 1 + escaped.length());
        int before = Math.max(0, literal.range().start() - 1);
        return new Fault(
                new Range(before, before),
                Wording.escape(literal.text(), "\\" + escaped),
                new Problem(
                        range,
                        Severity.ERROR,
                        "A backslash begins an escape, and \\" + escaped + " is none. Write \\\\ for a backslash.",
                        List.of(new Fix("Write \\\\" + escaped, range, "\\\\" + escaped))));
    }
}
