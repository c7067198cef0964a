package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One thing to be sent to the org about one record. */
public sealed interface RecordChange {
    /** Its row in the table. */
    int row();

    /** The object's API name. */
    String object();

    String id();

    /** What a person knows the record by. */
    String name();

    /** New values for some fields. */
    record Update(int row, String object, String id, String name, List<Field> fields) implements RecordChange {
        public Update {
            fields = List.copyOf(fields);
        }

        /** What goes into the request. */
        public ObjectNode body() {
            ObjectNode body = RowStore.JSON.createObjectNode();
            fields.forEach(field -> body.set(field.name(), field.now()));
            return body;
        }
    }

    /** The end of it. */
    record Delete(int row, String object, String id, String name) implements RecordChange {}

    /** A field's value before and after. */
    record Field(String name, JsonNode old, JsonNode now) {}

    /** The record's own name where it came along, else its id. */
    static String name(JsonNode record, String id) {
        for (String field : List.of("Name", "Subject", "CaseNumber", "Title", "DeveloperName")) {
            JsonNode value = record.path(field);
            if (value.isTextual() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return id;
    }
}
