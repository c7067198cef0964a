package dev.orgbench.ui.limits;

import dev.orgbench.trace.Use;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.TableRows;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who used the org's API: calls, requests and the share of all that Orgbench made. As high as its rows. */
final class UsersTable extends TableView<Use> {
    private static final double ROW = 42;
    private static final double HEAD = 30;
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 30;

    private long all;

    UsersTable() {
        setId("who-used-it");
        TableRows.of(this, ROW);
        fixedCellSizeProperty().addListener((property, before, now) -> fit());
        getStyleClass().addAll("edge-to-edge", "data-table");
        setAccessibleText("Who used the API, by server and tool");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Use, Use> who = new TableColumn<>("Who");
        who.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        who.setCellFactory(ignored -> new WhoCell());
        who.setComparator((one, other) -> one.who().name().compareTo(other.who().name()));
        who.setMinWidth(120);
        who.setPrefWidth(190);
        getColumns().add(who);
        getColumns().add(number("Calls", 50, Use::calls, use -> use.who().isOwn() ? "–" : grouped(use.calls())));
        getColumns().add(number("Requests", 74, Use::requests, use -> grouped(use.requests())));
        getColumns().add(number("Share", 54, Use::requests, this::share));
        setPlaceholder(StatePane.empty(
                Feather.USERS, "Nobody yet", "Each request to the org is counted here, by what caused it."));
        show(List.of());
    }

    void show(List<Use> totals) {
        all = totals.stream().mapToLong(Use::requests).sum();
        Use chosen = getSelectionModel().getSelectedItem();
        getItems().setAll(totals);
        getItems().stream()
                .filter(use -> chosen != null && use.who().equals(chosen.who()))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
        sort();
        fit();
    }

    /** The style sheet sets how high a row is: it grows with the text. */
    private void fit() {
        double row = getFixedCellSize();
        double height = HEAD * row / ROW + row * Math.clamp(getItems().size(), LEAST_ROWS, MOST_ROWS);
        setMinHeight(height);
        setPrefHeight(height);
    }

    private String share(Use use) {
        return all == 0 ? "0%" : Math.round(100.0 * use.requests() / all) + "%";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static TableColumn<Use, Long> number(
            String name, double width, ToLongFunction<Use> value, Function<Use, String> words) {
        TableColumn<Use, Long> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.getStyleClass().add("align-right");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsLong(row.getValue())));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Long item, boolean empty) {
                super.updateItem(item, empty);
                Use use = getTableRow() == null ? null : getTableRow().getItem();
                setText(empty || use == null ? null : words.apply(use));
            }
        });
        return column;
    }

    /** The tool, and below it the server. Tools' names differ at their ends: there they are shown whole. */
    private static final class WhoCell extends TableCell<Use, Use> {
        private final Label name = new Label();
        private final Label server = new Label();
        private final VBox lines = new VBox(1, name, server);

        WhoCell() {
            name.getStyleClass().add("code-text");
            name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            name.setEllipsisString("…");
            server.getStyleClass().add("user-server");
            lines.getStyleClass().add("user-lines");
        }

        @Override
        protected void updateItem(@Nullable Use use, boolean empty) {
            super.updateItem(use, empty);
            if (empty || use == null) {
                setGraphic(null);
                return;
            }
            name.setText(oneLine(use.who().name()));
            server.setText(oneLine(UsePicture.server(use.who())));
            setGraphic(lines);
            setAccessibleText(name.getText() + ", " + server.getText());
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ");
        }
    }
}
