package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The changes of a grid that were not sent, by record rather than by row, so that they can be written down and put back
 * when the same query has run again. Screen's thread only.
 */
public final class UnsentCells {
    private final GridModel grid;
    private final List<Cell> waiting;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Runnable told = () -> {};
    private Background.Job looking = Background.Job.NONE;
    private int lookedThrough;

    /** @param waiting changes of an earlier run, which are put back as soon as their rows are there */
    public UnsentCells(GridModel grid, List<Cell> waiting) {
        this.grid = grid;
        this.waiting = new ArrayList<>(waiting);
        count.set(waiting.size());
        grid.edits().onChange(() -> told.run());
        grid.stateProperty().addListener((property, before, now) -> {
            if (now instanceof GridModel.State.Loading) {
                looking.cancel();
                lookedThrough = 0;
            }
            look();
        });
        grid.columns().addListener((Observable changed) -> look());
    }

    /**
     * A cell that was changed.
     *
     * @param id of the record
     * @param column its title
     * @param value what it is to be
     */
    public record Cell(String id, String column, JsonNode value) {}

    /** How many changes of an earlier run wait for their rows. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return count.getReadOnlyProperty();
    }

    /** Every change that was not sent: those in the table, and those that wait. */
    public List<Cell> all() {
        List<Cell> all = new ArrayList<>(waiting);
        grid.edits().forEach((row, column, now) -> {
            String id = Values.idOf(grid.store().get(row));
            if (id != null) {
                all.add(new Cell(id, column.title(), now));
            }
        });
        return all;
    }

    /** Tells that {@link #all} became different. */
    public void onChange(Runnable told) {
        this.told = told;
    }

    /** Those that wait are given up. */
    public void forgetWaiting() {
        looking.cancel();
        waiting.clear();
        changed();
    }

    /** Only cells that may be changed take one: which these are is known a moment after the rows. */
    private void look() {
        int rows = grid.store().size();
        boolean known = grid.columns().stream().anyMatch(GridColumn::updateable);
        if (waiting.isEmpty() || !known || !(grid.stateProperty().get() instanceof GridModel.State.Shown)) {
            return;
        }
        looking.cancel();
        RowStore store = grid.store();
        Set<String> wanted = waiting.stream().map(Cell::id).collect(Collectors.toSet());
        int from = lookedThrough;
        looking = grid.background()
                .run(
                        () -> {
                            Map<String, Integer> found = new HashMap<>();
                            for (int row = from; row < rows; row++) {
                                String id = Values.idOf(store.get(row));
                                if (id != null && wanted.contains(id)) {
                                    found.put(id, row);
                                }
                            }
                            return found;
                        },
                        found -> {
                            lookedThrough = rows;
                            putBack(found);
                            if (!waiting.isEmpty() && grid.moreProperty().get() instanceof GridModel.More.Ready) {
                                grid.fetch();
                            }
                        },
                        failure -> Problem.of(failure));
    }

    private void putBack(Map<String, Integer> rows) {
        waiting.removeIf(cell -> rows.containsKey(cell.id()) && isPutBack(cell, rows.get(cell.id())));
        grid.refresh();
        changed();
    }

    private boolean isPutBack(Cell cell, int row) {
        Optional<GridColumn> column = grid.columns().stream()
                .filter(each -> each.updateable() && each.title().equals(cell.column()))
                .findFirst();
        column.ifPresent(
                found -> grid.edits().put(row, found, Values.at(grid.store().get(row), found.path()), cell.value()));
        return column.isPresent();
    }

    private void changed() {
        count.set(waiting.size());
        told.run();
    }
}
