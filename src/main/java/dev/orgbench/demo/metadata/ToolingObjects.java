package dev.orgbench.demo.metadata;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.ObjectTraits;
import dev.orgbench.demo.schema.SObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The objects of the Tooling API that the demo org has. Their rows lie in tables of their own, which the same query
 * engine reads. EntityDefinition's Id is its durable id (the API name of a standard object, the 01I id of a custom one), so
 * that paths like {@code EntityDefinition.QualifiedApiName} join.
 */
final class ToolingObjects {
    static final String CUSTOM_OBJECT = "CustomObject";
    static final String CUSTOM_FIELD = "CustomField";
    static final String VALIDATION_RULE = "ValidationRule";
    static final String ENTITY_DEFINITION = "EntityDefinition";
    static final String FIELD_DEFINITION = "FieldDefinition";

    private static final ObjectTraits WRITABLE =
            new ObjectTraits(Set.of("createable", "deletable", "queryable", "retrieveable", "updateable"));
    static final ObjectTraits READ_ONLY = new ObjectTraits(Set.of("queryable", "retrieveable"));

    private ToolingObjects() {}

    static List<SObject> all() {
        List<SObject> all = new ArrayList<>(
                List.of(customObject(), customField(), validationRule(), entityDefinition(), fieldDefinition()));
        all.add(EntityParticles.object());
        all.addAll(ApexObjects.all());
        return all;
    }

    private static SObject customObject() {
        List<Field> fields = new ArrayList<>(identity("Custom Object ID", "DeveloperName", "Developer Name"));
        fields.addAll(texts("Description", "Language", "ExternalName", "SharingModel"));
        fields.addAll(definition());
        return object(CUSTOM_OBJECT, "Custom Object", "Custom Objects", "01I", fields, WRITABLE);
    }

    private static SObject customField() {
        List<Field> fields = new ArrayList<>(identity("Custom Field ID", "DeveloperName", "Developer Name"));
        fields.addAll(texts("TableEnumOrId", "Description", "InlineHelpText", "RelationshipLabel", "SummaryOperation"));
        fields.add(belongsTo());
        fields.addAll(numbers("Length", "Precision", "Scale"));
        fields.addAll(definition());
        return object(CUSTOM_FIELD, "Custom Field", "Custom Fields", "00N", fields, WRITABLE);
    }

    private static SObject validationRule() {
        List<Field> fields = new ArrayList<>(identity("Validation Rule ID", "ValidationName", "Rule Name"));
        fields.addAll(texts("Description", "ErrorDisplayField", "ErrorMessage"));
        fields.add(belongsTo());
        fields.addAll(flags("Active"));
        fields.addAll(definition());
        return object(VALIDATION_RULE, "Validation Rule", "Validation Rules", "03d", fields, WRITABLE);
    }

    private static SObject entityDefinition() {
        List<Field> fields = new ArrayList<>(List.of(id("Entity Definition ID")));
        fields.addAll(texts(
                "DurableId",
                "QualifiedApiName",
                "DeveloperName",
                "MasterLabel",
                "Label",
                "PluralLabel",
                "KeyPrefix",
                "NamespacePrefix",
                "PublisherId",
                "DeploymentStatus",
                "InternalSharingModel"));
        fields.addAll(flags(
                "IsCustomizable",
                "IsCustomSetting",
                "IsQueryable",
                "IsApexTriggerable",
                "IsTriggerable",
                "IsSearchable",
                "IsLayoutable",
                "IsDeprecatedAndHidden",
                "IsFeedEnabled"));
        fields.add(time("LastModifiedDate", "Last Modified Date"));
        return object(ENTITY_DEFINITION, "Object", "Objects", "4ie", fields, READ_ONLY);
    }

    private static SObject fieldDefinition() {
        List<Field> fields = new ArrayList<>(List.of(id("Field Definition ID")));
        fields.addAll(texts(
                "DurableId",
                "QualifiedApiName",
                "DeveloperName",
                "MasterLabel",
                "Label",
                "DataType",
                "NamespacePrefix",
                "PublisherId",
                "Description",
                "RelationshipName",
                "ExtraTypeInfo"));
        fields.add(belongsTo());
        fields.addAll(numbers("Length", "Precision", "Scale"));
        fields.addAll(flags(
                "IsNillable",
                "IsIndexed",
                "IsCalculated",
                "IsCompound",
                "IsNameField",
                "IsApiFilterable",
                "IsApiSortable",
                "IsApiGroupable",
                "IsPolymorphicForeignKey"));
        return object(FIELD_DEFINITION, "Field", "Fields", "4fe", fields, READ_ONLY);
    }

    private static List<Field> identity(String label, String name, String nameLabel) {
        List<Field> fields = new ArrayList<>(List.of(id(label)));
        fields.add(name(name, nameLabel));
        fields.addAll(texts("NamespacePrefix", "ManageableState"));
        fields.add(time("CreatedDate", "Created Date"));
        fields.add(user("CreatedById", "Created By ID", "CreatedBy"));
        fields.add(time("LastModifiedDate", "Last Modified Date"));
        fields.add(user("LastModifiedById", "Last Modified By ID", "LastModifiedBy"));
        return fields;
    }

    private static List<Field> definition() {
        return List.of(
                new FieldBuilder("FullName", "Full Name", FieldType.STRING)
                        .length(255)
                        .access(true, true, false, false)
                        .querying(false, false, false, false)
                        .build(),
                new FieldBuilder("Metadata", "Metadata", FieldType.ANYTYPE)
                        .querying(false, false, false, false)
                        .build());
    }

    static SObject object(
            String name, String label, String plural, String keyPrefix, List<Field> fields, ObjectTraits traits) {
        return new SObject(null, name, label, plural, keyPrefix, fields, null, traits);
    }

    static Field id(String label) {
        return new FieldBuilder("Id", label, FieldType.ID).length(18).system().build();
    }

    static Field name(String name, String label) {
        return new FieldBuilder(name, label, FieldType.STRING)
                .length(80)
                .access(false, false, false, true)
                .nameField()
                .build();
    }

    /** Text, for the id of a standard object's definition is the object's name. */
    static Field belongsTo() {
        return new FieldBuilder("EntityDefinitionId", "Entity Definition ID", FieldType.STRING)
                .length(255)
                .access(true, false, false, false)
                .reference(List.of(ENTITY_DEFINITION), ENTITY_DEFINITION)
                .build();
    }

    static Field user(String name, String label, String relationship) {
        return new FieldBuilder(name, label, FieldType.REFERENCE)
                .length(18)
                .system()
                .reference(List.of("User"), relationship)
                .build();
    }

    static Field time(String name, String label) {
        return new FieldBuilder(name, label, FieldType.DATETIME)
                .access(true, false, false, true)
                .querying(true, true, false, true)
                .build();
    }

    static List<Field> texts(String... names) {
        return List.of(names).stream()
                .map(name -> new FieldBuilder(name, name, FieldType.STRING)
                        .length(1000)
                        .access(true, false, false, false)
                        .build())
                .toList();
    }

    static List<Field> numbers(String... names) {
        return List.of(names).stream()
                .map(name -> new FieldBuilder(name, name, FieldType.INT)
                        .digits(9)
                        .access(true, false, false, false)
                        .build())
                .toList();
    }

    static List<Field> flags(String... names) {
        return List.of(names).stream()
                .map(name -> new FieldBuilder(name, name, FieldType.BOOLEAN)
                        .system()
                        .querying(true, true, true, false)
                        .defaultValue("false")
                        .build())
                .toList();
    }
}
