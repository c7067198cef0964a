package dev.orgbench.soql.meaning;

import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import java.util.List;

/**
 * What a relationship to records of several objects leads to. (Object Reference, "Name"; SOQL and SOSL Reference,
 * "Understanding Polymorphic Relationships".)
 */
final class NameObject {
    static final ObjectSchema SCHEMA = new ObjectSchema(
            new ObjectSummary("Name", "Name", false, false, ""),
            List.of(
                    field("Id", "ID", FieldType.ID),
                    field("Name", "Name", FieldType.STRING),
                    field("Type", "Type", FieldType.PICKLIST),
                    field("FirstName", "First Name", FieldType.STRING),
                    field("LastName", "Last Name", FieldType.STRING),
                    field("Alias", "Alias", FieldType.STRING),
                    field("Email", "Email", FieldType.EMAIL),
                    field("Phone", "Phone", FieldType.PHONE),
                    field("Title", "Title", FieldType.STRING),
                    field("Username", "Username", FieldType.STRING),
                    field("IsActive", "Active", FieldType.BOOLEAN),
                    reference("ProfileId", "Profile ID", "Profile", "Profile"),
                    reference("UserRoleId", "Role ID", "UserRole", "UserRole"),
                    reference("RecordTypeId", "Record Type ID", "RecordType", "RecordType")),
            List.of());

    private NameObject() {}

    private static FieldSchema field(String name, String label, FieldType type) {
        return field(name, label, type, "", List.of());
    }

    private static FieldSchema reference(String name, String label, String relationship, String object) {
        return field(name, label, FieldType.REFERENCE, relationship, List.of(object));
    }

    private static FieldSchema field(
            String name, String label, FieldType type, String relationship, List<String> referenceTo) {
        return new FieldSchema(
                name,
                label,
                type,
                0,
                true,
                true,
                true,
                true,
                true,
                false,
                relationship,
                referenceTo,
                List.of(),
                false,
                "");
    }
}
