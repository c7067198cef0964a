package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import java.util.List;

/**
 * A geolocation field: {@code Site__c} is read as a whole, {@code Site__Latitude__s} and {@code Site__Longitude__s} are
 * written. (Object Reference, "Geolocation Compound Field".)
 */
final class Geolocation {
    /** Digits before the point of a latitude or longitude. */
    private static final int WHOLE_DIGITS = 3;

    private static final int MOST_DECIMALS = 15;

    private Geolocation() {}

    /** What Salesforce asks of the metadata. */
    static void shape(MetadataKeys keys, FieldBuilder field) throws ApiError {
        keys.number("scale", 0, MOST_DECIMALS);
        keys.requiredFlag("displayLocationInDecimal");
        field.access(true, false, false, false).querying(true, false, false, false);
    }

    static List<Field> fields(Field whole, JsonNode metadata) {
        return List.of(whole, part(whole, metadata, "Latitude"), part(whole, metadata, "Longitude"));
    }

    private static Field part(Field whole, JsonNode metadata, String name) {
        String stem = whole.name().substring(0, whole.name().length() - "__c".length());
        int scale = metadata.path("scale").asInt();
        boolean required = metadata.path("required").asBoolean();
        return new FieldBuilder(stem + "__" + name + "__s", whole.label() + " (" + name + ")", FieldType.DOUBLE)
                .number(WHOLE_DIGITS + scale, scale)
                .access(!required, true, true, false)
                .querying(true, true, false, true)
                .permissionable(whole.permissionable())
                .partOf(whole.name())
                .build();
    }
}
