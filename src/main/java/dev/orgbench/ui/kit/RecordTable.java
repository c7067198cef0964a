package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows {@link Records}: sortable, columns by drag, rows copied as tab-separated text. */
public final class RecordTable extends StackPane {
    private static final int ROW = 26;
    private static final int WIDEST = 360;
    private static final int NARROWEST = 72;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final Comparator<JsonNode> NUMBERS = Comparator.comparing(JsonNode::decimalValue);
    private static final Comparator<JsonNode> TEXTS =
            Comparator.comparing(Records::cell, String.CASE_INSENSITIVE_ORDER);

    private final TableView<List<@Nullable JsonNode>> table = new TableView<>();
    private List<Records.Column> columns = List.of();

    public RecordTable() {
        TableRows.of(table, ROW);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText("Records");
        MenuItem copy = new MenuItem("Copy rows");
        copy.setAccelerator(COPY);
        copy.setOnAction(press -> copyRows());
        table.setContextMenu(new ContextMenu(copy));
        table.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                copyRows();
                key.consume();
            }
        });
        getChildren().add(table);
    }

    /** Replaces what is shown. Columns that stay keep their place, width and sorting: the next page looks like the last. */
    public void show(Records records) {
        List<Records.Column> wanted = records.columns();
        if (!same(columns, wanted)) {
            columns = wanted;
            table.getColumns()
                    .setAll(IntStream.range(0, wanted.size())
                            .mapToObj(place -> column(wanted.get(place), place))
                            .toList());
        }
        table.setItems(FXCollections.observableArrayList(records.rows()));
        table.sort();
    }

    private static boolean same(List<Records.Column> shown, List<Records.Column> wanted) {
        return shown.size() == wanted.size()
                && IntStream.range(0, shown.size())
                        .allMatch(i -> shown.get(i).name().equals(wanted.get(i).name())
                                && shown.get(i).numeric() == wanted.get(i).numeric());
    }

    private TableColumn<List<@Nullable JsonNode>, @Nullable JsonNode> column(Records.Column column, int place) {
        TableColumn<List<@Nullable JsonNode>, @Nullable JsonNode> shown = new TableColumn<>(column.name());
        shown.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(present(row.getValue().get(place))));
        shown.setCellFactory(made -> new ValueCell());
        double width = Math.clamp(column.longest() * 7.6 + 32, NARROWEST, WIDEST);
        shown.setPrefWidth(width * TableRows.factor(table, ROW));
        shown.setComparator(Comparator.nullsFirst(column.numeric() ? NUMBERS : TEXTS));
        if (column.numeric()) {
            shown.getStyleClass().add("align-right");
        }
        return shown;
    }

    /** JSON's null and a missing member are both an empty cell, and sort alike. */
    private static @Nullable JsonNode present(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }

    private static final class ValueCell extends TableCell<List<@Nullable JsonNode>, @Nullable JsonNode> {
        @Override
        protected void updateItem(@Nullable JsonNode value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : Excerpt.line(Records.cell(value)));
        }
    }

    private void copyRows() {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable JsonNode> row : table.getSelectionModel().getSelectedItems()) {
            StringBuilder line = new StringBuilder();
            for (JsonNode value : row) {
                line.append(line.isEmpty() ? "" : "\t")
                        .append(Records.cell(value).replaceAll("[\\t\\n\\r]", " "));
            }
            text.append(line).append('\n');
        }
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.toString()));
    }
}
