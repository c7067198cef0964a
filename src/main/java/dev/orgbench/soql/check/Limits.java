package dev.orgbench.soql.check;

/** Salesforce's limits of a query. (SOQL and SOSL Reference, "SOQL and SOSL Limits for Search Queries".) */
final class Limits {
    static final int LONGEST_QUERY = 100_000;
    static final int LONGEST_TEXT = 4_000;
    static final int LARGEST_OFFSET = 2_000;
    static final int MOST_ROWS_OF_ALL_FIELDS = 200;
    static final int MOST_SEMI_JOINS = 2;
    static final int MOST_CHILD_QUERIES = 20;
    static final int DEEPEST_CHILD_QUERY = 5;
    static final int MOST_PARENTS = 55;
    static final int HIGHEST_PARENT = 5;
    static final int MOST_ROLLUP_FIELDS = 3;

    /** Of a SOSL search: rows, characters of a term that finds anything, and of one whose operators count. */
    static final int MOST_ROWS_OF_SEARCH = 2_000;

    static final int LONGEST_TERM = 10_000;
    static final int LONGEST_TERM_WITH_OPERATORS = 4_000;

    private Limits() {}
}
