package dev.orgbench.soql.schema;

import java.util.List;

/**
 * An org's objects, as far as they are known. Never blocks: what is not known is {@link Lookup.Pending}, and being asked
 * for may be the reason to fetch it. Safe for use by several threads.
 */
public interface Schema {
    /** All objects of the org; never absent. */
    Lookup<List<ObjectSummary>> objects();

    /** One object with its fields, by its API name in any case. */
    Lookup<ObjectSchema> object(String name);

    /** Knows nothing and never will: syntax alone is judged. */
    static Schema unknown() {
        return new Schema() {
            @Override
            public Lookup<List<ObjectSummary>> objects() {
                return new Lookup.Pending<>();
            }

            @Override
            public Lookup<ObjectSchema> object(String name) {
                return new Lookup.Pending<>();
            }
        };
    }
}
