package dev.orgbench.soql;

import java.util.List;

/** Walks over tokens; the parsers of the clauses share one. */
final class TokenCursor {
    /** Deeper than any query that a person writes, and far from the end of the stack. */
    private static final int DEEPEST = 100;

    private final String soql;
    private final List<Token> tokens;
    private int next;
    private int depth;

    TokenCursor(String soql, List<Token> tokens) {
        this.soql = soql;
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    /** The token {@code ahead} places on; END for all places past the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    boolean atWord(String word) {
        return peek().isWord(word);
    }

    boolean atWords(String first, String second) {
        return peek().isWord(first) && peek(1).isWord(second);
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean takeIfWord(String word) {
        boolean there = atWord(word);
        if (there) {
            take();
        }
        return there;
    }

    boolean takeIfSymbol(String symbol) {
        boolean there = atSymbol(symbol);
        if (there) {
            take();
        }
        return there;
    }

    void expectWord(String word) throws SoqlSyntaxException {
        if (!takeIfWord(word)) {
            throw unexpected();
        }
    }

    Token expectSymbol(String symbol) throws SoqlSyntaxException {
        if (!atSymbol(symbol)) {
            throw unexpected();
        }
        return take();
    }

    /** Any word, be it a keyword elsewhere or not. */
    Name expectName() throws SoqlSyntaxException {
        if (peek().kind() != TokenKind.WORD) {
            throw unexpected();
        }
        Token token = take();
        return new Name(token.range(), token.text());
    }

    /** From {@code start} to the end of the token taken last. */
    Range since(Range start) {
        return next == 0 ? start : start.to(tokens.get(Math.min(next, tokens.size()) - 1).range());
    }

    /** Must be called where a rule calls itself, with {@link #leave} at its end. */
    void enter() throws SoqlSyntaxException {
        if (++depth > DEEPEST) {
            throw problem(peek().range(), Wording.TOO_DEEP);
        }
    }

    void leave() {
        depth--;
    }

    /** The error that the next token must not stand where it stands. */
    SoqlSyntaxException unexpected() {
        Token token = peek();
        String message =
                switch (token.kind()) {
                    case UNCLOSED_TEXT -> Wording.UNCLOSED_TEXT;
                    case SYMBOL -> token.text().equals(":") ? Wording.BIND_VARIABLE : Wording.unexpected(token);
                    default -> Wording.unexpected(token);
                };
        return problem(token.range(), message);
    }

    SoqlSyntaxException problem(Range range, String message) {
        return new SoqlSyntaxException(soql, Problem.error(range, message));
    }
}
