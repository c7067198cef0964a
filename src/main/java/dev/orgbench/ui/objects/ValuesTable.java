package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The values of one picklist, those that are retired too. */
final class ValuesTable extends StackPane {
    private final TableView<Value> table = Columns.table("Picklist values");

    /** @param validFor the values of the controlling field that it goes with; empty if it depends on none */
    private record Value(String name, String label, boolean active, boolean byDefault, String validFor) {}

    ValuesTable() {
        table.getStyleClass().add("values-table");
        table.getColumns().add(Columns.text("Value", 180, Value::name, "code-column"));
        table.getColumns().add(Columns.text("Label", 180, Value::label));
        table.getColumns().add(Columns.text("Active", 72, value -> value.active() ? "yes" : "no", "muted-column"));
        table.getColumns().add(Columns.text("Default", 92, value -> value.byDefault() ? "● default" : ""));
        table.getColumns().add(Columns.text("Goes with", 240, Value::validFor, "muted-column"));
        getChildren().add(table);
    }

    /** @param controlling the field that this one depends on; null if it depends on none */
    void show(FieldRow field, @Nullable FieldRow controlling) {
        List<JsonNode> above = controlling == null ? List.of() : controlling.values();
        table.getColumns().getLast().setVisible(controlling != null);
        table.setItems(FXCollections.observableArrayList(field.values().stream()
                .map(value -> new Value(
                        value.path("value").asText(),
                        value.path("label").asText(value.path("value").asText()),
                        value.path("active").asBoolean(true),
                        value.path("defaultValue").asBoolean(),
                        controlling == null ? "" : validFor(value, above, controlling)))
                .toList()));
    }

    /**
     * The controlling values, of which describe has one bit each, the highest of the first byte being the first (SOAP API,
     * DescribeSObjectResult, validFor).
     */
    static String validFor(JsonNode value, List<JsonNode> above, FieldRow controlling) {
        byte[] bits;
        try {
            bits = Base64.getDecoder().decode(value.path("validFor").asText(""));
        } catch (IllegalArgumentException unreadable) {
            return "?";
        }
        if (controlling.field().type().equals("boolean")) {
            return String.join(
                    ", ",
                    IntStream.range(0, 2)
                            .filter(place -> isSet(bits, place))
                            .mapToObj(place -> place == 0 ? "unchecked" : "checked")
                            .toList());
        }
        return String.join(
                ", ",
                IntStream.range(0, above.size())
                        .filter(place -> isSet(bits, place))
                        .mapToObj(place -> above.get(place).path("label").asText())
                        .toList());
    }

    private static boolean isSet(byte[] bits, int place) {
        return place / 8 < bits.length && (bits[place / 8] & (0x80 >> (place % 8))) != 0;
    }
}
