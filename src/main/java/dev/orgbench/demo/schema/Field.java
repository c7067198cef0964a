package dev.orgbench.demo.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as describe tells of it. Names follow describe's attributes.
 *
 * @param id the Tooling API id of a custom field ({@code 00N...}); null for standard fields
 * @param length characters, 0 for numbers
 * @param precision digits in all, 0 unless a double, currency or percent
 * @param scale digits after the point
 * @param digits digits of an int, else 0
 * @param referenceTo the objects that a reference may point to; empty for other types
 * @param relationshipName the name of the parent relationship ({@code Owner}), or null
 * @param compoundFieldName the compound field that it is a part of ({@code BillingAddress}), or null
 * @param picklistValues empty unless a picklist, multipicklist or combobox
 * @param caseSensitive whether its values differ when only their case does
 * @param calculation how the org works out its value; null where a column holds it
 * @param controllerName the field that decides which of a dependent picklist's values may be chosen, or null
 * @param metadata a custom field's Tooling metadata as JSON text; null for standard fields
 */
public record Field(
        @Nullable String id,
        String name,
        String label,
        FieldType type,
        int length,
        int precision,
        int scale,
        int digits,
        boolean nillable,
        boolean createable,
        boolean updateable,
        boolean defaultedOnCreate,
        boolean filterable,
        boolean sortable,
        boolean groupable,
        boolean aggregatable,
        boolean restrictedPicklist,
        boolean nameField,
        boolean idLookup,
        boolean autoNumber,
        boolean externalId,
        boolean unique,
        boolean caseSensitive,
        boolean permissionable,
        boolean searchPrefilterable,
        boolean polymorphicForeignKey,
        List<String> referenceTo,
        @Nullable String relationshipName,
        @Nullable String compoundFieldName,
        @Nullable String extraTypeInfo,
        @Nullable String defaultValue,
        @Nullable String inlineHelpText,
        List<PicklistValue> picklistValues,
        @Nullable Calculation calculation,
        @Nullable String controllerName,
        @Nullable String metadata) {

    /** Whether a person or an agent made it in this org. */
    public boolean custom() {
        return name.endsWith("__c") || name.endsWith("__s");
    }

    /** Whether it has a column of its own. */
    public boolean isStored() {
        return !isCompound() && calculation == null;
    }

    /** Whether its value is made of other fields' values: an address, a location. */
    public boolean isCompound() {
        return type.storage() == FieldType.Storage.NONE;
    }

    /** Whether its values are text that is compared without regard to case. */
    public boolean ignoresCase() {
        return type.isText() && !caseSensitive;
    }

    /**
     * Its value as an SQL expression without parameters.
     *
     * @param object that it is a field of
     * @param alias the name of that object's table in the statement
     */
    public String sql(Schema schema, SObject object, String alias) {
        return calculation == null ? alias + ".\"" + name + '"' : calculation.sql(schema, object, alias);
    }

    /** Its values in the order in which {@code validFor} of a picklist that depends on it counts them. */
    public List<String> controllingValues() {
        return type == FieldType.BOOLEAN
                ? List.of("false", "true")
                : picklistValues.stream().map(PicklistValue::value).toList();
    }

    /** The same field, worked out by the org. */
    public Field calculated(Calculation other) {
        return new FieldBuilder(this).calculated(other).build();
    }

    /** The same field, pointing to other objects. */
    public Field withReferenceTo(List<String> objects) {
        return new FieldBuilder(this).reference(objects, relationshipName).build();
    }

    /** The same field, for those who may see it but not write it. */
    public Field readOnly() {
        return new FieldBuilder(this)
                .access(nillable, false, false, defaultedOnCreate)
                .build();
    }
}
