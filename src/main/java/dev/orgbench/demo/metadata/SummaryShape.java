package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.formula.SummaryField;
import dev.orgbench.demo.formula.SummaryFilter;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of a roll-up summary makes of the field: {@code summaryForeignKey}, {@code summaryOperation}, {@code
 * summarizedField}, {@code summaryFilterItems}. (Metadata API Developer Guide, "CustomField".)
 */
final class SummaryShape {
    private static final int PRECISION = 18;
    private static final List<String> OPERATIONS = List.of("count", "max", "min", "sum");
    private static final List<String> FILTER_KEYS = List.of("field", "operation", "value", "valueField");

    /** Standard references that count as master-detail. */
    private static final Set<String> STANDARD_MASTERS = Set.of(
            "Opportunity.AccountId",
            "OpportunityLineItem.OpportunityId",
            "CampaignMember.CampaignId",
            "OrderItem.OrderId");

    private final MetadataKeys keys;
    private final String object;
    private final Schema schema;

    /** @param object the API name of the object that has the field */
    SummaryShape(MetadataKeys keys, String object, Schema schema) {
        this.keys = keys;
        this.object = object;
        this.schema = schema;
    }

    /** A field of a child. */
    private record Place(SObject child, Field field) {}

    FieldBuilder field(String name, String label) throws ApiError {
        Place reference = place("summaryForeignKey", keys.requiredText("summaryForeignKey"));
        SObject child = reference.child();
        if (!isMaster(child, reference.field())
                || !reference.field().referenceTo().contains(object)) {
            throw keys.invalid(
                    "summaryForeignKey",
                    child.name() + "." + reference.field().name() + " is no master-detail relationship to " + object);
        }
        SummaryField.Operation operation = SummaryField.Operation.of(keys.choice("summaryOperation", OPERATIONS))
                .orElseThrow();
        Field summarized = operation == SummaryField.Operation.COUNT ? null : summarized(child, operation);
        FieldType type = summarized == null ? FieldType.DOUBLE : summarized.type();
        FieldBuilder field = new FieldBuilder(name, label, type)
                .calculated(new SummaryField(
                        child.name(),
                        reference.field().name(),
                        operation,
                        summarized == null ? null : summarized.name(),
                        filters(child)));
        if (type.isNumber()) {
            field.number(PRECISION, summarized == null ? 0 : summarized.scale());
        }
        return field.querying(true, true, false, true);
    }

    private Field summarized(SObject child, SummaryField.Operation operation) throws ApiError {
        Field field = ofChild(child, "summarizedField", keys.requiredText("summarizedField"));
        boolean date = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        boolean fits = field.type().isNumber() || (date && operation != SummaryField.Operation.SUM);
        if (!fits || !SummaryField.canSummarize(schema, child, field)) {
            throw keys.invalid("summarizedField", field.name() + " can not be summarized");
        }
        return field;
    }

    private List<SummaryFilter> filters(SObject child) throws ApiError {
        List<SummaryFilter> filters = new ArrayList<>();
        for (JsonNode item : keys.json().path("summaryFilterItems")) {
            if (!(item instanceof ObjectNode json)) {
                throw keys.invalid("summaryFilterItems", "each is an object with field, operation and value");
            }
            MetadataKeys filter = new MetadataKeys(json, "FilterItem");
            filter.complete(FILTER_KEYS);
            Field field = ofChild(child, "summaryFilterItems", filter.requiredText("field"));
            String operation = filter.requiredText("operation");
            if (field.isCompound() || !SummaryField.canSummarize(schema, child, field)) {
                throw keys.invalid("summaryFilterItems", field.name() + " can not be filtered by");
            }
            String value = filter.text("value");
            filters.add(new SummaryFilter(
                    field.name(),
                    SummaryFilter.Operation.of(operation)
                            .orElseThrow(() -> keys.invalid("summaryFilterItems", "no operation " + operation)),
                    value == null ? "" : value));
        }
        return filters;
    }

    private Field ofChild(SObject child, String key, String path) throws ApiError {
        Place place = place(key, path);
        if (!place.child().name().equals(child.name())) {
            throw keys.invalid(key, path + " is no field of " + child.name());
        }
        return place.field();
    }

    /** {@code Invoice_Line__c.Amount__c}. */
    private Place place(String key, String path) throws ApiError {
        int dot = path.indexOf('.');
        SObject child = schema.object(path.substring(0, Math.max(0, dot))).orElse(null);
        Field field =
                child == null ? null : child.field(path.substring(dot + 1)).orElse(null);
        if (child == null || field == null) {
            throw keys.invalid(key, "no field " + path);
        }
        return new Place(child, field);
    }

    private static boolean isMaster(SObject child, Field field) {
        return STANDARD_MASTERS.contains(child.name() + "." + field.name()) || isMasterDetail(field.metadata());
    }

    /** Whether that is the metadata of a master-detail field. */
    static boolean isMasterDetail(@Nullable String metadata) {
        return metadata != null && metadata.contains("\"type\":\"MasterDetail\"");
    }
}
