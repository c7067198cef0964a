package dev.orgbench.soql.schema;

/**
 * A relationship to children.
 *
 * @param relationshipName what a sub-query selects from: {@code Contacts}
 * @param childObject {@code Contact}
 * @param field the child's field that points here: {@code AccountId}
 */
public record ChildSchema(String relationshipName, String childObject, String field) {}
