package dev.orgbench.soql.schema;

import java.util.List;
import java.util.Optional;

/**
 * A field.
 *
 * @param name the API name
 * @param length in characters; 0 where the type has none
 * @param relationshipName what a path to the parent's fields begins with: {@code Owner} for OwnerId; empty for none
 * @param referenceTo API names of the objects that it may point to
 * @param picklistValues the active ones
 * @param restricted whether the org takes no values but those
 * @param helpText what the org's administrators tell of it; empty for none
 */
public record FieldSchema(
        String name,
        String label,
        FieldType type,
        int length,
        boolean filterable,
        boolean sortable,
        boolean groupable,
        boolean aggregatable,
        boolean nillable,
        boolean custom,
        String relationshipName,
        List<String> referenceTo,
        List<PicklistEntry> picklistValues,
        boolean restricted,
        String helpText) {
    public FieldSchema {
        referenceTo = List.copyOf(referenceTo);
        picklistValues = List.copyOf(picklistValues);
    }

    /** Whether it may point to records of more than one object. */
    public boolean isPolymorphic() {
        return referenceTo.size() > 1;
    }

    /** The value of that API name; as in a query, case does not matter. */
    public Optional<PicklistEntry> picklistValue(String value) {
        return picklistValues.stream()
                .filter(entry -> entry.value().equalsIgnoreCase(value))
                .findFirst();
    }
}
