package dev.orgbench.demo.schema;

import org.jspecify.annotations.Nullable;

/** How the org works out a field's value each time that it is asked for; no column holds it. */
public interface Calculation {
    /**
     * The value as an SQL expression without parameters, in the form in which {@link FieldType} stores it; NULL where it
     * can not be worked out.
     *
     * @param object that the field belongs to
     * @param alias the name of that object's table in the statement
     */
    String sql(Schema schema, SObject object, String alias);

    /** Describe's {@code calculatedFormula}; null for a roll-up summary. */
    @Nullable
    String formula();

    /** Describe's {@code formulaTreatNullNumberAsZero}. */
    boolean treatsBlanksAsZero();
}
