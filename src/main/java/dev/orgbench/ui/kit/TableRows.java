package dev.orgbench.ui.kit;

import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/** Rows of one height, and columns that keep up with them. */
public final class TableRows {
    private TableRows() {}

    /**
     * Gives all rows that height, in pixels, until a style sheet has its say ({@code -fx-fixed-cell-size}): there it grows
     * with the text. The columns grow by the same factor, those that are added later too if their widths are scaled by
     * {@link #factor}.
     */
    public static void of(TableView<?> table, double height) {
        table.setFixedCellSize(height);
        table.fixedCellSizeProperty().addListener((property, before, now) -> {
            double by = now.doubleValue() / before.doubleValue();
            if (by > 0 && Double.isFinite(by)) {
                table.getColumns().forEach(column -> grow(column, by));
            }
        });
    }

    /** How much higher than {@code height}, in pixels, rows are now. */
    public static double factor(TableView<?> table, double height) {
        return table.getFixedCellSize() > 0 ? table.getFixedCellSize() / height : 1;
    }

    private static void grow(TableColumnBase<?, ?> column, double by) {
        column.setMaxWidth(column.getMaxWidth() * by);
        column.setPrefWidth(column.getPrefWidth() * by);
        column.setMinWidth(column.getMinWidth() * by);
    }
}
