package dev.orgbench.soql.complete;

import dev.orgbench.soql.schema.FieldSchema;

/** The few words beside a proposal. */
final class Details {
    private Details() {}

    /** {@code picklist · Stage}. */
    static String of(FieldSchema field) {
        String type = field.referenceTo().isEmpty()
                ? field.type().apiName()
                : field.type().apiName() + " " + targets(field);
        return type + " · " + field.label();
    }

    /** {@code User or Group}. */
    static String targets(FieldSchema field) {
        int most = 3;
        if (field.referenceTo().size() > most) {
            return field.referenceTo().size() + " objects";
        }
        return String.join(" or ", field.referenceTo());
    }
}
