package dev.orgbench.soql;

/**
 * A piece of a query. White space lies between tokens and is in none.
 *
 * @param text exactly as it stands in the query
 */
public record Token(TokenKind kind, Range range, String text) {
    private static final int MOST_DIGITS = 9;

    /** Whether it is that word, in any case. */
    public boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether it is that symbol. */
    public boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    /** Whether it is a number of digits alone that fits an int. */
    public boolean isWholeNumber() {
        return kind == TokenKind.NUMBER
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether nothing stands between this and {@code next}. */
    boolean touches(Token next) {
        return range.end() == next.range().start();
    }
}
