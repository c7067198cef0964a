package dev.orgbench.ui.tools;

import dev.orgbench.orgs.Org;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The saved calls below the tools: opened by Enter, run by Ctrl+Enter, renamed by F2, deleted by Delete. */
final class SavedCallsPane extends VBox {
    private static final double ROW = 28;
    private static final int ROWS = 6;

    private final SavedCallsModel model;
    private final Overlay overlay;
    private final Org org;
    private final Consumer<SavedCall> open;
    private final Consumer<SavedCall> run;
    private final ListView<SavedCallsModel.Row> list = new ListView<>();

    SavedCallsPane(SavedCallsModel model, Overlay overlay, Org org, Consumer<SavedCall> open, Consumer<SavedCall> run) {
        this.model = model;
        this.overlay = overlay;
        this.org = org;
        this.open = open;
        this.run = run;
        getStyleClass().add("saved-calls");
        Label head = new Label("SAVED CALLS");
        head.getStyleClass().add("section-title");
        HBox bar = new HBox(head);
        bar.getStyleClass().add("saved-head");
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.setId("saved-calls");
        list.setAccessibleText("Saved calls");
        list.getStyleClass().add("edge-to-edge");
        list.setCellFactory(view -> new Cell());
        list.setContextMenu(menu());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                chosen().ifPresent(open);
            }
        });
        ProblemBanner problem = new ProblemBanner();
        model.problemProperty().addListener((property, before, now) -> problem.show(now));
        Label none = new Label("“Save as…” keeps a call here, as a file.");
        none.getStyleClass().add("saved-none");
        none.setTooltip(new Tooltip(model.folder().toString()));
        getChildren().addAll(bar, problem, none, list);
        Runnable size = () -> {
            boolean empty = model.rows().isEmpty();
            none.setVisible(empty);
            none.setManaged(empty);
            list.setVisible(!empty);
            list.setManaged(!empty);
            double height = Math.min(ROWS, model.rows().size()) * ROW + 2;
            list.setPrefHeight(height);
            list.setMinHeight(Math.min(height, 3 * ROW));
        };
        model.rows().addListener((ListChangeListener<SavedCallsModel.Row>) change -> size.run());
        size.run();
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Open", open),
                item("Run", run),
                item("Rename or move…", this::rename),
                item("Delete…", this::delete));
    }

    private MenuItem item(String text, Consumer<SavedCall> action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(press -> chosen().ifPresent(action));
        return item;
    }

    private void press(KeyEvent key) {
        Consumer<SavedCall> action =
                switch (key.getCode()) {
                    case ENTER -> key.isShortcutDown() ? run : open;
                    case F2 -> this::rename;
                    case DELETE -> this::delete;
                    default -> null;
                };
        if (action != null && (key.getCode() == KeyCode.ENTER || !key.isShortcutDown())) {
            chosen().ifPresent(action);
            key.consume();
        }
    }

    private Optional<SavedCall> chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof SavedCallsModel.Row.Item(SavedCall call)
                ? Optional.of(call)
                : Optional.empty();
    }

    private void rename(SavedCall call) {
        NameSheet.open(
                overlay,
                "Rename or move",
                "Rename",
                model.collections(),
                call.collection(),
                call.name(),
                (collection, name) -> !(collection.equals(call.collection()) && name.equals(call.name()))
                        && model.has(collection, name),
                false,
                (collection, name, replace) -> model.rename(call, collection, name, () -> {}));
    }

    private void delete(SavedCall call) {
        new Confirmation(
                        "Delete the saved call “" + call.name() + "”?",
                        "Its file in " + call.collection() + " goes. Nothing is done in the org.",
                        "Delete")
                .ask(overlay, org, () -> model.delete(call, () -> {}));
    }

    private static final class Cell extends ListCell<SavedCallsModel.Row> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SavedCallsModel.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("saved-collection", "saved-call", "saved-broken");
            setGraphic(null);
            setTooltip(null);
            if (row == null || empty) {
                setText(null);
                setAccessibleText(null);
                return;
            }
            switch (row) {
                case SavedCallsModel.Row.Collection(String name, int count) -> {
                    getStyleClass().add("saved-collection");
                    setGraphic(Icons.of(Feather.FOLDER));
                    setText(name);
                    setAccessibleText("Collection " + name + ", " + count + " calls");
                }
                case SavedCallsModel.Row.Item(SavedCall call) -> {
                    getStyleClass().add("saved-call");
                    setText(call.name());
                    setTooltip(new Tooltip(call.tool()));
                    setAccessibleText(call.name() + ", calls " + call.tool());
                }
                case SavedCallsModel.Row.Broken(var file, String why) -> {
                    getStyleClass().add("saved-broken");
                    setGraphic(Icons.of(Feather.ALERT_CIRCLE, "state-icon-bad"));
                    setText(file.getFileName() + ": " + why);
                    setTooltip(new Tooltip(file + "\n" + why));
                    setAccessibleText(getText());
                }
            }
        }
    }
}
