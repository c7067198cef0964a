package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer as the golden files write it: {@code value, value; value, value}. A parent is {@code (in parentheses)},
 * children are {@code [in brackets]}, ids are short. With names it is {@code field=value}.
 */
record GoldenAnswer(boolean named) {
    String of(QueryPage page) {
        return rows(page.records());
    }

    private String rows(JsonNode records) {
        List<String> rows = new ArrayList<>();
        records.forEach(record -> rows.add(values(record)));
        return String.join("; ", rows);
    }

    String values(JsonNode record) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            if (!field.getKey().equals("attributes")) {
                values.add((named ? field.getKey() + "=" : "") + value(field.getValue()));
            }
        }
        return String.join(", ", values);
    }

    private String value(JsonNode value) {
        if (value.has("records")) {
            return "[" + rows(value.get("records")) + "]";
        }
        return value.isObject() ? "(" + values(value) + ")" : GoldenOrg.code(value.asText());
    }
}
