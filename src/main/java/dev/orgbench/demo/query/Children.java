package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import java.util.Optional;

/**
 * What a query in a SELECT list is over.
 *
 * @param name the relationship, as the schema names it
 * @param reference the children's field that holds the parent's id
 */
record Children(String name, String reference, SObject object) {
    /** Finds the relationship that {@code inner} names; {@code FROM Account.Contacts} and {@code FROM Contacts} mean the same. */
    static Children find(Schema schema, Refusals refusals, SObject parent, Query inner) throws ApiError {
        FieldPath from = inner.from().getFirst().path();
        Name name = from.field();
        boolean direct = from.names().size() == 1
                || (from.names().size() == 2 && from.names().getFirst().text().equalsIgnoreCase(parent.name()));
        return schema.childRelationships(parent).stream()
                .filter(child -> direct && name.text().equalsIgnoreCase(child.relationshipName()))
                .flatMap(child -> of(schema, child).stream())
                .findFirst()
                .orElseThrow(() -> refusals.noSuchChildren(name.range(), from.text()));
    }

    /** Empty where the org has no such children. */
    private static Optional<Children> of(Schema schema, ChildRelationship child) {
        String name = child.relationshipName();
        if (name == null) {
            return Optional.empty();
        }
        return schema.object(child.childSObject())
                .filter(object ->
                        object.field(child.field()).filter(Field::isStored).isPresent())
                .map(object -> new Children(name, child.field(), object));
    }
}
