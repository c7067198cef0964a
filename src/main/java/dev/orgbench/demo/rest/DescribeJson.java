package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.ObjectTraits;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.List;

/** The sObject level of describe and of the global describe. (REST API guide, "sObject Describe"; recorded answers.) */
public final class DescribeJson {
    private static final String MASTER_RECORD_TYPE = "012000000000000AAA";
    private static final List<String> UNSET = List.of(
            "defaultImplementation", "extendedBy", "extendsInterfaces", "implementedBy", "implementsInterfaces");

    private final String base;

    /**
     * @param base {@code /services/data/v67.0}
     */
    public DescribeJson(String base) {
        this.base = base;
    }

    /** What the global describe tells of an object. */
    public ObjectNode summary(SObject object) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        common(json, object);
        ObjectNode urls = json.putObject("urls");
        urls.put("rowTemplate", url(object) + "/{ID}")
                .put("describe", url(object) + "/describe")
                .put("sobject", url(object));
        return json;
    }

    /** The whole description. */
    public ObjectNode describe(Schema schema, SObject object) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("actionOverrides");
        common(json, object);
        ArrayNode children = json.putArray("childRelationships");
        schema.childRelationships(object).forEach(relationship -> child(children.addObject(), relationship));
        boolean layouts = object.traits().has("layoutable");
        json.put("compactLayoutable", layouts)
                .put("listviewable", layouts)
                .put("lookupLayoutable", layouts)
                .put("searchLayoutable", layouts)
                .put("sobjectDescribeOption", "FULL");
        UNSET.forEach(json::putNull);
        json.putNull("networkScopeFieldName");
        json.putArray("namedLayoutInfos");
        ArrayNode fields = json.putArray("fields");
        object.fields().forEach(field -> fields.add(FieldJson.of(field)));
        masterRecordType(json.putArray("recordTypeInfos").addObject(), object);
        ArrayNode scopes = json.putArray("supportedScopes");
        scopes.addObject().put("label", "All " + object.labelPlural()).put("name", "everything");
        if (object.field("OwnerId").isPresent()) {
            scopes.addObject().put("label", "My " + object.labelPlural()).put("name", "mine");
        }
        urls(json.putObject("urls"), object);
        return json;
    }

    private void common(ObjectNode json, SObject object) {
        ObjectTraits.NAMES.forEach(name -> json.put(name, object.traits().has(name)));
        json.putNull("associateEntityType");
        json.putNull("associateParentEntity");
        json.put("custom", object.custom())
                .put("keyPrefix", object.keyPrefix())
                .put("label", object.label())
                .put("labelPlural", object.labelPlural())
                .put("name", object.name());
    }

    private static void child(ObjectNode json, ChildRelationship relationship) {
        json.put("cascadeDelete", relationship.cascadeDelete())
                .put("childSObject", relationship.childSObject())
                .put("deprecatedAndHidden", false)
                .put("field", relationship.field());
        json.putArray("junctionIdListNames");
        json.putArray("junctionReferenceTo");
        json.put("relationshipName", relationship.relationshipName())
                .put("restrictedDelete", relationship.restrictedDelete());
    }

    private void masterRecordType(ObjectNode json, SObject object) {
        json.put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", true)
                .put("developerName", "Master")
                .put("master", true)
                .put("name", "Master")
                .put("recordTypeId", MASTER_RECORD_TYPE);
        json.putObject("urls").put("layout", url(object) + "/describe/layouts/" + MASTER_RECORD_TYPE);
    }

    private void urls(ObjectNode json, SObject object) {
        String url = url(object);
        json.put("compactLayouts", url + "/describe/compactLayouts")
                .put("rowTemplate", url + "/{ID}")
                .put("approvalLayouts", url + "/describe/approvalLayouts")
                .put("uiDetailTemplate", "/{ID}")
                .put("uiEditTemplate", "/{ID}/e")
                .put("listviews", url + "/listviews")
                .put("describe", url + "/describe")
                .put("uiNewRecord", "/" + object.keyPrefix() + "/e")
                .put("quickActions", url + "/quickActions")
                .put("layouts", url + "/describe/layouts")
                .put("sobject", url);
    }

    private String url(SObject object) {
        return base + "/sobjects/" + object.name();
    }
}
