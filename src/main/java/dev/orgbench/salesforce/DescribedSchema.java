package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.PicklistEntry;
import java.util.ArrayList;
import java.util.List;

/** Reads describes as a query sees them. (REST API Developer Guide, "sObject Describe", "Describe Global".) */
final class DescribedSchema {
    private DescribedSchema() {}

    static ObjectSchema of(ObjectDescribe describe) {
        List<ChildSchema> children = new ArrayList<>();
        for (JsonNode child : describe.json().path("childRelationships")) {
            // Relationships without a name cannot be queried.
            if (child.path("relationshipName").isTextual()) {
                children.add(new ChildSchema(
                        child.path("relationshipName").asText(),
                        child.path("childSObject").asText(),
                        child.path("field").asText()));
            }
        }
        return new ObjectSchema(
                summary(describe.json()),
                describe.fields().stream().map(DescribedSchema::field).toList(),
                children);
    }

    static ObjectSummary summary(JsonNode object) {
        return new ObjectSummary(
                object.path("name").asText(),
                object.path("label").asText(),
                object.path("custom").asBoolean(),
                object.path("queryable").asBoolean(true),
                text(object, "keyPrefix"));
    }

    private static FieldSchema field(FieldDescribe field) {
        return new FieldSchema(
                field.name(),
                field.label(),
                FieldType.of(field.type()),
                field.length(),
                field.is("filterable"),
                field.is("sortable"),
                field.is("groupable"),
                field.is("aggregatable"),
                field.is("nillable"),
                field.is("custom"),
                text(field.json(), "relationshipName"),
                field.referenceTo(),
                choices(field),
                field.is("restrictedPicklist"),
                text(field.json(), "inlineHelpText"));
    }

    private static List<PicklistEntry> choices(FieldDescribe field) {
        List<PicklistEntry> choices = new ArrayList<>();
        for (JsonNode entry : field.json().path("picklistValues")) {
            if (entry.path("active").asBoolean(true)) {
                String value = entry.path("value").asText();
                choices.add(new PicklistEntry(value, entry.path("label").asText(value)));
            }
        }
        return choices;
    }

    /** {@code null} in describe is no text. */
    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() ? value.asText() : "";
    }
}
