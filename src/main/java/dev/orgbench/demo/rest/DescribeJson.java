package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.ObjectTraits;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sObject level of describe and of the global describe. (REST API guide, "sObject Describe"; recorded answers.) */
public final class DescribeJson {
    private static final List<String> UNSET = List.of(
            "defaultImplementation",
            "extendedBy",
            "extendsInterfaces",
            "implementedBy",
            "implementsInterfaces",
            "listviewable",
            "lookupLayoutable",
            "networkScopeFieldName");

    /** The objects whose records may have a team; and those that scoping rules may narrow, beside custom ones. */
    private static final Set<String> WITH_TEAMS = Set.of("Account", "Case", "Opportunity");

    private static final Set<String> WITH_SCOPING_RULES =
            Set.of("Account", "Case", "Contact", "Event", "Lead", "Opportunity", "Task");

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
        summaryUrls(json.putObject("urls"), object);
        return sorted(json);
    }

    /** The whole description. */
    public ObjectNode describe(Schema schema, SObject object) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        common(json, object);
        json.putArray("actionOverrides");
        ArrayNode children = json.putArray("childRelationships");
        schema.childRelationships(object).forEach(relationship -> child(children.addObject(), relationship));
        boolean layoutable = object.traits().has("layoutable");
        boolean searchable = object.traits().has("searchable");
        json.put("compactLayoutable", layoutable)
                .put("searchLayoutable", layoutable && searchable)
                .put("sobjectDescribeOption", "FULL");
        UNSET.forEach(json::putNull);
        json.putArray("namedLayoutInfos");
        ArrayNode fields = json.putArray("fields");
        object.fields().forEach(field -> fields.add(FieldJson.of(schema, object, field)));
        ArrayNode types = json.putArray("recordTypeInfos");
        // Objects that nobody searches for have no record types, not even the master. (Recorded answers.)
        if (layoutable && searchable) {
            object.recordTypes().forEach(type -> recordType(types.addObject(), object, type));
            masterRecordType(types.addObject(), object);
        }
        scopes(json.putArray("supportedScopes"), object);
        urls(json.putObject("urls"), object);
        return sorted(json);
    }

    /** Salesforce gives the keys of a description in the order of the alphabet. */
    private static ObjectNode sorted(ObjectNode json) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        json.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.set(entry.getKey(), entry.getValue()));
        return sorted;
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

    private void recordType(ObjectNode json, SObject object, RecordType type) {
        recordType(json, object, type.id(), type.developerName(), type.name(), type.isDefault());
    }

    private void masterRecordType(ObjectNode json, SObject object) {
        recordType(
                json,
                object,
                RecordType.MASTER,
                "Master",
                "Master",
                object.recordTypes().isEmpty());
    }

    private void recordType(
            ObjectNode json, SObject object, String id, String developerName, String name, boolean isDefault) {
        json.put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", isDefault)
                .put("developerName", developerName)
                .put("master", id.equals(RecordType.MASTER))
                .put("name", name)
                .put("recordTypeId", id);
        json.putObject("urls").put("layout", url(object) + "/describe/layouts/" + id);
    }

    private static void scopes(ArrayNode json, SObject object) {
        String plural = object.labelPlural().toLowerCase(Locale.ROOT);
        json.addObject().put("label", "All " + plural).put("name", "everything");
        if (object.field("OwnerId").isPresent()) {
            json.addObject().put("label", "My " + plural).put("name", "mine");
        }
        if (WITH_TEAMS.contains(object.name())) {
            json.addObject().put("label", "My team's " + plural).put("name", "team");
        }
        if (WITH_SCOPING_RULES.contains(object.name()) || object.custom()) {
            json.addObject().put("label", "Filter by scoping rule").put("name", "scopingRule");
        }
    }

    private void summaryUrls(ObjectNode json, SObject object) {
        String url = url(object);
        boolean layoutable = object.traits().has("layoutable");
        if (layoutable) {
            json.put("compactLayouts", url + "/describe/compactLayouts");
        }
        json.put("rowTemplate", url + "/{ID}");
        if (layoutable) {
            json.put("approvalLayouts", url + "/describe/approvalLayouts").put("listviews", url + "/listviews");
        }
        json.put("describe", url + "/describe");
        if (layoutable) {
            json.put("quickActions", url + "/quickActions").put("layouts", url + "/describe/layouts");
        }
        json.put("sobject", url);
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
