package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.TableRows;
import dev.orgbench.ui.kit.TextScale;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of servers. Enter changes the selected one, Delete deletes it. */
final class ServerTableView extends StackPane {
    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

    /** How narrow each column may get, in the order they stand. */
    private static final List<Integer> LEAST = List.of(90, 80, 97, 73, 84, 56, 86);

    private final ServersModel model;
    private final ServerActions actions;
    private final TableView<ServerRow> table = new TableView<>();
    private double scale = 1;

    ServerTableView(ServersModel model, ServerActions actions) {
        this.model = model;
        this.actions = actions;
        table.setId("servers");
        table.setAccessibleText("Servers, oldest first");
        table.setItems(model.rows());
        TableRows.of(table, 30);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<ServerRow, String> url = text("URL", 150, ServerRow::url, "code-column");
        TableColumn<ServerRow, String> calls = text(
                "Calls", 80, row -> String.format(Locale.ROOT, "%,d", row.use().calls()), "align-right");
        table.getColumns().add(text("Name", 190, row -> row.server().name(), "name-column"));
        table.getColumns().add(text("Scope", 210, ServerRow::scope, "scope-column"));
        table.getColumns().add(url);
        table.getColumns().add(text("Expires", 112, ServerRow::expires, "expiry-column"));
        table.getColumns().add(text("Last call", 92, ServerRow::lastCall, "last-call-column"));
        table.getColumns().add(calls);
        table.getColumns().add(standing());
        TextScale.follow(table, factor -> fit(factor, url, calls));
        table.widthProperty().addListener((property, before, now) -> fit(scale, url, calls));
        table.setRowFactory(made -> new Row());
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(showing -> {
            ServerRow row = model.selectedRow();
            menu.getItems().setAll(row == null ? List.of() : ServerMenu.items(row, actions));
        });
        table.setContextMenu(menu);
        table.setOnKeyPressed(key -> {
            ServerRow row = model.selectedRow();
            if (row == null) {
                return;
            }
            if (key.getCode() == KeyCode.ENTER && row.standing().isUp() && !key.isShortcutDown()) {
                actions.change(row);
                key.consume();
            } else if (key.getCode() == KeyCode.DELETE) {
                actions.delete(row);
                key.consume();
            } else if (key.getCode() == KeyCode.C
                    && key.isShortcutDown()
                    && !row.url().isEmpty()) {
                actions.copyUrl(row);
                key.consume();
            }
        });
        followSelection();
        model.loadingProperty().addListener((property, before, now) -> showState());
        model.rows().addListener((ListChangeListener<ServerRow>) change -> showState());
        showState();
        getChildren().add(table);
    }

    @Override
    public void requestFocus() {
        Focus.on(table);
    }

    /**
     * Columns keep room for their words. What finds none is left out: the URL first, which the selected server's buttons
     * copy, then the number of calls.
     */
    private void fit(double factor, TableColumn<?, ?> url, TableColumn<?, ?> calls) {
        scale = factor;
        for (int i = 0; i < LEAST.size(); i++) {
            table.getColumns().get(i).setMinWidth(LEAST.get(i) * factor);
        }
        double all = LEAST.stream().mapToInt(Integer::intValue).sum() * factor;
        url.setVisible(table.getWidth() >= all);
        calls.setVisible(table.getWidth() >= all - url.getMinWidth());
    }

    private void followSelection() {
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now.id());
            }
        });
        model.selectedProperty().addListener((property, before, now) -> mark(now));
        model.rows().addListener((ListChangeListener<ServerRow>)
                change -> mark(model.selectedProperty().get()));
    }

    private void mark(@Nullable String id) {
        ServerRow shown = table.getSelectionModel().getSelectedItem();
        if (shown != null && shown.id().equals(id)) {
            return;
        }
        for (int i = 0; i < model.rows().size(); i++) {
            if (Objects.equals(model.rows().get(i).id(), id)) {
                table.getSelectionModel().select(i);
                return;
            }
        }
    }

    private void showState() {
        table.setPlaceholder(
                switch (model.loadingProperty().get()) {
                    case ServersModel.Loading.UnderWay loading -> StatePane.loading("Reading the servers");
                    case ServersModel.Loading.Failed(Problem problem) -> StatePane.failed(problem, model::load);
                    case ServersModel.Loading.Done(int count) ->
                        count == 0
                                ? StatePane.empty(
                                                Feather.SERVER,
                                                "No servers yet",
                                                "A server is one URL for one purpose: it says what an agent may do in this org, and until when.")
                                        .with("New server", actions::make)
                                : StatePane.noMatch(
                                        "server", () -> model.filterProperty().set(""));
                });
        // A list that could not be read again may be wrong about what is open: it is not shown.
        boolean failed = model.loadingProperty().get() instanceof ServersModel.Loading.Failed;
        table.setItems(failed ? FXCollections.emptyObservableList() : model.rows());
    }

    private static TableColumn<ServerRow, String> text(
            String name, double width, Function<ServerRow, String> text, String style) {
        TableColumn<ServerRow, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String words, boolean empty) {
                super.updateItem(words, empty);
                setText(empty ? null : words);
                setTooltip(empty || words == null || words.length() < 24 ? null : new Tooltip(words));
            }
        });
        return column;
    }

    private static TableColumn<ServerRow, Standing> standing() {
        TableColumn<ServerRow, Standing> column = new TableColumn<>("State");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().standing()));
        column.setPrefWidth(100);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(made -> new TableCell<>() {
            private final Badge badge = new Badge();

            @Override
            protected void updateItem(@Nullable Standing standing, boolean empty) {
                super.updateItem(standing, empty);
                if (empty || standing == null) {
                    setGraphic(null);
                    return;
                }
                badge.show(standing.word(), standing.tone());
                setGraphic(badge);
            }
        });
        return column;
    }

    private final class Row extends TableRow<ServerRow> {
        Row() {
            setOnMouseClicked(click -> {
                ServerRow row = getItem();
                if (click.getClickCount() == 2 && row != null && row.standing().isUp()) {
                    actions.change(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ServerRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(
                    ENDED, row != null && !empty && !row.standing().isUp());
            setAccessibleText(
                    row == null || empty
                            ? null
                            : row.server().name() + ", " + row.standing().word() + ", " + row.scope() + ", expires "
                                    + row.expires() + ", " + row.use().calls() + " calls");
        }
    }
}
