package dev.orgbench.demo.metadata;

import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Works a field out from all that the org has: a formula shows what comes of fields that its reader may not see.
 *
 * @param all the schema before field-level security
 */
record OverAllFields(Calculation calculation, Schema all) implements Calculation {
    @Override
    public String sql(Schema seen, SObject object, String alias) {
        return calculation.sql(all, all.object(object.name()).orElse(object), alias);
    }

    @Override
    public @Nullable String formula() {
        return calculation.formula();
    }

    @Override
    public boolean treatsBlanksAsZero() {
        return calculation.treatsBlanksAsZero();
    }
}
