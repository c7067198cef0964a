package dev.orgbench.ui.soql;

/**
 * How a query goes to the org.
 *
 * @param all with deleted and archived rows: {@code queryAll}
 * @param tooling to the Tooling API
 */
record QueryMode(boolean all, boolean tooling) {
    static final QueryMode USUAL = new QueryMode(false, false);

    /** The path below {@code /services/data/vXX.X/}. */
    String path() {
        return (tooling ? "tooling/" : "") + (all ? "queryAll" : "query");
    }

    /** For a person; empty for the usual. */
    String words() {
        if (tooling) {
            return all ? "Tooling, deleted too" : "Tooling";
        }
        return all ? "deleted too" : "";
    }
}
