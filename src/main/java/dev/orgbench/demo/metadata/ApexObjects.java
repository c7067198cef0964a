package dev.orgbench.demo.metadata;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.ObjectTraits;
import dev.orgbench.demo.schema.SObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Code in the org. Clients look for it wherever they sign in; the demo org runs no Apex, and has none. */
final class ApexObjects {
    private static final ObjectTraits SEARCHED = new ObjectTraits(Set.of("queryable", "retrieveable", "searchable"));

    private ApexObjects() {}

    static List<SObject> all() {
        List<Field> trigger = new ArrayList<>(code("Trigger ID"));
        trigger.addAll(ToolingObjects.texts("TableEnumOrId"));
        trigger.addAll(ToolingObjects.flags(
                "UsageBeforeInsert",
                "UsageAfterInsert",
                "UsageBeforeUpdate",
                "UsageAfterUpdate",
                "UsageBeforeDelete",
                "UsageAfterDelete",
                "UsageIsBulk",
                "UsageAfterUndelete"));
        return List.of(
                ToolingObjects.object("ApexClass", "Apex Class", "Apex Classes", "01p", code("Class ID"), SEARCHED),
                ToolingObjects.object("ApexTrigger", "Apex Trigger", "Apex Triggers", "01q", trigger, SEARCHED));
    }

    private static List<Field> code(String idLabel) {
        List<Field> fields = new ArrayList<>(List.of(ToolingObjects.id(idLabel)));
        fields.add(ToolingObjects.name("Name", "Name"));
        fields.addAll(ToolingObjects.texts("NamespacePrefix", "Status", "ManageableState"));
        fields.add(new FieldBuilder("ApiVersion", "Api Version", FieldType.DOUBLE)
                .number(18, 1)
                .access(false, false, false, false)
                .build());
        fields.addAll(ToolingObjects.flags("IsValid"));
        fields.addAll(ToolingObjects.numbers("BodyCrc", "LengthWithoutComments"));
        fields.add(new FieldBuilder("Body", "Body", FieldType.TEXTAREA)
                .length(1_000_000)
                .querying(false, false, false, false)
                .build());
        fields.add(ToolingObjects.time("CreatedDate", "Created Date"));
        fields.add(ToolingObjects.user("CreatedById", "Created By ID", "CreatedBy"));
        fields.add(ToolingObjects.time("LastModifiedDate", "Last Modified Date"));
        fields.add(ToolingObjects.user("LastModifiedById", "Last Modified By ID", "LastModifiedBy"));
        fields.add(ToolingObjects.time("SystemModstamp", "System Modstamp"));
        return fields;
    }
}
