package dev.orgbench.soql;

/**
 * A piece of a query. White space lies between tokens and is in none.
 *
 * @param text exactly as it stands in the query
 */
public record Token(TokenKind kind, Range range, String text) {
    /** Whether it is that word, in any case. */
    public boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether it is that symbol. */
    public boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    /** Whether nothing stands between this and {@code next}. */
    boolean touches(Token next) {
        return range.end() == next.range().start();
    }
}
