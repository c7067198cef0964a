package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a table. Parent records are spread into columns of their own ({@code Owner.Name}); what Salesforce says
 * about a record ({@code attributes}) is left out.
 *
 * @param name the member that held the rows, as {@code records}
 * @param rows each as long as {@code columns}; null where a record lacks the member
 */
public record Records(String name, List<Column> columns, List<List<@Nullable JsonNode>> rows) {
    private static final String ABOUT_A_RECORD = "attributes";
    private static final int FIRST_ROWS = 50;

    /**
     * A column.
     *
     * @param numeric whether every value in it is a number, so that it aligns right
     * @param longest the length of the longest text in its head and its first rows
     */
    public record Column(String name, boolean numeric, int longest) {}

    /** The longest list of objects in {@code answer}, if there is one. */
    public static Optional<Records> in(JsonNode answer) {
        Map.@Nullable Entry<String, JsonNode> longest = null;
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            JsonNode value = member.getValue();
            boolean holdsRecords =
                    value.isArray() && !value.isEmpty() && value.get(0).isObject();
            if (holdsRecords
                    && (longest == null || value.size() > longest.getValue().size())) {
                longest = member;
            }
        }
        return Optional.ofNullable(longest).map(found -> of(found.getKey(), found.getValue()));
    }

    private static Records of(String name, JsonNode list) {
        List<Map<String, JsonNode>> spread = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (JsonNode item : list) {
            Map<String, JsonNode> cells = new LinkedHashMap<>();
            spread("", item, cells);
            spread.add(cells);
            cells.keySet().forEach(column -> places.putIfAbsent(column, places.size()));
        }
        // A parent that is null in one record and there in another has its columns already.
        places.keySet().removeIf(column -> places.keySet().stream().anyMatch(other -> other.startsWith(column + ".")));
        Map<String, Boolean> numeric = new HashMap<>();
        List<List<@Nullable JsonNode>> rows = new ArrayList<>();
        for (Map<String, JsonNode> cells : spread) {
            List<@Nullable JsonNode> row = new ArrayList<>();
            for (String column : places.keySet()) {
                JsonNode value = cells.get(column);
                row.add(value);
                if (value != null && !value.isNull()) {
                    numeric.merge(column, value.isNumber(), Boolean::logicalAnd);
                }
            }
            rows.add(row);
        }
        List<Column> columns = new ArrayList<>();
        for (String column : places.keySet()) {
            columns.add(new Column(column, numeric.getOrDefault(column, false), longest(column, columns.size(), rows)));
        }
        return new Records(name, columns, rows);
    }

    private static int longest(String column, int place, List<List<@Nullable JsonNode>> rows) {
        int longest = column.length();
        for (List<@Nullable JsonNode> row : rows.subList(0, Math.min(FIRST_ROWS, rows.size()))) {
            longest = Math.max(longest, cell(row.get(place)).length());
        }
        return longest;
    }

    private static void spread(String prefix, JsonNode object, Map<String, JsonNode> cells) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (member.getKey().equals(ABOUT_A_RECORD) && value.isObject()) {
                continue;
            }
            if (value.isObject() && !value.has("totalSize") && !value.isEmpty()) {
                spread(name + ".", value, cells);
            } else {
                cells.put(name, value);
            }
        }
    }

    /** How many there are, in words: {@code 3 records}. */
    public String count() {
        String noun = rows.size() == 1 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return String.format(Locale.ROOT, "%,d %s", rows.size(), noun);
    }

    /** A value as it stands in a cell; numbers are grouped and keep their digits, without a lone {@code .0}. */
    public static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return grouped(value.decimalValue());
        }
        if (value.isArray()) {
            return listed(value);
        }
        if (value.isObject()) {
            return value.has("totalSize") ? value.path("totalSize").asText() + " records" : JsonText.compact(value);
        }
        return value.asText();
    }

    private static String listed(JsonNode list) {
        boolean plain = !list.isEmpty();
        for (JsonNode item : list) {
            plain &= item.isValueNode();
        }
        if (!plain || list.size() > 6) {
            return list.size() + (list.size() == 1 ? " item" : " items");
        }
        StringBuilder text = new StringBuilder();
        list.forEach(item -> text.append(text.isEmpty() ? "" : ", ").append(item.asText()));
        return text.toString();
    }

    private static String grouped(BigDecimal exact) {
        // Salesforce writes every number of a record that is whole as 43450.0.
        boolean whole = exact.scale() == 1 && exact.remainder(BigDecimal.ONE).signum() == 0;
        BigDecimal number = whole ? exact.setScale(0) : exact;
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
