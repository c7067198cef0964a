package dev.orgbench.soql;

/** What a token is. Keywords are words: which words are keywords depends on where they stand. */
public enum TokenKind {
    WORD,
    NUMBER,
    /** Quotes included. */
    TEXT,
    DATE,
    DATE_TIME,
    TIME,
    /** One of {@code , . ( ) : = != <> < <= > >=}. */
    SYMBOL,
    /** A text whose closing quote is missing. */
    UNCLOSED_TEXT,
    /** What a SOSL search looks for, braces included. Never in SOQL. */
    BRACED,
    /** The same up to the end of its line, the closing brace missing. */
    UNCLOSED_BRACED,
    /** {@code //}, {@code --} or a block: SOQL has none, and people write them. */
    COMMENT,
    /** Characters that begin nothing in SOQL. */
    UNKNOWN,
    /** What stands at the caret while completing: it is no other token. Never in {@link Parsed#tokens}. */
    CARET,
    /** After the last token; empty. */
    END
}
