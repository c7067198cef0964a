package dev.orgbench.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;

/** Names and values, a pair a row; selected rows are copied with a tab between. */
public final class PropertyTable extends StackPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<Property> table = new TableView<>();

    /**
     * A row.
     *
     * @param value in words; may be empty
     */
    public record Property(String name, String value) {}

    /** @param what is shown, for screen readers */
    public PropertyTable(String what) {
        TableRows.of(table, 26);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setAccessibleText(what);
        table.setPlaceholder(new Label());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableColumn<Property, String> name = new TableColumn<>("Property");
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setPrefWidth(240);
        name.getStyleClass().add("code-column");
        TableColumn<Property, String> value = new TableColumn<>("Value");
        value.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().value()));
        value.setPrefWidth(480);
        table.getColumns().add(name);
        table.getColumns().add(value);
        MenuItem copy = new MenuItem("Copy rows");
        copy.setOnAction(press -> copy());
        table.setContextMenu(new ContextMenu(copy));
        table.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                copy();
                key.consume();
            }
        });
        getChildren().add(table);
    }

    /** Replaces what is shown. */
    public void show(List<Property> properties) {
        table.setItems(FXCollections.observableArrayList(properties));
    }

    private void copy() {
        String text = table.getSelectionModel().getSelectedItems().stream()
                .map(property -> property.name() + "\t" + property.value())
                .collect(Collectors.joining("\n"));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
