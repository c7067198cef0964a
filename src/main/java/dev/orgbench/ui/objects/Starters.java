package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.ui.kit.JsonText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What other screens are opened with. */
final class Starters {
    private static final int ROWS = 200;

    private Starters() {}

    /** A query of {@code fields} that runs as it is. Contents of files come one record at a time only. */
    static String query(ObjectDescribe object, List<FieldRow> fields) {
        boolean contents = fields.stream().anyMatch(row -> row.field().type().equals("base64"));
        String list = fields.stream().map(FieldRow::name).collect(Collectors.joining(", "));
        return "SELECT " + (list.isEmpty() ? "Id" : list) + "\nFROM " + object.name() + "\nLIMIT "
                + (contents ? 1 : ROWS);
    }

    static ObjectNode describeArguments(String object) {
        return JsonText.NODES.objectNode().put("id", object);
    }

    /** Arguments of a create with all that a new record must have, to be filled in. */
    static ObjectNode newRecord(ObjectDescribe object) {
        ObjectNode arguments = JsonText.NODES.objectNode().put("object_name", object.name());
        ObjectNode fields = arguments.putObject("fields");
        object.fields().stream().filter(FieldDescribe::isRequired).forEach(field -> fill(fields, field));
        return arguments;
    }

    private static void fill(ObjectNode fields, FieldDescribe field) {
        switch (field.type()) {
            case "picklist", "multipicklist", "combobox" -> fields.put(field.name(), firstValue(field));
            case "boolean" -> fields.put(field.name(), false);
            case "int", "long", "double", "currency", "percent" -> fields.put(field.name(), 0);
            case "date" ->
                fields.put(field.name(), LocalDate.now(ZoneId.systemDefault()).toString());
            case "datetime" -> fields.put(field.name(), LocalDate.now(ZoneId.systemDefault()) + "T09:00:00Z");
            default -> fields.put(field.name(), "");
        }
    }

    private static String firstValue(FieldDescribe field) {
        return StreamSupport.stream(field.json().path("picklistValues").spliterator(), false)
                .filter(value -> value.path("defaultValue").asBoolean()
                        && value.path("active").asBoolean(true))
                .map(value -> value.path("value").asText())
                .findFirst()
                .or(() -> field.picklistValues().stream().findFirst())
                .orElse("");
    }
}
