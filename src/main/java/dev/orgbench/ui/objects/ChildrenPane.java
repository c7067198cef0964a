package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.StatePane;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The objects whose fields point to this one. A double click or Enter goes there. */
final class ChildrenPane extends VBox {
    private final ObservableList<Child> all = FXCollections.observableArrayList();
    private final TableView<Child> table = Columns.table("Child relationships");
    private final TextField filter = new TextField();

    private record Child(String object, String field, String relationship, String onDelete) {
        static Child of(JsonNode json) {
            return new Child(
                    json.path("childSObject").asText(),
                    json.path("field").asText(),
                    json.path("relationshipName").asText(""),
                    json.path("cascadeDelete").asBoolean()
                            ? "deleted too"
                            : json.path("restrictedDelete").asBoolean() ? "prevents it" : "");
        }

        boolean matches(String wanted) {
            return (object + " " + field + " " + relationship)
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }
    }

    ChildrenPane(Consumer<String> walk) {
        filter.setPromptText("Filter children");
        filter.setAccessibleText("Filter children");
        filter.setPrefWidth(220);
        Label hint = new Label("Enter or a double click opens the child object");
        hint.getStyleClass().add("muted");
        HBox bar = new HBox(12, filter, hint);
        bar.getStyleClass().add("objects-bar");
        FilteredList<Child> shown = new FilteredList<>(all);
        filter.textProperty().addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(child -> wanted.isEmpty() || child.matches(wanted));
        });
        SortedList<Child> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("children");
        table.setPlaceholder(StatePane.empty(
                Feather.GIT_BRANCH, "No children", "No field of another object points here, or none that matches."));
        table.getColumns().add(Columns.text("Child object", 220, Child::object, "code-column"));
        table.getColumns().add(Columns.text("By its field", 200, Child::field, "code-column"));
        table.getColumns().add(Columns.text("Relationship in SOQL", 220, Child::relationship, "code-column"));
        table.getColumns().add(Columns.text("When the parent is deleted", 190, Child::onDelete, "muted-column"));
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                walk(walk);
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                walk(walk);
                key.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    void show(JsonNode describe) {
        filter.clear();
        all.setAll(StreamSupport.stream(describe.path("childRelationships").spliterator(), false)
                .map(Child::of)
                .toList());
    }

    private void walk(Consumer<String> walk) {
        Child chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            walk.accept(chosen.object());
        }
    }
}
