package dev.orgbench.bench;

/** Queries as long as wanted. */
final class LongQuery {
    private LongQuery() {}

    /** One of at least so many characters, and hardly more. Lists of conditions are what makes queries long. */
    static String of(int length) {
        StringBuilder text = new StringBuilder("SELECT Id FROM Account WHERE Name = 'x'");
        while (text.length() < length) {
            text.append(" AND (Name LIKE 'Acme%' OR Owner.Name IN ('a', 'b') OR CreatedDate = LAST_N_DAYS:30)");
        }
        return text.toString();
    }
}
