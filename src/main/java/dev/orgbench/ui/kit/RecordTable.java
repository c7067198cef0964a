package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
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
import org.jspecify.annotations.Nullable;

/** Shows {@link Records}: sortable, columns by drag, rows copied as tab-separated text. */
public final class RecordTable extends StackPane {
    private static final int WIDEST = 360;
    private static final int NARROWEST = 72;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<List<@Nullable JsonNode>> table = new TableView<>();

    public RecordTable() {
        table.setFixedCellSize(26);
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

    /** Replaces what is shown. */
    public void show(Records records) {
        table.getColumns().clear();
        for (int i = 0; i < records.columns().size(); i++) {
            table.getColumns().add(column(records, i));
        }
        table.setItems(FXCollections.observableArrayList(records.rows()));
    }

    private static TableColumn<List<@Nullable JsonNode>, String> column(Records records, int place) {
        Records.Column column = records.columns().get(place);
        TableColumn<List<@Nullable JsonNode>, String> shown = new TableColumn<>(column.name());
        shown.setCellValueFactory(row -> new ReadOnlyStringWrapper(Records.cell(row.getValue().get(place))));
        shown.setPrefWidth(width(records, place));
        if (column.numeric()) {
            shown.getStyleClass().add("align-right");
            shown.setComparator(Comparator.comparing(RecordTable::number, Comparator.nullsFirst(Comparator.naturalOrder())));
        }
        return shown;
    }

    private static @Nullable BigDecimal number(String cell) {
        return cell.isEmpty() ? null : new BigDecimal(cell.replace(",", ""));
    }

    private static double width(Records records, int place) {
        int longest = records.columns().get(place).name().length();
        for (List<@Nullable JsonNode> row : records.rows().subList(0, Math.min(50, records.rows().size()))) {
            longest = Math.max(longest, Records.cell(row.get(place)).length());
        }
        return Math.clamp(longest * 7.2 + 32, NARROWEST, WIDEST);
    }

    private void copyRows() {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable JsonNode> row : table.getSelectionModel().getSelectedItems()) {
            StringBuilder line = new StringBuilder();
            for (JsonNode value : row) {
                line.append(line.isEmpty() ? "" : "\t").append(Records.cell(value).replaceAll("[\\t\\n\\r]", " "));
            }
            text.append(line).append('\n');
        }
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.toString()));
    }
}
