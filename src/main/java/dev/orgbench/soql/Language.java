package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a text of a language of this room is read: strictly, tolerantly, or around a caret.
 *
 * @param <T> the tree
 */
public final class Language<T> {
    private final String name;
    private final String example;
    private final Function<String, List<Token>> lexer;
    private final Function<TokenCursor, T> grammar;

    private Language(
            String name, String example, Function<String, List<Token>> lexer, Function<TokenCursor, T> grammar) {
        this.name = name;
        this.example = example;
        this.lexer = lexer;
        this.grammar = grammar;
    }

    static Language<Query> soql() {
        return new Language<>(
                "SOQL",
                "Write a query, such as SELECT Id, Name FROM Account LIMIT 10.",
                Lexer::tokens,
                cursor -> new QueryParser(cursor).whole());
    }

    /**
     * SOSL, whose grammar stands beside its tree.
     *
     * @param grammar reads all of a search, and never fails but by what it tells the cursor
     */
    public static <T> Language<T> sosl(Function<TokenCursor, T> grammar) {
        return new Language<>(
                "SOSL",
                "Write a search, such as FIND {Acme} IN NAME FIELDS RETURNING Account(Id, Name).",
                Lexer::tokensOfSearch,
                grammar);
    }

    /**
     * What came of reading a text.
     *
     * @param tokens all of them; the last is {@link TokenKind#END}
     * @param tree as much of it as stands there
     * @param problems of syntax, in the order of the text; a hint alone where the text is blank
     */
    public record Reading<T>(List<Token> tokens, T tree, List<Problem> problems) {
        public Reading {
            tokens = List.copyOf(tokens);
            problems = List.copyOf(problems);
        }
    }

    /**
     * The tree of a text without gaps.
     *
     * @throws SoqlSyntaxException about the first thing that is wrong
     */
    public T strict(String text) throws SoqlSyntaxException {
        try {
            return grammar.apply(TokenCursor.strict(text, lexer.apply(text)));
        } catch (Stop stop) {
            throw new SoqlSyntaxException(text, stop.fault());
        }
    }

    /** Reads a text that may be wrong or unfinished: always a tree, and all problems. Time is linear in its length. */
    public Reading<T> tolerant(String text) {
        List<Token> tokens = lexer.apply(text);
        List<Token> meaningful = new ArrayList<>(tokens.size());
        List<Problem> problems = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == TokenKind.COMMENT) {
                problems.add(comment(token));
            } else {
                meaningful.add(token);
            }
        }
        TokenCursor cursor = TokenCursor.tolerant(text, meaningful);
        T tree = grammar.apply(cursor);
        if (tokens.size() == 1) {
            return new Reading<>(tokens, tree, List.of(blank(tokens.getFirst())));
        }
        cursor.faults().forEach(fault -> problems.add(fault.plain()));
        problems.sort(Comparator.comparingInt(problem -> problem.range().start()));
        return new Reading<>(tokens, tree, problems);
    }

    private Problem comment(Token token) {
        return new Problem(
                token.range(),
                Severity.ERROR,
                name + " has no comments.",
                List.of(new Fix("Remove the comment", token.range(), "")));
    }

    private Problem blank(Token end) {
        return new Problem(new Range(end.range().start(), end.range().start()), Severity.HINT, example, List.of());
    }

    /**
     * What may stand at {@code caret}: the word there, if any, counts as not written yet.
     *
     * @param caret from 0 to the length of {@code text}
     * @param around the query that names at the given range belong to
     */
    public Expected expectedAt(String text, int caret, BiFunction<T, Range, Query> around) {
        int place = Math.clamp(caret, 0, text.length());
        List<Token> tokens = new ArrayList<>();
        Token word = null;
        for (Token token : lexer.apply(text)) {
            if (token.kind() == TokenKind.COMMENT) {
                continue;
            }
            boolean typed = word == null && isTyped(token, place);
            if (word == null && !typed && token.range().start() >= place) {
                word = new Token(TokenKind.CARET, new Range(place, place), "");
                tokens.add(word);
            }
            if (typed) {
                word = token;
            }
            tokens.add(typed ? new Token(TokenKind.CARET, token.range(), token.text()) : token);
        }
        return expected(text, place, tokens, word == null ? tokens.getLast() : word, around);
    }

    private Expected expected(
            String text, int place, List<Token> tokens, Token typed, BiFunction<T, Range, Query> around) {
        CaretRecord caret = new CaretRecord();
        T tree = grammar.apply(TokenCursor.tolerant(text, tokens, caret));
        boolean quoted = isQuoted(typed.kind());
        int start = typed.range().start() + (quoted ? 1 : 0);
        String prefix = text.substring(Math.min(start, place), place);
        return new Expected(
                around.apply(tree, typed.range()), typed.range(), prefix, quoted, caret.keywords(), caret.slots());
    }

    private static boolean isQuoted(TokenKind kind) {
        return kind == TokenKind.TEXT || kind == TokenKind.UNCLOSED_TEXT;
    }

    /** Whether {@code token} is what is being typed at {@code place}. */
    private static boolean isTyped(Token token, int place) {
        if (token.range().start() >= place) {
            return false;
        }
        return switch (token.kind()) {
            case WORD, NUMBER, DATE, DATE_TIME, TIME -> place <= token.range().end();
            case TEXT, BRACED -> place < token.range().end();
            case UNCLOSED_TEXT, UNCLOSED_BRACED -> place <= token.range().end();
            default -> false;
        };
    }
}
