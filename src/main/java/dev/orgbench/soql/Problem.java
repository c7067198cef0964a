package dev.orgbench.soql;

import java.util.List;

/**
 * Something about a query that a person should know.
 *
 * @param range what it is about; empty where something is missing
 * @param message one or two plain sentences. In a {@link SoqlSyntaxException} alone: Salesforce's words
 * @param fixes changes that would mend it, the likeliest first; each stands alone
 */
public record Problem(Range range, Severity severity, String message, List<Fix> fixes) {
    public Problem {
        fixes = List.copyOf(fixes);
    }

    /** An error that cannot be mended by a single change that we know. */
    public static Problem error(Range range, String message) {
        return new Problem(range, Severity.ERROR, message, List.of());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
