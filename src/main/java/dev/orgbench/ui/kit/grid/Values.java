package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Values in records: where they are, how they read, which comes first. */
final class Values {
    private static final String ABOUT_A_RECORD = "attributes";

    /** Null first, as Salesforce sorts; numbers by size, all else as text without regard to case. */
    static final Comparator<JsonNode> ORDER = (one, other) -> {
        int rank = Integer.compare(rank(one), rank(other));
        if (rank != 0) {
            return rank;
        }
        return switch (rank(one)) {
            case 1 -> one.decimalValue().compareTo(other.decimalValue());
            case 2 -> Boolean.compare(one.booleanValue(), other.booleanValue());
            case 3 -> String.CASE_INSENSITIVE_ORDER.compare(text(one), text(other));
            case 4 -> Integer.compare(childCount(one), childCount(other));
            default -> 0;
        };
    };

    /** Beyond it a number is written with its exponent: {@code 1E+1000000} has a million zeros. */
    private static final int MOST_DIGITS = 400;

    private Values() {}

    /** The value that {@code path} leads to; missing where the record has none, null where a parent is null. */
    static JsonNode at(JsonNode record, List<String> path) {
        JsonNode value = record;
        for (String name : path) {
            if (value.isNull()) {
                return value;
            }
            value = member(value, name);
        }
        return value;
    }

    private static JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** As it stands in a cell, a copy, a CSV file. Numbers have the digits that came, without a lone {@code .0}. */
    static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                return number.toString();
            }
            String digits = number.toPlainString();
            return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        if (LongTexts.isCut(value)) {
            return LongTexts.beginning(value);
        }
        if (isChildren(value)) {
            return Integer.toString(childCount(value));
        }
        return value.isObject() ? compound(value) : JsonText.compact(value);
    }

    /** As it stands in a file: of children all there is. */
    static String fileText(JsonNode value) {
        return value.isContainerNode() ? JsonText.compact(withoutAttributes(value)) : text(value);
    }

    /** An answer of a sub-query. */
    static boolean isChildren(JsonNode value) {
        return value.isObject() && value.path("records").isArray();
    }

    /** How many children the org has, which may be more than came along. */
    static int childCount(JsonNode children) {
        return children.path("totalSize").asInt(children.path("records").size());
    }

    /** A record without what Salesforce says about it, on all levels. */
    static JsonNode withoutAttributes(JsonNode value) {
        if (value.isArray()) {
            var list = RowStore.JSON.createArrayNode();
            value.forEach(item -> list.add(withoutAttributes(item)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        if (isChildren(value)) {
            return withoutAttributes(value.path("records"));
        }
        var object = RowStore.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!isAbout(member)) {
                object.set(member.getKey(), withoutAttributes(member.getValue()));
            }
        }
        return object;
    }

    static boolean isAbout(Map.Entry<String, JsonNode> member) {
        return member.getKey().equals(ABOUT_A_RECORD) && member.getValue().isObject();
    }

    /** The object that a record is of; null where it is none, as a row of an aggregate. */
    static @Nullable String objectOf(JsonNode record) {
        JsonNode attributes = record.path(ABOUT_A_RECORD);
        return attributes.has("url") ? attributes.path("type").asText(null) : null;
    }

    /** A record's id, from the field or from its address; null where it has none. */
    static @Nullable String idOf(JsonNode record) {
        JsonNode id = member(record, "Id");
        if (id.isTextual()) {
            return id.asText();
        }
        String url = record.path(ABOUT_A_RECORD).path("url").asText("");
        int slash = url.lastIndexOf('/');
        return slash < 0 ? null : url.substring(slash + 1);
    }

    private static String compound(JsonNode value) {
        StringJoiner parts = new StringJoiner(", ");
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                parts.add(text(member.getValue()));
            }
        }
        return parts.length() == 0 ? JsonText.compact(withoutAttributes(value)) : parts.toString();
    }

    private static int rank(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (value.isNumber()) {
            return 1;
        }
        if (value.isBoolean()) {
            return 2;
        }
        return isChildren(value) ? 4 : 3;
    }
}
