package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.StatePane;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The fields that pass the filter, a row each. What is selected goes into the page. */
final class FieldTable extends StackPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<FieldRow> table = Columns.table("Fields");

    FieldTable(ObjectPage page) {
        table.setId("fields");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setTableMenuButtonVisible(true);
        table.setPlaceholder(StatePane.noMatch("field", () -> {
            page.filterProperty().set("");
            page.traits().clear();
        }));
        table.getColumns().add(Columns.text("API name", 206, FieldRow::name, "code-column"));
        table.getColumns().add(Columns.text("Label", 126, FieldRow::label));
        table.getColumns().add(Columns.text("Type", 80, row -> row.field().type(), "muted-column"));
        table.getColumns().add(Columns.sized("Length", 66, FieldRow::length, FieldRow::size, "align-right"));
        table.getColumns().add(marks());
        table.getColumns().add(Columns.text("Details", 132, FieldRow::details, "muted-column"));
        table.getColumns().add(Columns.text("Access", 108, FieldRow::access, "muted-column"));
        // Few fields have one: the menu of columns shows it, and so does the detail of a field.
        TableColumn<FieldRow, String> help = Columns.text("Help text", 260, FieldRow::helpText, "muted-column");
        help.setVisible(false);
        table.getColumns().add(help);
        SortedList<FieldRow> sorted = new SortedList<>(page.fields());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<FieldRow>)
                change -> page.selected()
                        .setAll(table.getSelectionModel().getSelectedItems().stream()
                                .filter(Objects::nonNull)
                                .toList()));
        table.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, CopyAs.NAMES.text(page.meant())));
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE
                    && !table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().clearSelection();
                key.consume();
            }
        });
        page.wantedFieldProperty().addListener((property, before, now) -> showWanted(now));
        page.stateProperty().addListener((property, before, now) -> {
            if (now instanceof ObjectPage.State.Ready) {
                showWanted(page.wantedFieldProperty().get());
            }
        });
        // The detail of what was just selected takes its room from the table.
        table.heightProperty().addListener((property, before, now) -> {
            if (now.doubleValue() < before.doubleValue()) {
                Platform.runLater(this::keepInSight);
            }
        });
        getChildren().add(table);
        showWanted(page.wantedFieldProperty().get());
    }

    private void keepInSight() {
        int selected = table.getSelectionModel().getSelectedIndex();
        if (selected >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(selected);
        }
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void showWanted(@Nullable String name) {
        if (name == null) {
            return;
        }
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).name().equalsIgnoreCase(name)) {
                table.getSelectionModel().clearAndSelect(i);
                table.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    private static TableColumn<FieldRow, FieldRow> marks() {
        TableColumn<FieldRow, FieldRow> column = new TableColumn<>("Marks");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new MarkCell());
        column.setSortable(false);
        column.setPrefWidth(146);
        return column;
    }

    private static final class MarkCell extends TableCell<FieldRow, FieldRow> {
        private final HBox marks = new HBox(4);

        MarkCell() {
            marks.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable FieldRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            marks.getChildren().setAll(row.marks().stream().map(MarkCell::badge).toList());
            setGraphic(marks);
        }

        private static Badge badge(FieldRow.Mark mark) {
            return new Badge(
                    mark.words(),
                    switch (mark) {
                        case CUSTOM, FORMULA -> Badge.Tone.ACCENT;
                        case REQUIRED, EXTERNAL_ID, UNIQUE -> Badge.Tone.NEUTRAL;
                    });
        }
    }
}
