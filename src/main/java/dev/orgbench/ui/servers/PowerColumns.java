package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.TableRows;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Columns of the matrix. */
final class PowerColumns {
    private PowerColumns() {}

    static <T> TableView<T> table(String name, String id) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(name);
        TableRows.of(table, 26);
        table.getStyleClass().addAll("edge-to-edge", "data-table", "power-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    static <T> TableColumn<T, String> text(String name, double width, Function<T, String> text, String style) {
        TableColumn<T, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.getStyleClass().add(style);
        return column;
    }

    /** A dot where it is so; screen readers hear the word. */
    static <T> TableColumn<T, Boolean> mark(String name, Predicate<T> isSo) {
        TableColumn<T, Boolean> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(isSo.test(row.getValue())));
        column.setPrefWidth(54);
        column.setMinWidth(52);
        column.getStyleClass().add("mark-column");
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Boolean so, boolean empty) {
                super.updateItem(so, empty);
                boolean marked = !empty && so != null && so;
                setText(marked ? "●" : null);
                setAccessibleText(empty ? null : name + (marked ? ": yes" : ": no"));
            }
        });
        return column;
    }
}
