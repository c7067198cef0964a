package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.TableRows;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The list: pinned rows, then the newest first. Several can be selected. */
final class TrafficTable extends StackPane {
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final double LINE = 26;
    private static final double NEAR_THE_END = 0.95;

    private final TrafficModel model;
    private final TableView<Row> table = new TableView<>();
    private boolean following;

    /** @param menu what can be done with the selected rows */
    TrafficTable(TrafficModel model, ContextMenu menu, Runnable open) {
        this.model = model;
        table.setItems(model.shown());
        TableRows.of(table, LINE);
        table.getStyleClass().addAll("edge-to-edge", "data-table", "traffic-table");
        table.setAccessibleText("Traffic, newest first");
        table.setId("messages");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(new TrafficColumns(model).all());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(view -> row(menu, open));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((property, before, now) -> follow(now));
        model.shown().addListener((ListChangeListener<Row>)
                change -> keepSelection(change.getList().isEmpty()));
        table.needsLayoutProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> property, Boolean before, Boolean now) {
                if (watchScrolling()) {
                    table.needsLayoutProperty().removeListener(this);
                }
            }
        });
        getChildren().add(table);
    }

    @Override
    public void requestFocus() {
        Focus.on(table);
    }

    /** The selected rows, in the order of the list. */
    List<Row> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList();
    }

    /** Goes back to the newest. */
    void scrollToTop() {
        table.scrollTo(0);
        model.scrolledAwayProperty().set(false);
    }

    void setPlaceholder(Node placeholder) {
        table.setPlaceholder(placeholder);
    }

    /** What was selected from elsewhere is selected here, and brought into sight. */
    private void follow(@Nullable Row now) {
        if (now == null) {
            table.getSelectionModel().clearSelection();
        } else if (!now.equals(table.getSelectionModel().getSelectedItem())) {
            int place = table.getItems().indexOf(now);
            if (place >= 0) {
                following = true;
                table.getSelectionModel().clearAndSelect(place);
                following = false;
                table.scrollTo(Math.max(0, place - 3));
            }
        }
    }

    /** A list that was replaced as a whole has lost its selection. */
    private void keepSelection(boolean empty) {
        Row selected = model.selectedProperty().get();
        if (!empty && selected != null && table.getSelectionModel().isEmpty()) {
            int place = table.getItems().indexOf(selected);
            if (place >= 0) {
                following = true;
                table.getSelectionModel().select(place);
                following = false;
            }
        }
    }

    private TableRow<Row> row(ContextMenu menu, Runnable open) {
        TableRow<Row> line = new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Row row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(PINNED, row != null && row.isPinned());
                setContextMenu(row == null ? null : menu);
                setAccessibleText(row == null ? null : words(row.line()));
            }
        };
        line.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && !line.isEmpty()) {
                open.run();
            }
        });
        return line;
    }

    private static String words(Line line) {
        Line.Done done = line.done();
        return line.who() + ", " + line.what() + ", "
                + (done == null ? "under way" : done.words() + ", " + line.took() + " ms");
    }

    /** The scroll bar, which tells where in the list one is, is made by the skin; tells whether it is there. */
    private boolean watchScrolling() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().addListener((property, before, now) -> scrolled(bar));
                bar.visibleProperty().addListener((property, before, now) -> scrolled(bar));
                return true;
            }
        }
        return false;
    }

    private void scrolled(ScrollBar bar) {
        boolean away = bar.isVisible() && bar.getValue() * model.shown().size() > 0.5;
        model.scrolledAwayProperty().set(away);
        if (bar.isVisible() && bar.getValue() > NEAR_THE_END) {
            model.earlier().next();
        }
    }
}
