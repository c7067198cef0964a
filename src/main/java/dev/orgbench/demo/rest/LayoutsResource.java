package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an object looks like in the browser, in small: one layout with one section, one compact layout with the name, no
 * approvals, no list views, no actions. (REST API Developer Guide, "sObject Layouts", "sObject Compact Layouts".)
 */
final class LayoutsResource {
    private static final String MASTER = "012000000000000AAA";

    private LayoutsResource() {}

    /** @param path after {@code describe/}: {@code layouts}, {@code layouts/012...}, {@code compactLayouts}, ... */
    static Answer described(Call call, Schema schema, SObject object, List<String> path) throws ApiError {
        call.requireGet();
        if (!object.traits().has("layoutable")) {
            throw ApiError.notFound();
        }
        if (path.size() == 2 && path.getFirst().equalsIgnoreCase("layouts") && isMaster(path.get(1))) {
            return Answer.ok(layout(call, schema, object));
        }
        if (path.size() == 2 && path.getFirst().equalsIgnoreCase("compactLayouts") && isMaster(path.get(1))) {
            return Answer.ok(compact(schema, object));
        }
        if (path.size() != 1) {
            throw ApiError.notFound();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (path.getFirst()) {
            case "layouts" -> {
                body.putArray("layouts").add(layout(call, schema, object));
                body.putArray("recordTypeMappings").add(recordType(call, object));
                body.putArray("recordTypeSelectorRequired").add(false);
            }
            case "compactLayouts" -> {
                body.putArray("compactLayouts").add(compact(schema, object));
                body.putNull("defaultCompactLayoutId");
                body.putArray("recordTypeCompactLayoutMappings")
                        .addObject()
                        .put("available", true)
                        .putNull("compactLayoutId")
                        .put("compactLayoutName", "SYSTEM")
                        .put("recordTypeId", MASTER)
                        .put("recordTypeName", "Master")
                        .putObject("urls")
                        .put("compactLayout", url(call, object) + "/describe/compactLayouts/" + MASTER);
                body.putObject("urls").put("primary", url(call, object) + "/describe/compactLayouts/primary");
            }
            case "approvalLayouts" -> body.putArray("approvalLayouts");
            default -> throw ApiError.notFound();
        }
        return Answer.ok(body);
    }

    static Answer listViews(Call call, SObject object) throws ApiError {
        call.requireGet();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("done", true).putArray("listviews");
        body.putNull("nextRecordsUrl").put("size", 0).put("sobjectType", object.name());
        return Answer.ok(body);
    }

    static Answer quickActions(Call call) throws ApiError {
        call.requireGet();
        return Answer.ok(JsonNodeFactory.instance.arrayNode());
    }

    private static boolean isMaster(String recordType) {
        return recordType.equals(MASTER) || recordType.equals(MASTER.substring(0, 15)) || recordType.equals("primary");
    }

    private static ObjectNode layout(Call call, Schema schema, SObject object) {
        ObjectNode layout = JsonNodeFactory.instance.objectNode();
        layout.putObject("buttonLayoutSection").putArray("detailButtons");
        layout.putArray("detailLayoutSections").add(section(schema, object, _ -> true));
        layout.putArray("editLayoutSections").add(section(schema, object, field -> field.createable() || field.updateable()));
        layout.putNull("feedView").putNull("highlightsPanelLayoutSection").put("id", "00h000000000001AAA");
        layout.putArray("multirowEditLayoutSections");
        layout.putArray("offlineLinks");
        layout.putNull("quickActionList").putNull("relatedContent");
        layout.putArray("relatedLists");
        layout.putArray("saveOptions");
        layout.putObject("urls").put("layout", url(call, object) + "/describe/layouts/" + MASTER);
        return layout;
    }

    private static ObjectNode section(Schema schema, SObject object, Predicate<Field> shown) {
        ObjectNode section = JsonNodeFactory.instance.objectNode();
        section.put("collapsed", false).put("columns", 1).put("heading", object.label() + " Information");
        ArrayNode rows = section.putArray("layoutRows");
        for (Field field : object.fields()) {
            if (field.isStored() && shown.test(field)) {
                ObjectNode row = rows.addObject();
                row.putArray("layoutItems").add(item(schema, object, field));
                row.put("numItems", 1);
            }
        }
        return section.put("layoutSectionId", "01B000000000001AAA")
                .put("parentLayoutId", "00h000000000001AAA")
                .put("rows", rows.size())
                .put("tabOrder", "TopToBottom")
                .put("useCollapsibleSection", false)
                .put("useHeading", true);
    }

    private static ObjectNode item(Schema schema, SObject object, Field field) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("editableForNew", field.createable())
                .put("editableForUpdate", field.updateable())
                .put("label", field.label());
        ObjectNode component = item.putArray("layoutComponents").addObject();
        component.set("details", FieldJson.of(schema, object, field));
        component.put("displayLines", 1).put("tabOrder", 1).put("type", "Field").put("value", field.name());
        return item.put("placeholder", false).put("required", field.createable() && !field.nillable() && !field.defaultedOnCreate());
    }

    private static ObjectNode recordType(Call call, SObject object) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", true)
                .put("developerName", "Master")
                .put("layoutId", "00h000000000001AAA")
                .put("master", true)
                .put("name", "Master");
        ArrayNode picklists = mapping.putArray("picklistsForRecordType");
        for (Field field : object.fields()) {
            if (!field.picklistValues().isEmpty()) {
                ObjectNode picklist = picklists.addObject().put("picklistName", field.name());
                ArrayNode values = picklist.putArray("picklistValues");
                field.picklistValues().stream().filter(PicklistValue::active).forEach(value -> values.add(choice(value)));
            }
        }
        mapping.put("recordTypeId", MASTER);
        mapping.putObject("urls").put("layout", url(call, object) + "/describe/layouts/" + MASTER);
        return mapping;
    }

    private static ObjectNode choice(PicklistValue value) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("active", value.active())
                .put("defaultValue", value.isDefault())
                .put("label", value.label())
                .putNull("validFor")
                .put("value", value.value());
    }

    private static ObjectNode compact(Schema schema, SObject object) {
        ObjectNode compact = JsonNodeFactory.instance.objectNode();
        compact.putArray("actions");
        ArrayNode items = compact.putArray("fieldItems");
        object.nameField().ifPresent(field -> items.add(item(schema, object, field)));
        compact.putNull("id");
        compact.putArray("imageItems");
        return compact.put("label", "System Default").put("name", "SYSTEM").put("objectType", object.name());
    }

    private static String url(Call call, SObject object) {
        return call.base() + "/sobjects/" + object.name();
    }
}
