package dev.orgbench.soql.meaning;

import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;

/**
 * The object that a path has come to.
 *
 * @param name as the query or the org names it; empty where the query names none
 */
public record Target(String name, Lookup<ObjectSchema> object) {
    /** The name as the org writes it, where the object is known. */
    public String shownName() {
        return object.known().map(ObjectSchema::name).orElse(name);
    }

    /** Whether records of several objects stand there, of which no describe tells the shared fields. */
    public boolean isPolymorphic() {
        return object.known().filter(known -> known == NameObject.SCHEMA).isPresent();
    }

    static Target pending(String name) {
        return new Target(name, new Lookup.Pending<>());
    }

    static Target found(ObjectSchema object) {
        return new Target(object.name(), new Lookup.Found<>(object));
    }
}
