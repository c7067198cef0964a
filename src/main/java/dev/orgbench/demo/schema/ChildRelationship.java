package dev.orgbench.demo.schema;

import org.jspecify.annotations.Nullable;

/**
 * A relationship seen from the parent: {@code Account.Contacts} over {@code Contact.AccountId}.
 *
 * @param relationshipName null where the children can not be reached from the parent
 * @param cascadeDelete whether deleting the parent deletes the children
 * @param restrictedDelete whether children forbid deleting the parent
 */
public record ChildRelationship(
        String parent,
        @Nullable String relationshipName,
        String childSObject,
        String field,
        boolean cascadeDelete,
        boolean restrictedDelete) {}
