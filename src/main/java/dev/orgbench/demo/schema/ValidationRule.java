package dev.orgbench.demo.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that records of an object must not break.
 *
 * @param condition what is wrong; true in a record that breaks the rule
 * @param errorDisplayField the field that the error names, or null
 * @param errorMessage what the client is told
 */
public record ValidationRule(
        String name, Condition condition, @Nullable String errorDisplayField, String errorMessage) {
    /** The alias of the record's table in a condition's SQL. */
    public static final String RECORD = "record";

    /** The alias of the row that holds what the record was before; of a new record, what it is. */
    public static final String PRIOR = "prior";

    /** The column of the prior row that is 1 for a new record. */
    public static final String IS_NEW = "is new";

    /**
     * A formula as SQL.
     *
     * @param sql an expression without parameters, 1 or 0
     * @param priors the fields that the prior row must have
     */
    public record Condition(String sql, Set<String> priors) {
        public Condition {
            priors = Set.copyOf(priors);
        }
    }
}
