package dev.orgbench.ui.soql;

import atlantafx.base.theme.Tweaks;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.StatePane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Saved queries by folder. A click opens one; the menu renames, moves, tags and deletes. */
final class SavedPane extends VBox {
    private final SoqlModel model;
    private final Desk desk;
    private final TextField filter = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final StackPane place = new StackPane();

    SavedPane(SoqlModel model, Desk desk) {
        super(8);
        this.model = model;
        this.desk = desk;
        getStyleClass().add("side-content");
        filter.setId("saved-filter");
        filter.setPromptText("Search saved");
        filter.setAccessibleText("Search the saved queries");
        filter.textProperty().bindBidirectional(model.saved().filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        ProblemBanner banner = new ProblemBanner();
        model.saved().problemProperty().addListener((property, before, now) -> banner.show(now));
        list.setId("saved");
        list.setAccessibleText("Saved queries");
        list.setCellFactory(made -> new Row());
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.isShortcutDown()) {
                return;
            }
            if (key.getCode() == KeyCode.ENTER) {
                open();
                key.consume();
            } else if (key.getCode() == KeyCode.F2) {
                chosen(query -> SaveSheet.edit(desk, model, query));
                key.consume();
            } else if (key.getCode() == KeyCode.DELETE) {
                chosen(this::delete);
                key.consume();
            }
        });
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(new HBox(4, filter, menu()), banner, place);
        model.saved().shown().addListener((Observable changed) -> show());
        show();
    }

    /** A line: the head of a folder, or a query. */
    private sealed interface Entry {
        record Folder(String name) implements Entry {}

        record Query(SavedQuery query) implements Entry {}
    }

    void focusFilter() {
        filter.requestFocus();
    }

    private MenuButton menu() {
        MenuItem save = new MenuItem("Save the current query …");
        save.setOnAction(chosen -> SaveSheet.saveAs(desk, model));
        MenuItem export = new MenuItem("Export all …");
        export.setOnAction(
                chosen -> desk.files().save("Export the saved queries", "saved-queries.json", file -> model.saved()
                        .exportTo(file, () -> desk.toasts().say("Saved queries written to " + file.getFileName()))));
        MenuItem take = new MenuItem("Import …");
        take.setOnAction(chosen -> desk.files()
                .open(
                        "Import saved queries",
                        file -> model.saved().importFrom(file, count -> desk.toasts()
                                .say(count + (count == 1 ? " query came in" : " queries came in"))),
                        "json"));
        MenuItem again = new MenuItem("Read the files again");
        again.setOnAction(chosen -> model.saved().load());
        MenuButton menu = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL), save, take, export, again);
        menu.setId("saved-menu");
        menu.getStyleClass().addAll("flat", "icon-button", Tweaks.NO_ARROW);
        menu.setAccessibleText("Saved queries: save, import, export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }

    private void open() {
        chosen(model::openSaved);
    }

    private void chosen(Consumer<SavedQuery> act) {
        if (list.getSelectionModel().getSelectedItem() instanceof Entry.Query(SavedQuery query)) {
            act.accept(query);
        }
    }

    private void delete(SavedQuery query) {
        new Confirmation(
                        "Delete the saved query " + query.name() + "?",
                        "Its file goes. A tab in which it is open stays as it is.",
                        "Delete")
                .ask(desk.overlay(), desk.org(), () -> model.saved().delete(query, () -> {}));
    }

    private void show() {
        if (model.saved().isEmpty()) {
            place.getChildren()
                    .setAll(StatePane.empty(
                                    Feather.BOOKMARK,
                                    "Nothing saved yet",
                                    "Queries are kept as files in a folder, fit for git.")
                            .with("Save this query", () -> SaveSheet.saveAs(desk, model)));
            return;
        }
        List<Entry> entries = new ArrayList<>();
        String folder = "";
        for (SavedQuery query : model.saved().shown()) {
            if (!query.folder().equals(folder)) {
                folder = query.folder();
                entries.add(new Entry.Folder(folder));
            }
            entries.add(new Entry.Query(query));
        }
        list.getItems().setAll(entries);
        place.getChildren().setAll(entries.isEmpty() ? StatePane.noMatch("query", filter::clear) : list);
    }

    private final class Row extends ListCell<Entry> {
        private final Label name = new Label();
        private final Label tags = new Label();
        private final HBox line;

        Row() {
            getStyleClass().add("saved-cell");
            tags.getStyleClass().addAll("muted", "small-text");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(8, name, gap, tags);
            line.setMinWidth(0);
            line.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setContextMenu(null);
            setTooltip(null);
            getStyleClass().remove("group-cell");
            if (empty || entry == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            switch (entry) {
                case Entry.Folder(String folder) -> {
                    setGraphic(null);
                    setText(folder.toUpperCase(Locale.getDefault()));
                    getStyleClass().add("group-cell");
                }
                case Entry.Query(SavedQuery query) -> {
                    setText(null);
                    name.setText(query.name());
                    tags.setText(query.tagWords());
                    setGraphic(line);
                    setTooltip(new Tooltip(query.soql()));
                    setContextMenu(menu(query));
                    setAccessibleText(query.path() + (query.tags().isEmpty() ? "" : ", " + query.tagWords()));
                }
            }
        }

        private ContextMenu menu(SavedQuery query) {
            MenuItem open = new MenuItem("Open");
            open.setOnAction(chosen -> model.openSaved(query));
            MenuItem change = new MenuItem("Rename, move, tag …");
            change.setOnAction(chosen -> SaveSheet.edit(desk, model, query));
            MenuItem delete = new MenuItem("Delete …");
            delete.setOnAction(chosen -> SavedPane.this.delete(query));
            return new ContextMenu(open, change, delete);
        }
    }
}
