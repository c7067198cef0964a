package dev.orgbench.ui.soql;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.PicklistEntry;
import dev.orgbench.soql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An org's objects, asked for at once when they are first needed: a test need not wait for them. */
final class DescribedSchema implements Schema {
    private final List<ObjectSummary> objects = new ArrayList<>();
    private final Map<String, ObjectSchema> known = new ConcurrentHashMap<>();
    private final Salesforce org;

    DescribedSchema(Salesforce org) throws SalesforceException {
        this.org = org;
        org.describeGlobal().path("sobjects").forEach(object -> objects.add(new ObjectSummary(
                object.path("name").asText(),
                object.path("label").asText(),
                object.path("custom").asBoolean(),
                object.path("queryable").asBoolean(),
                object.path("keyPrefix").asText(""))));
    }

    @Override
    public Lookup<List<ObjectSummary>> objects() {
        return new Lookup.Found<>(List.copyOf(objects));
    }

    @Override
    public Lookup<ObjectSchema> object(String name) {
        return Lookup.of(objects.stream()
                .filter(object -> object.name().equalsIgnoreCase(name))
                .findFirst()
                .map(found -> known.computeIfAbsent(found.name().toLowerCase(Locale.ROOT), key -> describe(found))));
    }

    private ObjectSchema describe(ObjectSummary summary) {
        try {
            ObjectDescribe described = org.describe(summary.name());
            List<ChildSchema> children = new ArrayList<>();
            described.json().path("childRelationships").forEach(child -> children.add(new ChildSchema(
                    child.path("relationshipName").asText(),
                    child.path("childSObject").asText(),
                    child.path("field").asText())));
            return new ObjectSchema(
                    summary,
                    described.fields().stream().map(DescribedSchema::field).toList(),
                    children);
        } catch (SalesforceException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldSchema field(ObjectDescribe.FieldDescribe field) {
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
                field.json().path("relationshipName").asText(""),
                field.referenceTo(),
                field.picklistValues().stream().map(value -> new PicklistEntry(value, value)).toList(),
                field.is("restrictedPicklist"),
                field.json().path("inlineHelpText").asText(""));
    }
}
