package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The columns of a query job's result: {@code Name}, {@code Account.Name}. */
final class QueryColumns {
    private static final String UTC_IN_JSON = "+0000";

    private final List<Column> columns;

    private QueryColumns(List<Column> columns) {
        this.columns = columns;
    }

    private record Column(List<String> path, String type) {}

    /**
     * @param metadata what {@code columns=true} answers
     * @throws ApiError for columns that CSV can not hold
     */
    static QueryColumns of(JsonNode metadata) throws ApiError {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : metadata.path("columnMetadata")) {
            add(column, List.of(), columns);
        }
        return new QueryColumns(columns);
    }

    private static void add(JsonNode column, List<String> parents, List<Column> columns) throws ApiError {
        List<String> path = new ArrayList<>(parents);
        path.add(column.path("columnName").asText());
        String type = column.path("apexType").asText("");
        if (type.equals("Address") || type.equals("Location")) {
            throw Refusals.invalidQuery(Wording.COMPOUND);
        }
        if (column.path("aggregate").asBoolean()) {
            columns.add(new Column(functionPath(column), type));
        } else if (column.path("joinColumns").isEmpty()) {
            columns.add(new Column(path, type));
        } else {
            for (JsonNode inner : column.path("joinColumns")) {
                add(inner, path, columns);
            }
        }
    }

    /** A function's value stands under its alias, or where its field would. */
    private static List<String> functionPath(JsonNode column) {
        String name = column.path("columnName").asText();
        String display = column.path("displayName").asText();
        boolean unnamed = name.matches("expr\\d+") && display.endsWith(")");
        return unnamed
                ? List.of(display.substring(display.indexOf('(') + 1, display.length() - 1)
                        .split("\\."))
                : List.of(name);
    }

    List<String> header() {
        return columns.stream().map(column -> String.join(".", column.path())).toList();
    }

    List<String> values(JsonNode record) {
        List<String> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            JsonNode value = record;
            for (String name : column.path()) {
                value = child(value, name);
            }
            values.add(text(value, column.type()));
        }
        return values;
    }

    private static JsonNode child(JsonNode record, String name) {
        JsonNode exact = record.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        Iterator<Map.Entry<String, JsonNode>> all = record.properties().iterator();
        while (all.hasNext()) {
            Map.Entry<String, JsonNode> entry = all.next();
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return exact;
    }

    private static String text(JsonNode value, String type) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        String text = value.asText();
        return type.equals("Datetime") && text.endsWith(UTC_IN_JSON)
                ? text.substring(0, text.length() - UTC_IN_JSON.length()) + "Z"
                : text;
    }
}
