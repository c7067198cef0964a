package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.HeaderMeaning;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The headers of an answer with what each means. */
final class HeaderTable extends StackPane {
    HeaderTable(List<HeaderMeaning> headers) {
        TableView<HeaderMeaning> table = new TableView<>();
        table.setFixedCellSize(26);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setAccessibleText("Headers of the answer");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Header", 200, HeaderMeaning::name, "code-column"));
        table.getColumns().add(column("Value", 220, HeaderMeaning::value, "code-column"));
        table.getColumns().add(column("What it means", 480, HeaderMeaning::meaning, "muted-column"));
        table.setPlaceholder(StatePane.empty(Feather.LIST, "No headers", "The server sent none with this answer."));
        table.getItems().setAll(headers);
        getChildren().add(table);
    }

    private static TableColumn<HeaderMeaning, String> column(
            String name, double width, Function<HeaderMeaning, String> text, String style) {
        TableColumn<HeaderMeaning, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 190));
        column.setSortable(false);
        column.getStyleClass().add(style);
        return column;
    }
}
