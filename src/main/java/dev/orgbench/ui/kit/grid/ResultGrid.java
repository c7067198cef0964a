package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The table of a {@link GridModel}: columns by drag, sorted by a click on their head, hidden by the button at the right;
 * cells changed by F2 or a double click; everything else in the menu. Below it a bar with filter, paging and changes.
 */
public final class ResultGrid extends StackPane {
    static final double ROW_HEIGHT = 26;

    private static final PseudoClass CHILD = PseudoClass.getPseudoClass("child");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_CELL =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final String NUMERIC = "align-right";
    private static final int WIDEST = 360;
    private static final int NARROWEST = 64;
    private static final int ROWS_MEASURED = 50;
    /** So many are shown until a person asks for others. */
    private static final int MOST_COLUMNS = 80;

    private final GridModel model;
    private final Memory memory;
    private final TableView<Line> table = new TableView<>();
    private final TableColumn<Line, Integer> numbers = new TableColumn<>("#");
    private final GridActions actions;
    private final BorderPane shown;
    private List<TableColumn<Line, JsonNode>> built = List.of();
    private final GridBar bar;
    private Node emptyState;

    private ResultGrid(GridModel model, Desk desk, @Nullable RecordWriter writer, Consumer<String> openRecord) {
        this.model = model;
        this.memory = desk.memory();
        this.actions = new GridActions(model, desk, writer, openRecord, this);
        this.emptyState = StatePane.empty(Feather.GRID, "No rows yet", "Run a query to see its rows here.");
        this.shown = new BorderPane(table);
        bar = new GridBar(model, actions);
        shown.setBottom(bar);
        getStyleClass().add("result-grid");
        setUpTable();
        model.columns().addListener((ListChangeListener<GridColumn>) change -> showColumns());
        model.stateProperty().addListener((property, before, now) -> showState());
        getChildren().add(shown);
        showColumns();
        showState();
    }

    /**
     * The table of {@code model}.
     *
     * @param writer sends what was changed here; null where nothing may be changed
     * @param openRecord called with a record's id when it is clicked
     */
    public static ResultGrid of(
            GridModel model, Desk desk, @Nullable RecordWriter writer, Consumer<String> openRecord) {
        return new ResultGrid(model, desk, writer, openRecord);
    }

    /** What stands here before anything was asked for. */
    public void setEmptyState(Node state) {
        emptyState = state;
        showState();
    }

    /** Asks where to, and writes all rows in the background; the bar below tells how far it is. */
    public void export(ExportFormat format, String name) {
        actions.export(format, name);
    }

    /** Ends an export that is under way; tells whether one was. */
    public boolean cancelExport() {
        return actions.export().cancel();
    }

    TableView<Line> table() {
        return table;
    }

    /** The columns in the order in which they stand on screen, without those that a person has hidden. */
    List<GridColumn> shownColumns() {
        return table.getColumns().stream()
                .filter(column -> column != numbers && (column.isVisible() || built.indexOf(column) >= MOST_COLUMNS))
                .map(column -> (GridColumn) column.getUserData())
                .toList();
    }

    /** The column that the keyboard is in; the first one where it is in none. */
    @Nullable
    GridColumn focusedColumn() {
        TableColumn<?, ?> column = table.getFocusModel().getFocusedCell().getTableColumn();
        if (column != null && column.getUserData() instanceof GridColumn found) {
            return found;
        }
        List<GridColumn> columns = shownColumns();
        return columns.isEmpty() ? null : columns.getFirst();
    }

    private void setUpTable() {
        table.setId("result-table");
        TableRows.of(table, ROW_HEIGHT);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText("Rows of the result");
        table.setTableMenuButtonVisible(true);
        table.setEditable(true);
        table.setItems(model.lines());
        table.setPlaceholder(new Label("No row matches"));
        table.setSortPolicy(sorted -> {
            takeOverSort();
            return true;
        });
        table.setRowFactory(made -> {
            TableRow<Line> row = new TableRow<>();
            row.indexProperty().addListener((property, before, now) -> model.seen(now.intValue()));
            row.itemProperty()
                    .addListener((property, before, now) ->
                            row.pseudoClassStateChanged(CHILD, now != null && !(now instanceof Line.Row)));
            return row;
        });
        table.setContextMenu(new GridMenu(actions));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        numbers.setCellValueFactory(line ->
                new ReadOnlyObjectWrapper<>(line.getValue() instanceof Line.Row record ? record.row() + 1 : null));
        numbers.setPrefWidth(56);
        numbers.setSortable(false);
        numbers.setReorderable(false);
        numbers.getStyleClass().addAll("align-right", "muted-column", "row-number");
    }

    private void press(KeyEvent key) {
        if (table.getEditingCell() != null) {
            return;
        }
        if (COPY.match(key)) {
            actions.copyRows(CopyFormat.TSV);
        } else if (COPY_CELL.match(key)) {
            actions.copyCell();
        } else if (key.getCode() == KeyCode.DELETE && !key.isShortcutDown()) {
            actions.deleteRows();
        } else if (key.getCode() == KeyCode.SPACE && !key.isShortcutDown()) {
            actions.viewCell();
        } else {
            return;
        }
        key.consume();
    }

    private void takeOverSort() {
        TableColumn<Line, ?> first =
                table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        model.sortProperty()
                .set(
                        first != null && first.getUserData() instanceof GridColumn column
                                ? new Arrangement.Sort(column, first.getSortType() == TableColumn.SortType.DESCENDING)
                                : null);
    }

    private void showState() {
        getChildren()
                .setAll(
                        switch (model.stateProperty().get()) {
                            case GridModel.State.Nothing nothing -> emptyState;
                            case GridModel.State.Loading loading -> StatePane.loading("Asking the org");
                            // Who asked says why.
                            case GridModel.State.Failed failed -> new Region();
                            case GridModel.State.Shown rows
                            when rows.loaded() == 0 ->
                                StatePane.empty(
                                        Feather.INBOX,
                                        "No rows match",
                                        "The query ran; nothing in the org fits it. Widen WHERE, or look for a typo in a value.");
                            case GridModel.State.Shown rows -> shown;
                        });
    }

    /** Where only their types became known the columns stay: to build 800 of them anew would hold the window up. */
    private void showColumns() {
        List<GridColumn> wanted = List.copyOf(model.columns());
        if (built.stream()
                .map(GridCell::column)
                .map(GridColumn::title)
                .toList()
                .equals(wanted.stream().map(GridColumn::title).toList())) {
            IntStream.range(0, built.size()).forEach(place -> describe(built.get(place), wanted.get(place)));
            return;
        }
        built = IntStream.range(0, wanted.size())
                .mapToObj(place -> column(wanted.get(place), place))
                .toList();
        // A table makes every cell of each row in sight, also those far to the right.
        built.stream().skip(MOST_COLUMNS).forEach(column -> column.setVisible(false));
        List<TableColumn<Line, ?>> all = new ArrayList<>(built);
        all.addFirst(numbers);
        table.getColumns().setAll(all);
        bar.note(
                wanted.size() > MOST_COLUMNS
                        ? String.format(
                                Locale.ROOT, "%d of %,d columns; the others by ⋮. ", MOST_COLUMNS, wanted.size())
                        : "");
    }

    private void describe(TableColumn<Line, JsonNode> made, GridColumn column) {
        made.setUserData(column);
        made.setEditable(column.updateable() && actions.mayWrite());
        made.getStyleClass().remove(NUMERIC);
        if (column.isNumeric()) {
            made.getStyleClass().add(NUMERIC);
        }
    }

    private TableColumn<Line, JsonNode> column(GridColumn column, int place) {
        TableColumn<Line, JsonNode> made = new TableColumn<>();
        made.setText(column.title());
        made.setId("column-" + column.title());
        made.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(model.value(line.getValue(), place)));
        made.setCellFactory(cell -> new GridCell(model, actions));
        describe(made, column);
        String key = "grid.width." + column.title();
        made.setPrefWidth(Math.clamp(memory.number(key, measured(column)), 32, 2_000));
        made.widthProperty().addListener((property, before, now) -> {
            // Only what a person drags is worth keeping: the first layout sets widths too.
            if (before.doubleValue() > 0
                    && made.getTableView() != null
                    && Math.abs(now.doubleValue() - made.getPrefWidth()) > 1) {
                memory.put(key, Long.toString(Math.round(now.doubleValue())));
            }
        });
        return made;
    }

    private double measured(GridColumn column) {
        int longest = 0;
        int rows = Math.min(ROWS_MEASURED, model.store().size());
        for (int row = 0; row < rows; row++) {
            longest = Math.max(
                    longest,
                    Values.text(Values.at(model.store().get(row), column.path()))
                            .length());
        }
        double value = longest * (column.kind() == GridColumn.Kind.ID ? 7.6 : 6.7) + 30;
        // With room for the arrow of a sorting.
        double head = column.title().length() * 7.2 + 40;
        return Math.clamp(Math.max(value, head), NARROWEST, WIDEST) * TableRows.factor(table, ROW_HEIGHT);
    }
}
