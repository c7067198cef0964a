package dev.orgbench.soql.sosl;

/** What Salesforce says of a malformed search: its words, and what it takes for one. From memory but for the first. */
final class Wording {
    /** (Recorded; a bare message, without row and column.) */
    static final String NO_TERM = "No search term found. The search term must be enclosed in braces.";

    /** The documentation refuses them all where no backslash stands before; {@code ( ) " * ?} have a meaning. */
    static final String RESERVED = "&|!{}[]^~:'+-";

    /** Fewer characters are no term. */
    static final int SHORTEST_TERM = 2;

    private Wording() {}

    static String tooShort(String term) {
        return "search term must be longer than one character: " + term;
    }
}
