package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.formula.Formula;
import dev.orgbench.demo.formula.FormulaException;
import dev.orgbench.demo.formula.FormulaField;
import dev.orgbench.demo.formula.SummaryField;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.ValidationRule;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether formulas hold, before they are made and before something that they use goes away. */
final class FormulaChecks {
    private static final Logger log = LoggerFactory.getLogger(FormulaChecks.class);

    private FormulaChecks() {}

    /**
     * Refuses a formula field that can not be.
     *
     * @param schema with the field in it
     * @throws ApiError FIELD_INTEGRITY_EXCEPTION with what is wrong
     */
    static void field(Connection db, Schema schema, SObject object, Field field) throws ApiError {
        if (!(field.calculation() instanceof FormulaField formula)) {
            return;
        }
        try {
            formula.check(schema, object);
        } catch (FormulaException e) {
            refuse(e, "formula");
            return;
        }
        prepare(
                db,
                "SELECT " + field.sql(schema, object, "t0") + " FROM " + SqlText.name(object.name()) + " t0",
                "formula");
    }

    /** Refuses a rule's formula that can not be. */
    static void rule(Connection db, Schema schema, SObject object, String formula) throws ApiError {
        try {
            ValidationRule.Condition condition = Formula.condition(schema, object, formula);
            String table = SqlText.name(object.name());
            // What it was before has, for this, the columns that it has now.
            prepare(
                    db,
                    "SELECT " + condition.sql() + " FROM " + table + " " + ValidationRule.RECORD
                            + ", (SELECT *, 0 AS \"" + ValidationRule.IS_NEW + "\" FROM " + table + ") "
                            + ValidationRule.PRIOR,
                    "errorConditionFormula");
        } catch (FormulaException e) {
            refuse(e, "errorConditionFormula");
        }
    }

    /** Why the field has no value, if it is because this org does not work its formula out. */
    static Optional<String> warning(Schema schema, SObject object, Field field) {
        if (!(field.calculation() instanceof FormulaField formula)) {
            return Optional.empty();
        }
        try {
            formula.check(schema, object);
            return Optional.empty();
        } catch (FormulaException e) {
            return Optional.of(e.text());
        }
    }

    /**
     * Refuses a change that breaks a formula.
     *
     * @param changed the org after it
     */
    static void requireWhole(Connection db, Schema changed) throws ApiError, SQLException {
        List<String> broken = new ArrayList<>(ValidationRules.broken(db, changed));
        for (SObject object : changed.objects()) {
            for (Field field : object.fields()) {
                if (isBroken(changed, object, field)) {
                    broken.add("Custom Field - " + object.name() + "." + field.name());
                }
            }
        }
        if (!broken.isEmpty()) {
            throw referenced("field", broken);
        }
    }

    /** Refuses to delete what a roll-up summary counts. {@code field} is empty for the whole object. */
    static void requireNotSummarized(Schema schema, String object, String field) throws ApiError {
        List<String> users = new ArrayList<>();
        for (SObject parent : schema.objects()) {
            for (Field summary : parent.fields()) {
                if (summary.calculation() instanceof SummaryField sum && sum.uses(object, field)) {
                    users.add("Custom Field - " + parent.name() + "." + summary.name());
                }
            }
        }
        if (!users.isEmpty()) {
            throw referenced(field.isEmpty() ? "object" : "field", users);
        }
    }

    private static boolean isBroken(Schema schema, SObject object, Field field) {
        if (!(field.calculation() instanceof FormulaField formula)) {
            return false;
        }
        try {
            formula.check(schema, object);
            return false;
        } catch (FormulaException e) {
            return !e.isKnownToSalesforce();
        }
    }

    private static void refuse(FormulaException e, String key) throws ApiError {
        if (!e.isKnownToSalesforce()) {
            throw new ApiError(400, "FIELD_INTEGRITY_EXCEPTION", e.text(), List.of(key));
        }
    }

    /** SQLite itself says whether it can run it: it limits how deep an expression is. */
    private static void prepare(Connection db, String sql, String key) throws ApiError {
        try (PreparedStatement _ = db.prepareStatement(sql)) {
            return;
        } catch (SQLException e) {
            log.debug("SQLite can not run a formula: {}", sql, e);
            throw new ApiError(
                    400, "FIELD_INTEGRITY_EXCEPTION", "Compiled formula is too big to execute", List.of(key));
        }
    }

    private static ApiError referenced(String what, List<String> users) {
        return new ApiError(
                400,
                "DEPENDENCY_EXISTS",
                "This custom " + what + " is referenced elsewhere in salesforce.com. : " + String.join(", ", users));
    }
}
