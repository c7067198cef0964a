package dev.orgbench.soql;

/** Compares trees. */
final class Trees {
    private Trees() {}

    /** The tree as a text in which nothing tells where a part stood. */
    static String withoutRanges(Query query) {
        return query.toString().replaceAll("Range\\[start=\\d+, end=\\d+]", "");
    }
}
