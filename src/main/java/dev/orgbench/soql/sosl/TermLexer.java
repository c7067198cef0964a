package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Fault;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Cuts what stands between braces into words, phrases, operators and parentheses. */
final class TermLexer {
    /** What a piece is. */
    enum Kind {
        WORD,
        PHRASE,
        AND,
        AND_NOT,
        OR,
        OPEN,
        CLOSE,
        END
    }

    /** @param words one of a word, all of a phrase, none of all else */
    record Piece(Kind kind, Range range, List<SearchTerm.Word> words) {}

    private final TokenCursor cursor;
    private final String text;
    private final int base;
    private final int end;
    private final List<Piece> pieces = new ArrayList<>();
    private int at = 1;

    TermLexer(TokenCursor cursor, Token braces) {
        this.cursor = cursor;
        this.text = braces.text();
        this.base = braces.range().start();
        this.end = text.length() - 1;
    }

    /** All in order; the last is {@link Kind#END}. */
    List<Piece> pieces() {
        while (skipSpace() < end) {
            switch (text.charAt(at)) {
                case '(' -> sign(Kind.OPEN);
                case ')' -> sign(Kind.CLOSE);
                case '"' -> phrase();
                default -> wordOrOperator();
            }
        }
        add(Kind.END, end, List.of());
        return pieces;
    }

    private int skipSpace() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void sign(Kind kind) {
        add(kind, at++, List.of());
    }

    private void phrase() {
        int start = at++;
        List<SearchTerm.Word> words = new ArrayList<>();
        while (skipSpace() < end && text.charAt(at) != '"') {
            words.add(word(true));
        }
        if (at < end) {
            at++;
        } else {
            int close = base + end;
            cursor.report(Fault.unexpected(
                    range(start, at),
                    "\"",
                    "This phrase has no closing quote.",
                    new Fix("Close the quote", new Range(close, close), "\"")));
        }
        if (words.isEmpty()) {
            cursor.report(Fault.unexpected(range(start, at), "\"", "This phrase has no words."));
        }
        add(Kind.PHRASE, start, words);
    }

    private void wordOrOperator() {
        int start = at;
        SearchTerm.Word word = word(false);
        String written = text.substring(start, at);
        boolean and = written.equalsIgnoreCase("AND");
        if (and && isNotNext()) {
            skipSpace();
            at += "NOT".length();
            add(Kind.AND_NOT, start, List.of());
        } else if (and || written.equalsIgnoreCase("OR")) {
            add(and ? Kind.AND : Kind.OR, start, List.of());
        } else {
            add(Kind.WORD, start, List.of(word));
        }
    }

    private boolean isNotNext() {
        int next = at;
        while (next < end && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        int behind = next + "NOT".length();
        return text.regionMatches(true, next, "NOT", 0, "NOT".length())
                && (behind >= end || isBreak(text.charAt(behind)));
    }

    private static boolean isBreak(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
    }

    private SearchTerm.Word word(boolean inPhrase) {
        int start = at;
        StringBuilder plain = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        boolean refused = false;
        while (at < end && !isEnd(text.charAt(at), inPhrase)) {
            char c = text.charAt(at);
            boolean escaped = c == '\\' && at + 1 < end;
            if (escaped) {
                c = text.charAt(++at);
            } else if (!refused && (Wording.RESERVED.indexOf(c) >= 0 || c == '\\')) {
                refuse(c);
                refused = true;
            }
            plain.append(c);
            boolean literal = (escaped && (c == '*' || c == '?')) || c == '\\';
            pattern.append(literal ? "\\" : "").append(c);
            at++;
        }
        return new SearchTerm.Word(range(start, at), plain.toString(), pattern.toString());
    }

    private static boolean isEnd(char c, boolean inPhrase) {
        return inPhrase ? Character.isWhitespace(c) || c == '"' : isBreak(c);
    }

    private void refuse(char c) {
        Range before = range(at, at);
        cursor.report(Fault.unexpected(
                range(at, at + 1),
                String.valueOf(c),
                "A backslash stands before " + c + " in a search term.",
                new Fix("Write \\" + c, before, "\\")));
    }

    private Range range(int from, int to) {
        return new Range(base + from, base + to);
    }

    private void add(Kind kind, int start, List<SearchTerm.Word> words) {
        boolean single = kind == Kind.OPEN || kind == Kind.CLOSE;
        pieces.add(new Piece(kind, range(start, single ? start + 1 : at), words));
    }
}
