package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into tokens. Never fails: what is no SOQL becomes a token that says so. */
final class Lexer {
    private static final Pattern DATE_OR_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2}))?"
                    + "|(\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z)",
            Pattern.CASE_INSENSITIVE);
    private static final String SINGLE_SYMBOLS = ",.():=<>";

    private final String soql;
    private final boolean braces;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    /** Once a quote or brace had no partner, later ones are looked for on their own line only: the whole stays linear. */
    private boolean unclosed;

    private boolean unclosedBrace;

    private Lexer(String soql, boolean braces) {
        this.soql = soql;
        this.braces = braces;
    }

    /** All tokens in order; the last one is {@link TokenKind#END}. */
    static List<Token> tokens(String soql) {
        return new Lexer(soql, false).run();
    }

    /** The same for SOSL, where braces and what they hold are one token. */
    static List<Token> tokensOfSearch(String sosl) {
        return new Lexer(sosl, true).run();
    }

    private List<Token> run() {
        while (at < soql.length()) {
            if (Character.isWhitespace(soql.charAt(at))) {
                at++;
            } else {
                next();
            }
        }
        add(TokenKind.END, at);
        return tokens;
    }

    private void next() {
        char c = soql.charAt(at);
        if (c == '\'') {
            unclosed = enclosed('\'', unclosed, TokenKind.TEXT, TokenKind.UNCLOSED_TEXT);
        } else if (c == '{' && braces) {
            unclosedBrace = enclosed('}', unclosedBrace, TokenKind.BRACED, TokenKind.UNCLOSED_BRACED);
        } else if (isWordStart(c)) {
            add(TokenKind.WORD, endOfWord(at));
        } else if (isComment()) {
            comment(c);
        } else if (!dateOrTime(c) && !number(c)) {
            symbol(c);
        }
    }

    /** Takes all up to {@code close}; tells whether it is missing. A backslash takes its meaning from what follows. */
    private boolean enclosed(char close, boolean missed, TokenKind whole, TokenKind open) {
        int limit = missed ? endOfLine(at) : soql.length();
        for (int i = at + 1; i < limit; i++) {
            char c = soql.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == close) {
                add(whole, i + 1);
                return missed;
            }
        }
        add(open, endOfLine(at));
        return true;
    }

    private int endOfLine(int from) {
        int end = soql.indexOf('\n', from);
        return end < 0 ? soql.length() : end;
    }

    private boolean isComment() {
        return soql.startsWith("//", at) || soql.startsWith("/*", at) || soql.startsWith("--", at);
    }

    private void comment(char first) {
        boolean block = first == '/' && soql.charAt(at + 1) == '*';
        int close = block ? soql.indexOf("*/", at + 2) : -1;
        add(TokenKind.COMMENT, close >= 0 ? close + 2 : block ? soql.length() : endOfLine(at));
    }

    private boolean dateOrTime(char first) {
        if (!isDigit(first) || !(isAhead('-', "2024".length()) || isAhead(':', "12".length()))) {
            return false;
        }
        Matcher matcher = DATE_OR_TIME.matcher(soql).region(at, soql.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        TokenKind kind = TokenKind.DATE;
        if (matcher.group(2) != null) {
            kind = TokenKind.DATE_TIME;
        } else if (matcher.group(3) != null) {
            kind = TokenKind.TIME;
        }
        addUnlessGlued(kind, matcher.end());
        return true;
    }

    /** {@code 5}, {@code -5.25}, {@code .5}. */
    private boolean number(char first) {
        // In `a.5` the point belongs to the path, so a number begins with a point only where no name ends.
        boolean afterName = !tokens.isEmpty()
                && tokens.getLast().kind() == TokenKind.WORD
                && tokens.getLast().range().end() == at;
        if (afterName && first == '.') {
            return false;
        }
        int whole = first == '+' || first == '-' ? at + 1 : at;
        int end = endOfDigits(whole);
        if (end < soql.length() && soql.charAt(end) == '.') {
            int fraction = endOfDigits(end + 1);
            end = fraction > end + 1 ? fraction : end;
        }
        if (end == whole) {
            return false;
        }
        addUnlessGlued(TokenKind.NUMBER, end);
        return true;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < soql.length() && isDigit(soql.charAt(end))) {
            end++;
        }
        return end;
    }

    private void symbol(char c) {
        char following = at + 1 < soql.length() ? soql.charAt(at + 1) : ' ';
        boolean pair = (following == '=' && (c == '!' || c == '<' || c == '>')) || (c == '<' && following == '>');
        if (pair) {
            add(TokenKind.SYMBOL, at + 2);
        } else if (SINGLE_SYMBOLS.indexOf(c) >= 0) {
            add(TokenKind.SYMBOL, at + 1);
        } else {
            add(TokenKind.UNKNOWN, at + Character.charCount(soql.codePointAt(at)));
        }
    }

    /** Letters and digits right behind a number make the whole no token of SOQL: {@code 12abc}. */
    private void addUnlessGlued(TokenKind kind, int end) {
        int last = endOfWord(end);
        add(last == end ? kind : TokenKind.UNKNOWN, last);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < soql.length() && (isWordStart(soql.charAt(end)) || isDigit(soql.charAt(end)))) {
            end++;
        }
        return end;
    }

    private boolean isAhead(char wanted, int distance) {
        return at + distance < soql.length() && soql.charAt(at + distance) == wanted;
    }

    private static boolean isWordStart(char c) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(TokenKind kind, int end) {
        tokens.add(new Token(kind, new Range(at, end), soql.substring(at, end)));
        at = end;
    }
}
