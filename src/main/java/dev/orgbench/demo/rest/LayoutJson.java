package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An object's layouts: one with all fields below each other, and a compact one with the name. */
final class LayoutJson {
    private static final String LAYOUT_ID = "00h000000000001AAA";
    private static final String SECTION_ID = "01B000000000001AAA";

    private final Schema schema;
    private final SObject object;
    private final String url;

    /** @param url {@code /services/data/v67.0/sobjects/Account} */
    LayoutJson(Schema schema, SObject object, String url) {
        this.schema = schema;
        this.object = object;
        this.url = url;
    }

    ObjectNode layouts() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("layouts").add(layout());
        ArrayNode mappings = body.putArray("recordTypeMappings");
        object.recordTypes().forEach(type -> mappings.add(mapping(type)));
        mappings.add(mapping(master()));
        body.putArray("recordTypeSelectorRequired").add(!object.recordTypes().isEmpty());
        return body;
    }

    ObjectNode layout() {
        ObjectNode layout = JsonNodeFactory.instance.objectNode();
        layout.putObject("buttonLayoutSection").putArray("detailButtons");
        layout.putArray("detailLayoutSections").add(section(_ -> true));
        layout.putArray("editLayoutSections").add(section(field -> field.createable() || field.updateable()));
        layout.putNull("feedView").putNull("highlightsPanelLayoutSection").put("id", LAYOUT_ID);
        layout.putArray("multirowEditLayoutSections");
        layout.putArray("offlineLinks");
        layout.putNull("quickActionList").putNull("relatedContent");
        layout.putArray("relatedLists");
        layout.putArray("saveOptions");
        return layout;
    }

    ObjectNode compactLayouts() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("compactLayouts").add(compactLayout());
        body.putNull("defaultCompactLayoutId");
        ArrayNode mappings = body.putArray("recordTypeCompactLayoutMappings");
        object.recordTypes().forEach(type -> compactMapping(mappings.addObject(), type));
        compactMapping(mappings.addObject(), master());
        body.putObject("urls").put("primary", url + "/describe/compactLayouts/primary");
        return body;
    }

    ObjectNode compactLayout() {
        ObjectNode compact = JsonNodeFactory.instance.objectNode();
        compact.putArray("actions");
        ArrayNode items = compact.putArray("fieldItems");
        object.nameField().ifPresent(field -> items.add(item(field)));
        compact.putNull("id");
        compact.putArray("imageItems");
        return compact.put("label", "System Default").put("name", "SYSTEM").put("objectType", object.name());
    }

    private ObjectNode section(Predicate<Field> shown) {
        ObjectNode section = JsonNodeFactory.instance.objectNode();
        section.put("collapsed", false).put("columns", 1).put("heading", object.label() + " Information");
        ArrayNode rows = section.putArray("layoutRows");
        for (Field field : object.fields()) {
            if (field.isStored() && shown.test(field)) {
                ObjectNode row = rows.addObject();
                row.putArray("layoutItems").add(item(field));
                row.put("numItems", 1);
            }
        }
        return section.put("layoutSectionId", SECTION_ID)
                .put("parentLayoutId", LAYOUT_ID)
                .put("rows", rows.size())
                .put("tabOrder", "TopToBottom")
                .put("useCollapsibleSection", false)
                .put("useHeading", true);
    }

    private ObjectNode item(Field field) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("editableForNew", field.createable())
                .put("editableForUpdate", field.updateable())
                .put("label", field.label());
        ObjectNode component = item.putArray("layoutComponents").addObject();
        component.set("details", FieldJson.of(schema, object, field));
        component.put("displayLines", 1).put("tabOrder", 1).put("type", "Field").put("value", field.name());
        boolean required = field.createable() && !field.nillable() && !field.defaultedOnCreate();
        return item.put("placeholder", false).put("required", required);
    }

    private RecordType master() {
        return new RecordType(
                RecordType.MASTER, "Master", "Master", "", object.recordTypes().isEmpty(), Map.of());
    }

    private ObjectNode mapping(RecordType type) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", type.isDefault())
                .put("developerName", type.developerName())
                .put("layoutId", LAYOUT_ID)
                .put("master", type.id().equals(RecordType.MASTER))
                .put("name", type.name());
        ArrayNode picklists = mapping.putArray("picklistsForRecordType");
        for (Field field : object.fields()) {
            if (!field.picklistValues().isEmpty()) {
                picklists
                        .addObject()
                        .put("picklistName", field.name())
                        .set("picklistValues", offered(field, type.valuesOf(field)));
            }
        }
        mapping.put("recordTypeId", type.id());
        mapping.putObject("urls").put("layout", url + "/describe/layouts/" + type.id());
        return mapping;
    }

    /** As describe shows them, but only the active ones that the record type offers. */
    private ArrayNode offered(Field field, List<PicklistValue> values) {
        Set<String> names = values.stream()
                .filter(PicklistValue::active)
                .map(PicklistValue::value)
                .collect(Collectors.toSet());
        ArrayNode offered = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : FieldJson.of(schema, object, field).path("picklistValues")) {
            if (names.contains(value.path("value").asText())) {
                offered.add(value);
            }
        }
        return offered;
    }

    private void compactMapping(ObjectNode mapping, RecordType type) {
        mapping.put("available", true)
                .putNull("compactLayoutId")
                .put("compactLayoutName", "SYSTEM")
                .put("recordTypeId", type.id())
                .put("recordTypeName", type.name())
                .putObject("urls")
                .put("compactLayout", url + "/describe/compactLayouts/" + type.id());
    }
}
