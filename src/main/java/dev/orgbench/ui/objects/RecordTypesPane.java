package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.stream.StreamSupport;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** An object's record types, as the signed-in user has them. */
final class RecordTypesPane extends StackPane {
    private final TableView<JsonNode> table = Columns.table("Record types");

    RecordTypesPane() {
        table.setId("record-types");
        table.getColumns()
                .add(Columns.text("Name", 180, type -> type.path("name").asText()));
        table.getColumns()
                .add(Columns.text(
                        "Developer name",
                        180,
                        type -> type.path("developerName").asText(),
                        "code-column"));
        table.getColumns()
                .add(Columns.text("Id", 170, type -> type.path("recordTypeId").asText(), "code-column"));
        table.getColumns().add(Columns.text("Active", 72, type -> yes(type, "active"), "muted-column"));
        table.getColumns().add(Columns.text("Available to you", 120, type -> yes(type, "available"), "muted-column"));
        table.getColumns()
                .add(Columns.text("Default", 80, type -> yes(type, "defaultRecordTypeMapping"), "muted-column"));
        getChildren().add(table);
    }

    void show(JsonNode describe) {
        List<JsonNode> types = types(describe);
        table.getItems().setAll(types);
        if (types.isEmpty()) {
            getChildren()
                    .setAll(StatePane.empty(
                            Feather.LAYERS, "No record types", "All records of this object are of one type."));
        } else {
            getChildren().setAll(table);
        }
    }

    /** Without the one that every object has and nobody made. */
    static List<JsonNode> types(JsonNode describe) {
        return StreamSupport.stream(describe.path("recordTypeInfos").spliterator(), false)
                .filter(type -> !type.path("master").asBoolean())
                .toList();
    }

    private static String yes(JsonNode type, String attribute) {
        return type.path(attribute).asBoolean() ? "yes" : "no";
    }
}
