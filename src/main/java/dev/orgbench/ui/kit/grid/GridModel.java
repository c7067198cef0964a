package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link RowSource} as a table shows them: the pages that have come, which are fetched ahead of the eye;
 * sorted, filtered, with children opened in place and cells changed. Screen's thread only.
 */
public final class GridModel {
    /** The next page is asked for when fewer lines than this lie below the one on screen. */
    private static final int AHEAD = 1_000;

    private final Background background;
    private final long budget;
    private final ObservableList<GridColumn> columns = FXCollections.observableArrayList();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ReadOnlyObjectWrapper<More> more = new ReadOnlyObjectWrapper<>(new More.None());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Arrangement.@Nullable Sort> sort = new SimpleObjectProperty<>();
    private final Edits edits = new Edits();
    private final Map<Integer, Set<GridColumn>> opened = new HashMap<>();
    private final Set<Integer> gone = new HashSet<>();
    private RowStore store;
    private @Nullable RowSource source;
    private @Nullable String next;
    private boolean loadAll;
    private Background.Job loading = Background.Job.NONE;
    private Background.Job arranging = Background.Job.NONE;
    private List<Integer> order = List.of();

    public GridModel(Background background) {
        this(background, RowStore.BUDGET);
    }

    GridModel(Background background, long budget) {
        this.background = background;
        this.budget = budget;
        this.store = new RowStore(budget);
        filter.addListener((property, before, now) -> arrange());
        sort.addListener((property, before, now) -> arrange());
    }

    /** What the table shows. */
    public sealed interface State {
        /** Nothing was asked for yet. */
        record Nothing() implements State {}

        /** The first page is on its way. */
        record Loading() implements State {}

        /**
         * There are rows, or none.
         *
         * @param total how many there are; -1 if nobody knows
         */
        record Shown(int loaded, long total) implements State {}

        record Failed(Problem problem) implements State {}
    }

    /** What is known of the next page. */
    public sealed interface More {
        /** There is none. */
        record None() implements More {}

        /** It can be asked for. */
        record Ready() implements More {}

        record Loading() implements More {}

        record Failed(Problem problem) implements More {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<More> moreProperty() {
        return more.getReadOnlyProperty();
    }

    public ObservableList<GridColumn> columns() {
        return columns;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /** Shown are rows that have this text; in the rows that are loaded. */
    public StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<Arrangement.@Nullable Sort> sortProperty() {
        return sort;
    }

    Edits edits() {
        return edits;
    }

    RowStore store() {
        return store;
    }

    Background background() {
        return background;
    }

    /**
     * Shows another result from its beginning.
     *
     * @param columnsOf the columns, by the first page's records; called on the screen's thread
     */
    public void show(RowSource from, Function<List<JsonNode>, List<GridColumn>> columnsOf) {
        clear();
        source = from;
        state.set(new State.Loading());
        RowStore fresh = store;
        loading = background.run(
                () -> {
                    RowSource.Page page = from.first();
                    fresh.append(page.records());
                    return page;
                },
                page -> {
                    columns.setAll(columnsOf.apply(page.records()));
                    took(page);
                },
                failure -> state.set(new State.Failed(Problem.of(failure))));
    }

    /** Other columns for the same rows, as when their types became known. */
    public void describe(List<GridColumn> described) {
        if (!columns.equals(described)) {
            columns.setAll(described);
        }
    }

    /** Nothing is shown any more; what is under way is dropped. */
    public void clear() {
        loading.cancel();
        arranging.cancel();
        edits.clear();
        opened.clear();
        gone.clear();
        order = List.of();
        lines.clear();
        columns.clear();
        sort.set(null);
        filter.set("");
        next = null;
        loadAll = false;
        source = null;
        more.set(new More.None());
        state.set(new State.Nothing());
        close();
        store = new RowStore(budget);
    }

    /** Lets go of the temporary file. */
    public void close() {
        loading.cancel();
        RowStore old = store;
        background.run(
                () -> {
                    old.close();
                    return old;
                },
                closed -> {},
                failure -> Problem.of(failure));
    }

    /** Stops what is under way; tells whether anything was. */
    public boolean cancel() {
        loadAll = false;
        if (state.get() instanceof State.Loading) {
            loading.cancel();
            state.set(new State.Nothing());
            return true;
        }
        if (more.get() instanceof More.Loading) {
            loading.cancel();
            more.set(new More.Ready());
            return true;
        }
        return false;
    }

    /** A line came on screen: fetches ahead of it. Not while a filter or a sorting is on, which rows to come would disturb. */
    public void seen(int line) {
        if (more.get() instanceof More.Ready && arrangement().isAsItCame() && lines.size() - line < AHEAD) {
            fetch();
        }
    }

    /** Fetches the next page, also after that failed. */
    public void fetch() {
        RowSource from = source;
        String cursor = next;
        if (from == null || cursor == null || more.get() instanceof More.Loading) {
            return;
        }
        more.set(new More.Loading());
        RowStore into = store;
        loading = background.run(
                () -> {
                    RowSource.Page page = from.next(cursor);
                    into.append(page.records());
                    return page;
                },
                this::took,
                failure -> {
                    loadAll = false;
                    more.set(new More.Failed(Problem.of(failure)));
                });
    }

    /** Fetches page after page to the end. */
    public void fetchAll() {
        loadAll = true;
        fetch();
    }

    /** What is needed to write all rows, those that have not come yet too. */
    AllRows allRows() {
        long total = state.get() instanceof State.Shown shown ? shown.total() : -1;
        return new AllRows(store, store.size(), Set.copyOf(gone), source, next, total);
    }

    /** Rows that are shown, as records, in the order of the lines. */
    List<ObjectNode> records(List<Line> chosen) {
        Set<Integer> rows = new LinkedHashSet<>();
        chosen.forEach(line -> rows.add(line.row()));
        return rows.stream().map(store::get).toList();
    }

    /** The value in a cell as the org has it, or as the person changed it. */
    JsonNode value(Line line, int columnIndex) {
        return new LineValues(this).at(line, columnIndex);
    }

    /** Opens or closes children below their row. */
    void toggleChildren(int row, GridColumn column) {
        Set<GridColumn> of = opened.computeIfAbsent(row, made -> new LinkedHashSet<>());
        if (!of.remove(column)) {
            of.add(column);
        }
        showOrder();
    }

    boolean isOpen(int row, GridColumn column) {
        return opened.getOrDefault(row, Set.of()).contains(column);
    }

    /** The changes that would be sent. */
    public List<RecordChange> changes() {
        return edits.changes(store);
    }

    /** How many cells are changed and not sent. */
    public ReadOnlyIntegerProperty changedProperty() {
        return edits.countProperty();
    }

    /** What was sent is now so in the org. */
    void carriedOut(RecordChange change) {
        switch (change) {
            case RecordChange.Update update -> {
                ObjectNode now = store.get(update.row()).deepCopy();
                update.fields().forEach(field -> now.set(field.name(), field.now()));
                store.replace(update.row(), now);
                edits.forget(update.row());
                refresh();
            }
            case RecordChange.Delete delete -> {
                edits.forget(delete.row());
                gone.add(delete.row());
                lines.removeIf(line -> line.row() == delete.row());
                order = order.stream().filter(row -> row != delete.row()).toList();
            }
        }
    }

    /** Cells are drawn anew. */
    void refresh() {
        if (!lines.isEmpty()) {
            lines.set(0, lines.getFirst());
        }
    }

    private void took(RowSource.Page page) {
        next = page.next();
        more.set(next == null ? new More.None() : new More.Ready());
        int before = order.size();
        state.set(new State.Shown(store.size(), page.total()));
        if (arrangement().isAsItCame()) {
            List<Integer> came = new ArrayList<>(order);
            IntStream.range(store.size() - page.records().size(), store.size()).forEach(came::add);
            order = came;
            lines.addAll(order.subList(before, order.size()).stream()
                    .<Line>map(Line.Row::new)
                    .toList());
        } else {
            arrange();
        }
        if (loadAll) {
            fetch();
        }
    }

    private Arrangement arrangement() {
        return new Arrangement(Objects.requireNonNullElse(filter.get(), "").strip(), sort.get());
    }

    private void arrange() {
        arranging.cancel();
        if (store.size() == 0) {
            return;
        }
        arranging = background.run(
                arrangement().over(store, store.size(), columns, gone),
                rows -> {
                    order = rows;
                    showOrder();
                },
                failure -> state.set(new State.Failed(Problem.of(failure))));
    }

    private void showOrder() {
        List<Line> shown = new ArrayList<>(order.size());
        for (int row : order) {
            shown.add(new Line.Row(row));
            for (GridColumn column : opened.getOrDefault(row, Set.of())) {
                shown.add(new Line.ChildHead(row, column));
                int children =
                        Values.at(store.get(row), column.path()).path("records").size();
                IntStream.range(0, children).forEach(place -> shown.add(new Line.Child(row, column, place)));
            }
        }
        lines.setAll(shown);
    }
}
