package dev.orgbench.soql;

import java.util.Locale;

/** Says what is wrong with a token that must not stand where it stands. */
final class Unexpected {
    private static final int LONGEST_SHOWN = 40;

    private Unexpected() {}

    /** The fault of the next token, where {@code wanted} should stand. */
    static Fault at(TokenCursor cursor, String wanted) {
        Token token = cursor.peek();
        Range range = token.range();
        return switch (token.kind()) {
            case UNCLOSED_TEXT ->
                Fault.of(
                        range,
                        Wording.UNCLOSED_TEXT,
                        "This text has no closing quote.",
                        new Fix("Close the quote", new Range(range.end(), range.end()), "'"));
            case UNCLOSED_BRACED ->
                Fault.of(
                        range,
                        Wording.unexpected(token),
                        "This search term has no closing brace.",
                        new Fix("Close the brace", new Range(range.end(), range.end()), "}"));
            case END -> Fault.of(range, Wording.unexpected(token), missing(wanted));
            case SYMBOL -> symbol(cursor, token, wanted);
            case UNKNOWN -> unknown(token, wanted);
            default -> Fault.of(range, Wording.unexpected(token), instead(token, wanted));
        };
    }

    private static Fault symbol(TokenCursor cursor, Token token, String wanted) {
        String unexpected = Wording.unexpected(token);
        Range range = token.range();
        return switch (token.text()) {
            case ":" ->
                Fault.of(
                        range,
                        Wording.BIND_VARIABLE,
                        "Bind variables such as :name work in Apex only. Write the value itself.");
            case "," ->
                Fault.of(range, unexpected, missingBefore(wanted, "the comma"), new Fix("Remove the comma", range, ""));
            case ")" ->
                Fault.of(
                        range,
                        unexpected,
                        cursor.last().isSymbol("(") || wanted.startsWith("a ")
                                ? missingBefore(wanted, "the parenthesis")
                                : "This parenthesis closes nothing.",
                        new Fix("Remove the parenthesis", range, ""));
            default -> Fault.of(range, unexpected, instead(token, wanted));
        };
    }

    private static Fault unknown(Token token, String wanted) {
        String unexpected = Wording.unexpected(token);
        Range range = token.range();
        if (token.text().equals(";")) {
            return Fault.of(
                    range,
                    unexpected,
                    "A query has no semicolon at its end.",
                    new Fix("Remove the semicolon", range, ""));
        }
        if (Character.isLetter(token.text().codePointAt(0))) {
            return Fault.of(
                    range,
                    unexpected,
                    "Names have only the letters A to Z, digits and underscores. Texts stand in single quotes.");
        }
        return Fault.of(range, unexpected, instead(token, wanted));
    }

    private static String missing(String wanted) {
        return capital(wanted) + " is missing here.";
    }

    private static String missingBefore(String wanted, String what) {
        return capital(wanted) + " is missing before " + what + ".";
    }

    private static String instead(Token token, String wanted) {
        return capital(wanted) + " should stand here, not " + shown(token.text()) + ".";
    }

    /** The text as a message can carry it. */
    static String shown(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
