package dev.orgbench.soql;

import java.util.Locale;

/**
 * A name as it was written: an object, a field, a relationship, an alias. Salesforce ignores its case.
 *
 * @param text empty where a name is missing
 */
public record Name(Range range, String text) {
    public boolean isMissing() {
        return text.isEmpty();
    }

    /** The same for all names that Salesforce takes for the same. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }
}
