package dev.orgbench.demo.formula;

import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * A field whose value a formula works out.
 *
 * @param formula as people wrote it
 * @param type what it gives: a string, a number, a boolean, a date or a time
 * @param scale digits that a number keeps after the point
 * @param treatsBlanksAsZero whether a blank number that it reads counts as 0
 */
public record FormulaField(String formula, FieldType type, int scale, boolean treatsBlanksAsZero)
        implements Calculation {
    /** A formula that can not be worked out, such as one kept for a function that this org has not, has no value. */
    @Override
    public String sql(Schema schema, SObject object, String alias) {
        try {
            String value = unrounded(place(schema, object, alias, Place.Use.FIELD));
            return type.isNumber() ? "formula_round(" + value + ", " + scale + ")" : value;
        } catch (FormulaException e) {
            return type == FieldType.BOOLEAN ? "0" : "NULL";
        }
    }

    /**
     * Reads it through.
     *
     * @throws FormulaException if it is wrong, or known to Salesforce and not served here
     */
    public void check(Schema schema, SObject object) throws FormulaException {
        unrounded(place(schema, object, "t0", Place.Use.FIELD));
    }

    /** Whether it reads nothing but its own record, so that a roll-up summary may count it. */
    boolean isOfOneRecord(Schema schema, SObject object) {
        try {
            unrounded(place(schema, object, "t0", Place.Use.SUMMARIZED_FIELD));
            return true;
        } catch (FormulaException e) {
            return false;
        }
    }

    /** The value as a column of its type would hold it, with all digits. */
    String unrounded(Place place) throws FormulaException {
        Sql sql = Formula.compile(formula, place);
        ValueType wanted = ValueType.of(type);
        if (!sql.type().fits(wanted)) {
            throw FormulaException.wrong(Wording.result(sql.type(), wanted.word()));
        }
        if (sql.type() == ValueType.NOTHING) {
            return wanted == ValueType.BOOLEAN ? "0" : "NULL";
        }
        return switch (type) {
            case STRING -> "nullif(" + sql.text() + ", '')";
            case PERCENT -> "(" + sql.text() + " * 100.0)";
            default -> sql.text();
        };
    }

    private Place place(Schema schema, SObject object, String alias, Place.Use use) {
        return new Place(schema, object, alias, use, treatsBlanksAsZero, List.of(), Set.of());
    }
}
