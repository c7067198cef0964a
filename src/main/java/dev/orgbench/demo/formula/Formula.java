package dev.orgbench.demo.formula;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.ValidationRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes formulas into SQL. */
public final class Formula {
    /** Characters of SQL; Salesforce's limit is of its own SQL, and of the same size. */
    private static final int LONGEST_SQL = 15_000;

    private Formula() {}

    /**
     * The condition of a validation rule, over the record under the alias {@value ValidationRule#RECORD} and what it was
     * before under {@value ValidationRule#PRIOR}.
     *
     * @throws FormulaException if it is no formula that is true or false
     */
    public static ValidationRule.Condition condition(Schema schema, SObject object, String formula)
            throws FormulaException {
        Set<String> priors = new LinkedHashSet<>();
        Sql sql = compile(
                formula, new Place(schema, object, ValidationRule.RECORD, Place.Use.RULE, false, List.of(), priors));
        if (!sql.type().fits(ValueType.BOOLEAN)) {
            throw FormulaException.wrong(Wording.result(sql.type(), "true or false"));
        }
        return new ValidationRule.Condition(sql.type() == ValueType.NOTHING ? "0" : sql.text(), priors);
    }

    static Sql compile(String formula, Place place) throws FormulaException {
        Sql sql = new Compiler(place).compile(Parser.parse(formula));
        if (sql.text().length() > LONGEST_SQL) {
            throw FormulaException.wrong(Wording.compiledTooLong(sql.text().length(), LONGEST_SQL));
        }
        return sql;
    }
}
