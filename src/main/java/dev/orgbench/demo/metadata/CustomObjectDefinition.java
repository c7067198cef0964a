package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom object as its Tooling metadata defines it, with the fields that every custom object has.
 *
 * @param metadata all keys of a CustomObject, null where they are not set
 */
record CustomObjectDefinition(ObjectNode metadata, SObject object) {
    private static final List<String> KEYS = List.of(
            "allowInChatterGroups",
            "businessProcesses",
            "compactLayoutAssignment",
            "customHelp",
            "customHelpPage",
            "customSettingsType",
            "deploymentStatus",
            "deprecated",
            "description",
            "enableActivities",
            "enableBulkApi",
            "enableDataTranslation",
            "enableEnhancedLookup",
            "enableFeeds",
            "enableHistory",
            "enableLicensing",
            "enableReports",
            "enableSearch",
            "enableSharing",
            "enableStreamingApi",
            "eventType",
            "externalDataSource",
            "externalName",
            "externalRepository",
            "externalSharingModel",
            "gender",
            "household",
            "historyRetentionPolicy",
            "label",
            "nameField",
            "pluralLabel",
            "profileSearchLayouts",
            "publishBehavior",
            "recordTypeTrackFeedHistory",
            "recordTypeTrackHistory",
            "searchLayouts",
            "sharingModel",
            "startsWith",
            "urls",
            "validationRules",
            "visibility");
    private static final List<String> NAME_FIELD_KEYS =
            List.of("displayFormat", "label", "startingNumber", "trackFeedHistory", "trackHistory", "type");
    private static final int LONGEST_LABEL = 40;
    private static final int NAME_LENGTH = 80;

    /**
     * @param name the object's API name with {@code __c}
     */
    static CustomObjectDefinition read(String id, String name, String keyPrefix, ObjectNode given) throws ApiError {
        MetadataKeys keys = new MetadataKeys(given, "CustomObject");
        ObjectNode metadata = keys.complete(KEYS);
        String label = keys.requiredText("label");
        String plural = keys.requiredText("pluralLabel");
        if (label.length() > LONGEST_LABEL || plural.length() > LONGEST_LABEL) {
            throw keys.invalid("label", "a label has at most " + LONGEST_LABEL + " characters");
        }
        keys.choice("deploymentStatus", List.of("Deployed", "InDevelopment"));
        // ControlledByParent asks for a master-detail field, but that can only be made once the object is there.
        keys.choice("sharingModel", List.of("ReadWrite", "Read", "Private", "ControlledByParent"));
        MetadataKeys nameKeys = keys.object("nameField");
        metadata.set("nameField", nameKeys.complete(NAME_FIELD_KEYS));
        List<Field> fields = systemFields(nameField(nameKeys));
        SObject object = new SObject(id, name, label, plural, keyPrefix, fields, metadata.toString());
        return new CustomObjectDefinition(metadata, object);
    }

    private static Field nameField(MetadataKeys keys) throws ApiError {
        String type = keys.choice("type", List.of("Text", "AutoNumber"));
        FieldBuilder field = new FieldBuilder("Name", keys.requiredText("label"), FieldType.STRING)
                .length(NAME_LENGTH)
                .nameField();
        if (type.equals("Text")) {
            return field.access(true, true, true, true).build();
        }
        CustomFieldShape.checkDisplayFormat(keys);
        return field.autoNumber().build();
    }

    private static List<Field> systemFields(Field nameField) {
        return List.of(
                new FieldBuilder("Id", "Record ID", FieldType.ID)
                        .length(18)
                        .system()
                        .idLookup(true)
                        .build(),
                new FieldBuilder("OwnerId", "Owner ID", FieldType.REFERENCE)
                        .length(18)
                        .access(false, true, true, true)
                        .reference(List.of("Group", "User"), "Owner")
                        .build(),
                flag("IsDeleted", "Deleted"),
                nameField,
                when("CreatedDate", "Created Date", false),
                who("CreatedById", "Created By ID", "CreatedBy"),
                when("LastModifiedDate", "Last Modified Date", false),
                who("LastModifiedById", "Last Modified By ID", "LastModifiedBy"),
                when("SystemModstamp", "System Modstamp", false),
                new FieldBuilder("LastActivityDate", "Last Activity Date", FieldType.DATE)
                        .access(true, false, false, false)
                        .build(),
                when("LastViewedDate", "Last Viewed Date", true),
                when("LastReferencedDate", "Last Referenced Date", true));
    }

    private static Field flag(String name, String label) {
        return new FieldBuilder(name, label, FieldType.BOOLEAN)
                .system()
                .querying(true, true, true, false)
                .defaultValue("false")
                .build();
    }

    private static Field when(String name, String label, boolean nillable) {
        return new FieldBuilder(name, label, FieldType.DATETIME)
                .access(nillable, false, false, !nillable)
                .querying(true, true, false, true)
                .build();
    }

    private static Field who(String name, String label, String relationship) {
        return new FieldBuilder(name, label, FieldType.REFERENCE)
                .length(18)
                .system()
                .reference(List.of("User"), relationship)
                .build();
    }

    /** A text of the metadata; null where it is not set. */
    @Nullable
    String text(String key) {
        return metadata.path(key).textValue();
    }
}
