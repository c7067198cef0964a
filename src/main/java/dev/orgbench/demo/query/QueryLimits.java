package dev.orgbench.demo.query;

/** Salesforce's limits of a query. (SOQL and SOSL Reference, "SOQL and SOSL Limits".) */
final class QueryLimits {
    static final int LARGEST_OFFSET = 2000;
    static final int LONGEST_QUERY = 100_000;
    static final int MOST_ROWS_OF_ALL_FIELDS = 200;
    static final int MOST_SEMI_JOINS = 2;
    static final int MOST_CHILD_QUERIES = 20;
    static final int LONGEST_TEXT = 4_000;
    static final int MOST_ROLLED_UP = 3;
    static final int MOST_PARENTS = 55;
    static final int HIGHEST_PARENT = 5;

    /** SQLite's own bounds, a little below them. Salesforce has such bounds too, and names none. */
    static final int MOST_SQL_PARAMETERS = 32_000;

    static final int LONGEST_SQL = 900_000;
    static final int MOST_SQL_COLUMNS = 1_900;

    private static final int DEEP_SINCE_VERSION = 58;

    private QueryLimits() {}

    /** How many levels of children a query may have. (SOQL and SOSL Reference, "Relationship Query Limitations".) */
    static int deepestChildQuery(int version) {
        return version < DEEP_SINCE_VERSION ? 1 : 5;
    }
}
