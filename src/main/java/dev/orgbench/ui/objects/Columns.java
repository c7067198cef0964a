package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.TableRows;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Tables as all of this screen has them. */
final class Columns {
    private Columns() {}

    /** @param what the rows are, for screen readers */
    static <T> TableView<T> table(String what) {
        TableView<T> table = new TableView<>();
        TableRows.of(table, 26);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setAccessibleText(what);
        table.setPlaceholder(new Label());
        return table;
    }

    /** A column of text, sorted without regard to case. */
    static <T> TableColumn<T, String> text(String name, double width, Function<T, String> value, String... styles) {
        TableColumn<T, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
        column.setPrefWidth(width);
        column.getStyleClass().addAll(styles);
        return column;
    }

    /** A column that is sorted by a number behind its text. */
    static <T> TableColumn<T, T> sized(
            String name, double width, Function<T, String> value, ToIntFunction<T> size, String... styles) {
        TableColumn<T, T> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new TextOf<>(value));
        column.setComparator(Comparator.comparingInt(size));
        column.setPrefWidth(width);
        column.getStyleClass().addAll(styles);
        return column;
    }

    private static final class TextOf<T> extends TableCell<T, T> {
        private final Function<T, String> value;

        TextOf(Function<T, String> value) {
            this.value = value;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : value.apply(item));
        }
    }
}
