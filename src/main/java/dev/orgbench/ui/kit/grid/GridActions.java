package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.TablePosition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** What can be done with rows and cells, from the keyboard, the menu or the bar below. */
final class GridActions {
    private final GridModel model;
    private final Desk desk;
    private final @Nullable RecordWriter writer;
    private final Consumer<String> openRecord;
    private final ResultGrid grid;
    private final Export export;

    GridActions(
            GridModel model, Desk desk, @Nullable RecordWriter writer, Consumer<String> openRecord, ResultGrid grid) {
        this.model = model;
        this.desk = desk;
        this.writer = writer;
        this.openRecord = openRecord;
        this.grid = grid;
        this.export = new Export(desk.background(), desk.feed());
        model.stateProperty().addListener((property, before, now) -> {
            if (now instanceof GridModel.State.Loading) {
                export.forget();
            }
        });
        export.stateProperty().addListener((property, before, now) -> {
            if (now instanceof Export.State.Written written) {
                desk.toasts()
                        .say(String.format(
                                Locale.ROOT,
                                "%,d rows written to %s",
                                written.rows(),
                                written.file().getFileName()));
            }
        });
    }

    boolean mayWrite() {
        return writer != null;
    }

    Export export() {
        return export;
    }

    void export(ExportFormat format, String name) {
        desk.files()
                .save(
                        "Export all rows",
                        name + "." + format.ending(),
                        file -> export.start(format, file, grid.shownColumns(), model.allRows()));
    }

    void copyRows(CopyFormat format) {
        List<Line> chosen = List.copyOf(grid.table().getSelectionModel().getSelectedItems());
        copy(chosen, format, grid.shownColumns());
    }

    /** The values of the focused column in the rows that are shown, or in those that are selected if several are. */
    void copyColumn(CopyFormat format) {
        GridColumn column = grid.focusedColumn();
        List<Line> chosen = grid.table().getSelectionModel().getSelectedItems();
        if (column != null) {
            copy(List.copyOf(chosen.size() > 1 ? chosen : model.lines()), format, List.of(column));
        }
    }

    void copyCell() {
        JsonNode value = focusedValue();
        if (value != null) {
            put(Values.fileText(model.store().whole(value)));
            desk.toasts().say("The cell is copied");
        }
    }

    /** All of a value, however long. */
    void viewCell() {
        JsonNode value = focusedValue();
        GridColumn column = grid.focusedColumn();
        if (value != null && column != null) {
            view(column.title(), value);
        }
    }

    void view(String title, JsonNode value) {
        ValueSheet.open(desk, title, () -> model.store().whole(value));
    }

    void say(String words) {
        desk.toasts().say(words);
    }

    void open(String id) {
        openRecord.accept(id);
    }

    /** Shows what would be sent; nothing goes before the person says so there. */
    void review() {
        RecordWriter to = writer;
        List<RecordChange> changes = model.changes();
        if (to != null && !changes.isEmpty()) {
            ReviewSheet.open(desk, new Sending(changes, to, desk.background(), model::carriedOut), false);
        }
    }

    void discard() {
        model.edits().clear();
        grid.table().refresh();
    }

    void deleteRows() {
        RecordWriter to = writer;
        List<RecordChange> changes = new ArrayList<>();
        grid.table().getSelectionModel().getSelectedItems().stream()
                .filter(Line.Row.class::isInstance)
                .map(Line::row)
                .distinct()
                .forEach(row -> {
                    ObjectNode record = model.store().get(row);
                    String object = Values.objectOf(record);
                    String id = Values.idOf(record);
                    if (object != null && id != null) {
                        changes.add(new RecordChange.Delete(row, object, id, RecordChange.name(record, id)));
                    }
                });
        if (to == null) {
            return;
        }
        if (changes.isEmpty()) {
            desk.toasts().say("Select rows of records to delete; these have no Id.");
            return;
        }
        ReviewSheet.open(desk, new Sending(changes, to, desk.background(), model::carriedOut), true);
    }

    /** Takes what was typed into a cell; says why not. */
    @Nullable
    String edit(Line line, GridColumn column, String typed) {
        if (!(line instanceof Line.Row record)) {
            return null;
        }
        return switch (CellInput.read(typed, column)) {
            case CellInput.Refused(String why) -> why;
            case CellInput.Value(JsonNode value) -> {
                JsonNode old = Values.at(model.store().get(record.row()), column.path());
                model.edits().put(record.row(), column, old, value);
                yield null;
            }
        };
    }

    /** Changes a text that a cell has no room for. */
    void editText(Line line, GridColumn column, String text) {
        TextSheet.open(desk, column, text, typed -> {
            String why = edit(line, column, typed);
            grid.table().refresh();
            return why;
        });
    }

    private @Nullable JsonNode focusedValue() {
        TablePosition<?, ?> cell = grid.table().getFocusModel().getFocusedCell();
        GridColumn column = grid.focusedColumn();
        if (cell.getRow() < 0 || cell.getRow() >= model.lines().size() || column == null) {
            return null;
        }
        return model.value(model.lines().get(cell.getRow()), model.columns().indexOf(column));
    }

    private void copy(List<Line> chosen, CopyFormat format, List<GridColumn> columns) {
        if (chosen.isEmpty() || columns.isEmpty()) {
            return;
        }
        int[] rows = chosen.stream().mapToInt(Line::row).distinct().toArray();
        RowStore store = model.store();
        desk.background()
                .run(
                        () -> {
                            List<JsonNode> records = new ArrayList<>();
                            for (int row : rows) {
                                records.add(store.whole(store.glance(row)));
                            }
                            return format.text(records, columns);
                        },
                        text -> {
                            put(text);
                            desk.toasts()
                                    .say(String.format(
                                            Locale.ROOT,
                                            "%,d %s copied as %s",
                                            rows.length,
                                            rows.length == 1 ? "row" : "rows",
                                            format.label()));
                        },
                        failure -> desk.toasts().say(Problem.of(failure).summary()));
    }

    private static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
