package dev.orgbench.soql;

import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Condition.SetOperator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what compares and connects, and explains what other languages write instead. */
final class Operators {
    private static final List<String> WORDS = List.of("LIKE", "IN", "NOT", "INCLUDES", "EXCLUDES");

    private final TokenCursor cursor;

    Operators(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** The comparison at the cursor, not taken; null if there is none. */
    @Nullable
    Operator comparison() {
        if (cursor.atWord("LIKE")) {
            return Operator.LIKE;
        }
        if (cursor.peek().kind() != TokenKind.SYMBOL) {
            return null;
        }
        return switch (cursor.peek().text()) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            default -> null;
        };
    }

    /** Takes IN, NOT IN, INCLUDES or EXCLUDES; null if none is there. */
    @Nullable
    SetOperator set() {
        if (cursor.takeIfWord("IN")) {
            return SetOperator.IN;
        }
        if (cursor.takeIfWord("INCLUDES")) {
            return SetOperator.INCLUDES;
        }
        if (cursor.takeIfWord("EXCLUDES")) {
            return SetOperator.EXCLUDES;
        }
        if (cursor.atWords("NOT", "IN")) {
            cursor.take();
            cursor.take();
            return SetOperator.NOT_IN;
        }
        return null;
    }

    /** AND or OR, in any of their spellings; empty where neither is there. */
    String connective() {
        if (cursor.atWord("AND") || isTwice("&")) {
            return "AND";
        }
        return cursor.atWord("OR") || isTwice("|") ? "OR" : "";
    }

    void takeConnective() {
        Token token = cursor.peek();
        if (token.kind() == TokenKind.UNKNOWN) {
            String word = connective();
            Range both = token.range().to(cursor.peek(1).range());
            cursor.reportHere(new Fault(
                    token.range(),
                    Wording.unexpected(token),
                    new Problem(
                            both,
                            Severity.ERROR,
                            "SOQL writes " + word + " as a word.",
                            List.of(new Fix("Change to " + word, both, word)))));
            cursor.take();
        }
        cursor.take();
    }

    private boolean isTwice(String sign) {
        return cursor.peek().kind() == TokenKind.UNKNOWN
                && cursor.peek().text().equals(sign)
                && cursor.peek(1).text().equals(sign);
    }

    /** Reports and takes the second sign of {@code ==} and the like. */
    void refuseSecond() {
        Token second = cursor.peek();
        Token first = cursor.last();
        boolean doubled = second.isSymbol("=") || second.isSymbol(">") || second.isSymbol("<");
        if (!doubled || !first.touches(second) || first.kind() != TokenKind.SYMBOL) {
            return;
        }
        Range both = first.range().to(second.range());
        String written = first.text() + second.text();
        String meant =
                switch (written) {
                    case "==" -> "=";
                    case "!==" -> "!=";
                    case "=>" -> ">=";
                    case "=<" -> "<=";
                    default -> first.text();
                };
        cursor.reportHere(new Fault(
                second.range(),
                Wording.unexpected(second),
                new Problem(
                        both,
                        Severity.ERROR,
                        "SOQL has no " + written + ".",
                        List.of(new Fix("Change to " + meant, both, meant)))));
        cursor.take();
    }

    /** Reports that no operator stands behind {@code left}. */
    void reportNone(Expression left) {
        Token token = cursor.peek();
        if (token.isWord("IS")) {
            reportIs(token);
        } else if (cursor.atWords("NOT", "LIKE")) {
            reportNotLike(left, token);
        } else if (token.isWord("BETWEEN")) {
            reportBetween(left, token);
        } else if (token.kind() == TokenKind.WORD && !Keywords.isReserved(token) && Clause.at(cursor) == null) {
            List<Fix> fixes = Spelling.near(token.text(), WORDS, 1).stream()
                    .map(word -> new Fix("Change to " + word, token.range(), word))
                    .toList();
            cursor.reportHere(new Fault(
                    token.range(),
                    Wording.unexpected(token),
                    new Problem(
                            token.range(),
                            Severity.ERROR,
                            "An operator such as =, LIKE or IN should stand here, not " + Unexpected.shown(token.text())
                                    + ".",
                            fixes)));
        } else {
            cursor.unexpected("an operator such as =, LIKE or IN");
        }
    }

    private void reportBetween(Expression left, Token between) {
        Token low = cursor.peek(1);
        Token high = cursor.peek(3);
        boolean whole = isValue(low) && cursor.peek(2).isWord("AND") && isValue(high);
        String field =
                cursor.soql().substring(left.range().start(), left.range().end());
        Range range = whole ? between.range().to(high.range()) : between.range();
        String meant = ">= " + low.text() + " AND " + field + " <= " + high.text();
        cursor.reportHere(new Fault(
                between.range(),
                Wording.unexpected(between),
                new Problem(
                        range,
                        Severity.ERROR,
                        "SOQL has no BETWEEN. Write two comparisons with AND between them.",
                        whole ? List.of(new Fix("Change to " + meant, range, meant)) : List.of())));
        // Its AND connects no conditions.
        while (whole && !cursor.peek().equals(high)) {
            cursor.take();
        }
    }

    private static boolean isValue(Token token) {
        return switch (token.kind()) {
            case TEXT, NUMBER, DATE, DATE_TIME, TIME -> true;
            default -> false;
        };
    }

    private void reportIs(Token is) {
        boolean not = cursor.peek(1).isWord("NOT");
        Token last = cursor.peek(not ? 2 : 1);
        boolean whole = last.isWord("NULL");
        Range range = whole ? is.range().to(last.range()) : is.range();
        String meant = not ? "!= null" : "= null";
        cursor.reportHere(new Fault(
                is.range(),
                Wording.unexpected(is),
                new Problem(
                        range,
                        Severity.ERROR,
                        "SOQL compares with null as with any value: " + meant + ".",
                        whole ? List.of(new Fix("Change to " + meant, range, meant)) : List.of())));
    }

    private void reportNotLike(Expression left, Token not) {
        Token text = cursor.peek(2);
        Range range = left.range().to(text.range());
        String soql = cursor.soql();
        String meant =
                "(NOT " + soql.substring(left.range().start(), left.range().end()) + " LIKE " + text.text() + ")";
        boolean whole = text.kind() == TokenKind.TEXT;
        cursor.reportHere(new Fault(
                not.range(),
                Wording.unexpected(not),
                new Problem(
                        not.range().to(cursor.peek(1).range()),
                        Severity.ERROR,
                        "NOT stands before the field: (NOT Name LIKE 'A%').",
                        whole ? List.of(new Fix("Change to " + meant, range, meant)) : List.of())));
    }

    /** Reports that the values behind IN have no parentheses. */
    void reportNoParenthesis() {
        Token token = cursor.peek();
        boolean value = token.kind() == TokenKind.TEXT || token.kind() == TokenKind.NUMBER;
        if (value) {
            cursor.reportHere(Fault.of(
                    token.range(),
                    Wording.unexpected(token),
                    cursor.last().text().toUpperCase(Locale.ROOT) + " takes its values in parentheses.",
                    new Fix("Add parentheses", token.range(), "(" + token.text() + ")")));
        } else {
            cursor.unexpected("an opening parenthesis");
        }
    }

    /** Goes on to where the next test or clause begins. */
    void skipTest() {
        skip(false);
    }

    /** Goes on to the next value, test or clause. */
    void skipValue() {
        skip(true);
    }

    private void skip(boolean toComma) {
        int open = 0;
        while (!cursor.atEnd()) {
            boolean stops = cursor.atSymbol(")")
                    || (toComma && cursor.atSymbol(","))
                    || !connective().isEmpty()
                    || Clause.looselyAt(cursor) != null;
            if (open == 0 && stops) {
                return;
            }
            open += cursor.atSymbol("(") ? 1 : cursor.atSymbol(")") ? -1 : 0;
            cursor.take();
        }
    }
}
