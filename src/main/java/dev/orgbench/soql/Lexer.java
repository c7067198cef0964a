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
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SYMBOL = Pattern.compile("!=|<>|<=|>=|[,.():=<>]");

    private final String soql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String soql) {
        this.soql = soql;
    }

    /** All tokens in order; the last one is {@link TokenKind#END}. */
    static List<Token> tokens(String soql) {
        Lexer lexer = new Lexer(soql);
        lexer.run();
        return List.copyOf(lexer.tokens);
    }

    private void run() {
        while (at < soql.length()) {
            if (Character.isWhitespace(soql.charAt(at))) {
                at++;
            } else {
                next();
            }
        }
        add(TokenKind.END, at);
    }

    private void next() {
        char c = soql.charAt(at);
        if (c == '\'') {
            text();
        } else if (matcher(WORD).lookingAt()) {
            add(TokenKind.WORD, endOf(WORD));
        } else if (!dateOrTime() && !number()) {
            if (matcher(SYMBOL).lookingAt()) {
                add(TokenKind.SYMBOL, endOf(SYMBOL));
            } else {
                add(TokenKind.UNKNOWN, at + Character.charCount(soql.codePointAt(at)));
            }
        }
    }

    private void text() {
        for (int i = at + 1; i < soql.length(); i++) {
            char c = soql.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\'') {
                add(TokenKind.TEXT, i + 1);
                return;
            }
        }
        add(TokenKind.UNCLOSED_TEXT, soql.length());
    }

    private boolean dateOrTime() {
        Matcher matcher = matcher(DATE_OR_TIME);
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

    private boolean number() {
        // In `a.5` the point belongs to the path, so a number begins with a point only where no name ends.
        boolean afterName = !tokens.isEmpty()
                && tokens.getLast().kind() == TokenKind.WORD
                && tokens.getLast().range().end() == at;
        if ((afterName && soql.charAt(at) == '.') || !matcher(NUMBER).lookingAt()) {
            return false;
        }
        addUnlessGlued(TokenKind.NUMBER, endOf(NUMBER));
        return true;
    }

    /** Letters and digits right behind a number make the whole no token of SOQL: {@code 12abc}. */
    private void addUnlessGlued(TokenKind kind, int end) {
        int last = end;
        while (last < soql.length() && isWordPart(soql.charAt(last))) {
            last++;
        }
        add(last == end ? kind : TokenKind.UNKNOWN, last);
    }

    private static boolean isWordPart(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(soql).region(at, soql.length());
    }

    private int endOf(Pattern pattern) {
        Matcher matcher = matcher(pattern);
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private void add(TokenKind kind, int end) {
        tokens.add(new Token(kind, new Range(at, end), soql.substring(at, end)));
        at = end;
    }
}
