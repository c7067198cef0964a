package dev.orgbench.soql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains what stands where a value should, and takes it away. */
final class WrongValue {
    /** The quotes that people and word processors write, each with the one that ends it. */
    private static final Map<String, String> QUOTES =
            Map.of("\"", "\"", "“", "”", "‘", "’", "`", "`", "”", "”", "’", "’");

    private final TokenCursor cursor;

    WrongValue(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** A gap for whatever is there, reported. */
    Value value() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case WORD -> word(token);
            case UNCLOSED_TEXT -> {
                cursor.unexpected("a value");
                yield new Value.Gap(cursor.take().range());
            }
            case UNKNOWN -> unknown(token);
            default -> {
                cursor.unexpected("a value");
                yield new Value.Gap(cursor.here());
            }
        };
    }

    /** Takes a path and a call's parentheses behind it. */
    void skipPath() {
        cursor.take();
        while (cursor.atSymbol(".") && cursor.peek(1).kind() == TokenKind.WORD) {
            cursor.take();
            cursor.take();
        }
        if (cursor.takeIfSymbol("(")) {
            for (int open = 1; open > 0 && !cursor.atEnd(); ) {
                Token token = cursor.take();
                open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            }
        }
    }

    private Value word(Token token) {
        if (Keywords.isReserved(token) || Clause.at(cursor) != null) {
            cursor.unexpected("a value");
            return new Value.Gap(cursor.here());
        }
        boolean single = !cursor.peek(1).isSymbol(".") && !cursor.peek(1).isSymbol("(");
        int index = token.range().start();
        Fault fault = single ? unquoted(token) : null;
        if (fault != null) {
            cursor.reportHere(fault);
            return new Value.Gap(takeUpTo(token, fault.plain().range().end()));
        }
        Range place = cursor.peek().range();
        int end = endOfPath();
        Range whole = new Range(index, end);
        cursor.reportHere(new Fault(
                place,
                Wording.unexpected(token),
                Problem.error(whole, "SOQL compares a field with a value, never with another field or function.")));
        skipPath();
        return new Value.Gap(cursor.since(place));
    }

    private int endOfPath() {
        int ahead = 0;
        while (cursor.peek(ahead + 1).isSymbol(".") && cursor.peek(ahead + 2).kind() == TokenKind.WORD) {
            ahead += 2;
        }
        return cursor.peek(ahead).range().end();
    }

    private Fault unquoted(Token token) {
        Range whole = new Range(token.range().start(), endOfTouching());
        String text = cursor.soql().substring(whole.start(), whole.end());
        Fix quote = new Fix("Put it in quotes", whole, "'" + text.replace("'", "\\'") + "'");
        return Spelling.near(token.text(), DateKeyword.names(), 1).stream()
                .findFirst()
                .map(meant -> Fault.of(
                        token.range(),
                        Wording.unexpected(token),
                        "There is no date literal " + token.text() + ". Did you mean " + meant + "?",
                        new Fix("Change to " + meant, token.range(), meant),
                        quote))
                .orElseGet(() -> new Fault(
                        token.range(),
                        Wording.unexpected(token),
                        new Problem(whole, Severity.ERROR, "A text stands in single quotes.", List.of(quote))));
    }

    /** The end of what is written without a gap: {@code A%} is two tokens. */
    private int endOfTouching() {
        int ahead = 0;
        while (cursor.peek(ahead).touches(cursor.peek(ahead + 1)) && !isEnd(cursor.peek(ahead + 1))) {
            ahead++;
        }
        return cursor.peek(ahead).range().end();
    }

    private Value unknown(Token token) {
        String closing = QUOTES.get(token.text());
        if (closing != null) {
            return otherQuotes(token, closing);
        }
        Range moment = withoutZone(token);
        if (moment != null) {
            String text = cursor.soql().substring(moment.start(), moment.end());
            cursor.reportHere(new Fault(
                    token.range(),
                    Wording.unexpected(token),
                    new Problem(
                            moment,
                            Severity.ERROR,
                            "A date with a time needs its time zone, as in 2024-01-31T09:00:00Z.",
                            List.of(new Fix("Add Z for UTC", moment, withSeconds(text) + "Z")))));
            return new Value.Gap(takeUpTo(token, moment.end()));
        }
        cursor.unexpected("a value");
        return new Value.Gap(cursor.take().range());
    }

    private Value otherQuotes(Token token, String closing) {
        String soql = cursor.soql();
        int start = token.range().start();
        int line = soql.indexOf('\n', start);
        int close = soql.indexOf(closing, token.range().end());
        boolean closed = close >= 0 && (line < 0 || close < line);
        int end = closed ? close + closing.length() : token.range().end();
        Range range = new Range(start, end);
        String text = closed ? soql.substring(token.range().end(), close) : "";
        Fix fix = closed
                ? new Fix("Use single quotes", range, "'" + text.replace("'", "\\'") + "'")
                : new Fix("Use a single quote", range, "'");
        cursor.reportHere(new Fault(
                token.range(),
                Wording.unexpected(token),
                new Problem(range, Severity.ERROR, "A text stands in single quotes.", List.of(fix))));
        return new Value.Gap(takeUpTo(token, end));
    }

    private Range takeUpTo(Token first, int end) {
        do {
            cursor.take();
        } while (!cursor.atEnd() && cursor.peek().range().start() < end);
        return cursor.since(first.range());
    }

    /** The stretch of a date with a time and no zone, which is cut into several tokens; null if it is none. */
    private @Nullable Range withoutZone(Token token) {
        if (!token.text().matches("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}")) {
            return null;
        }
        int end = token.range().end();
        for (int ahead = 1; cursor.peek(ahead).range().start() == end && !isEnd(cursor.peek(ahead)); ahead++) {
            end = cursor.peek(ahead).range().end();
        }
        return new Range(token.range().start(), end);
    }

    private static boolean isEnd(Token token) {
        return token.kind() == TokenKind.END || token.text().equals(";") || token.isSymbol(")") || token.isSymbol(",");
    }

    private static String withSeconds(String moment) {
        long colons = moment.chars().filter(c -> c == ':').count();
        return moment + (colons == 0 ? ":00:00" : colons == 1 ? ":00" : "");
    }
}
