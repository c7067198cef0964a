package dev.orgbench.demo.formula;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a formula is worked out.
 *
 * @param object whose row its fields are of
 * @param alias the name of that object's table in the statement
 * @param use what the formula is for
 * @param blanksAsZero whether a blank number counts as 0
 * @param trail the calculated fields on the way here, outermost first
 * @param priors gets the fields whose former values a rule asks for
 */
record Place(
        Schema schema,
        SObject object,
        String alias,
        Use use,
        boolean blanksAsZero,
        List<String> trail,
        Set<String> priors) {
    enum Use {
        FIELD,
        /** A field that a roll-up summary counts: one that looks at its own record only. */
        SUMMARIZED_FIELD,
        RULE
    }

    /** Of a formula that {@code field} of the same or another row names. */
    Place inside(SObject of, String under, String field, boolean zero) {
        List<String> longer = new ArrayList<>(trail);
        longer.add(field);
        return new Place(schema, of, under, use, zero, longer, priors);
    }
}
