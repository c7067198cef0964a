package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Background;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are shown, and in which order.
 *
 * @param filter shown are rows in which some cell has this text, in any case; empty for all
 * @param sort null for the order in which the rows came
 */
record Arrangement(String filter, @Nullable Sort sort) {
    static final Arrangement AS_IT_CAME = new Arrangement("", null);

    /** By the values of one column. */
    record Sort(GridColumn column, boolean descending) {}

    boolean isAsItCame() {
        return filter.isEmpty() && sort == null;
    }

    /** The rows to show, of the first {@code count}. Reads them all: not for the screen's thread. */
    Background.Work<List<Integer>> over(RowStore store, int count, List<GridColumn> columns, Set<Integer> gone) {
        List<GridColumn> searched = List.copyOf(columns);
        Set<Integer> left = Set.copyOf(gone);
        return () -> {
            List<Keyed> rows = new ArrayList<>();
            String wanted = filter.toLowerCase(Locale.ROOT);
            Sort by = sort;
            for (int row = 0; row < count; row++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (left.contains(row)) {
                    continue;
                }
                ObjectNode record = store.glance(row);
                if (wanted.isEmpty() || has(record, wanted, searched)) {
                    rows.add(new Keyed(
                            row,
                            by == null
                                    ? MissingNode.getInstance()
                                    : Values.at(record, by.column().path())));
                }
            }
            if (by != null) {
                Comparator<Keyed> order = Comparator.comparing(Keyed::key, Values.ORDER);
                rows.sort(by.descending() ? order.reversed() : order);
            }
            return rows.stream().map(Keyed::row).toList();
        };
    }

    private static boolean has(ObjectNode record, String wanted, List<GridColumn> columns) {
        for (GridColumn column : columns) {
            JsonNode value = Values.at(record, column.path());
            String text = Values.isChildren(value) ? Values.fileText(value) : Values.text(value);
            if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    private record Keyed(int row, JsonNode key) {}
}
