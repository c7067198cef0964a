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
    /** Characters that begin nothing in SOQL. */
    UNKNOWN,
    /** After the last token; empty. */
    END
}
