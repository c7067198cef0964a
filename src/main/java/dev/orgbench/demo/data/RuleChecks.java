package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.ValidationRule;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a record that was just written against its object's validation rules; what breaks one is rolled back. */
final class RuleChecks {
    private final Connection db;
    private final Schema schema;

    RuleChecks(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
    }

    /**
     * @param prior what the record was before; of a new one, what it is
     * @throws ApiError FIELD_CUSTOM_VALIDATION_EXCEPTION with the messages of all rules that it breaks
     */
    void check(SObject object, Map<String, @Nullable Object> prior, boolean isNew) throws ApiError, SQLException {
        List<ValidationRule> rules = schema.rules(object);
        if (rules.isEmpty()) {
            return;
        }
        Set<String> priors = new TreeSet<>();
        rules.forEach(rule -> priors.addAll(rule.condition().priors()));
        try (PreparedStatement statement = db.prepareStatement(sql(object, rules, priors))) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(isNew ? 1L : 0L);
            priors.forEach(name -> values.add(prior.get(name)));
            values.add(prior.get("Id"));
            Rows.bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                List<ApiError> broken = new ArrayList<>();
                for (int i = 0; i < rules.size(); i++) {
                    if (row.getInt(i + 1) == 1) {
                        broken.add(error(rules.get(i)));
                    }
                }
                if (!broken.isEmpty()) {
                    throw broken.getFirst().and(broken.subList(1, broken.size()));
                }
            }
        }
    }

    private static String sql(SObject object, List<ValidationRule> rules, Set<String> priors) {
        StringBuilder prior = new StringBuilder("SELECT ? AS ").append(SqlText.name(ValidationRule.IS_NEW));
        priors.forEach(name -> prior.append(", ? AS ").append(SqlText.name(name)));
        List<String> conditions =
                rules.stream().map(rule -> rule.condition().sql()).toList();
        return "SELECT " + String.join(", ", conditions) + " FROM " + SqlText.name(object.name()) + " "
                + ValidationRule.RECORD + ", (" + prior + ") " + ValidationRule.PRIOR + " WHERE "
                + ValidationRule.RECORD
                + ".\"Id\" = ?";
    }

    private static ApiError error(ValidationRule rule) {
        String field = rule.errorDisplayField();
        return new ApiError(
                400,
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                rule.errorMessage(),
                field == null ? List.of() : List.of(field));
    }
}
