package dev.orgbench.demo.query;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values look in Salesforce's JSON. */
final class Cells {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Below it, a double is a whole number exactly. */
    private static final double EXACT = 1e15;

    private Cells() {}

    /** A value of {@code type} from the column at {@code index}. */
    static Cell value(FieldType type, int index) {
        return switch (type) {
            case BOOLEAN -> (row, _) -> JSON.booleanNode(row.getBoolean(index));
            case INT, LONG ->
                (row, _) -> {
                    long number = row.getLong(index);
                    return row.wasNull() ? JSON.nullNode() : JSON.numberNode(number);
                };
            // As an object, which asks SQLite for its type once.
            case DOUBLE, CURRENCY, PERCENT ->
                (row, _) ->
                        row.getObject(index) instanceof Number number ? decimal(number.doubleValue()) : JSON.nullNode();
            case DATETIME -> (row, _) -> dateTime(row.getString(index));
            default -> (row, _) -> text(row.getString(index));
        };
    }

    /** An address or a location: an object of its parts, or null where all are empty. */
    static Cell compound(Entity.Table table, Field field, Projection projection) {
        Map<String, Cell> parts = new TreeMap<>();
        for (Field part : table.object().fields()) {
            if (field.name().equals(part.compoundFieldName()) && !part.isCompound()) {
                parts.put(partName(field, part), value(part.type(), projection.add(table.column(part.name()))));
            }
        }
        return (row, reading) -> {
            ObjectNode whole = JSON.objectNode();
            boolean empty = true;
            for (Map.Entry<String, Cell> part : parts.entrySet()) {
                JsonNode value = part.getValue().read(row, reading);
                empty &= value.isNull();
                whole.set(part.getKey(), value);
            }
            return empty ? JSON.nullNode() : whole;
        };
    }

    /** A picklist value's label; of a multi-select, each choice's. */
    static Cell label(Field field, int index) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (PicklistValue value : field.picklistValues()) {
            labels.put(value.value(), value.label());
        }
        return (row, _) -> {
            String value = row.getString(index);
            return text(value == null ? null : label(field, labels, value));
        };
    }

    private static String label(Field field, Map<String, String> labels, String value) {
        return field.type() == FieldType.MULTIPICKLIST
                ? Stream.of(value.split(";", -1))
                        .map(each -> labels.getOrDefault(each, each))
                        .collect(joining(";"))
                : labels.getOrDefault(value, value);
    }

    /** {@code BillingPostalCode} is {@code postalCode} of {@code BillingAddress}. */
    private static String partName(Field whole, Field part) {
        String stem = whole.name().endsWith("Address")
                ? whole.name().substring(0, whole.name().length() - "Address".length())
                : whole.name().replaceFirst("__c$", "__");
        String name = part.name().startsWith(stem) ? part.name().substring(stem.length()) : part.name();
        String bare = name.replaceFirst("__s$", "");
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    /** Never with an exponent, always with a point: {@code 300.0}. */
    private static JsonNode decimal(double number) {
        double tenths = number * 10;
        if (tenths == Math.rint(tenths) && Math.abs(tenths) < EXACT && tenths / 10 == number) {
            return DecimalNode.valueOf(BigDecimal.valueOf((long) tenths, 1));
        }
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return DecimalNode.valueOf(exact.scale() < 1 ? exact.setScale(1) : exact);
    }

    private static JsonNode dateTime(@Nullable String stored) {
        if (stored == null) {
            return JSON.nullNode();
        }
        return JSON.textNode(stored.endsWith("Z") ? stored.substring(0, stored.length() - 1) + "+0000" : stored);
    }

    private static JsonNode text(@Nullable String stored) {
        return stored == null ? JSON.nullNode() : JSON.textNode(stored);
    }
}
