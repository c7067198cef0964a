package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.code.SoqlEditor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The tabs with their editors; in step with {@link QueryTabs}. */
final class EditorTabs extends StackPane {
    private final SoqlModel model;
    private final Desk desk;
    private final TabPane pane = new TabPane();
    private final Map<QueryTab, Tab> tabs = new HashMap<>();
    private final Map<QueryTab, SoqlEditor> editors = new HashMap<>();
    private boolean following;

    EditorTabs(SoqlModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        getStyleClass().add("editor-tabs");
        pane.getStyleClass().add("line-tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        pane.setAccessibleText("Queries");
        Button add = new Button("", Icons.of(Feather.PLUS));
        add.setId("new-tab");
        add.getStyleClass().addAll("flat", "icon-button");
        add.setAccessibleText("New query");
        add.setTooltip(new Tooltip("New query (" + KeyName.inText("T") + ")"));
        add.setOnAction(press -> {
            model.tabs().open("", "");
            current().focusText();
        });
        StackPane.setAlignment(add, Pos.TOP_RIGHT);
        StackPane.setMargin(add, new Insets(2, 8, 0, 0));
        getChildren().addAll(pane, add);
        model.tabs().list().addListener((ListChangeListener<QueryTab>) change -> follow());
        model.tabs().currentProperty().addListener((property, before, now) -> follow());
        pane.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!following && now != null && now.getUserData() instanceof QueryTab chosen) {
                model.tabs().currentProperty().set(chosen);
            }
        });
        pane.getTabs().addListener((ListChangeListener<Tab>) change -> {
            if (!following) {
                // The skin is in the middle of a drag.
                Platform.runLater(() -> model.tabs()
                        .arrange(pane.getTabs().stream()
                                .map(tab -> (QueryTab) tab.getUserData())
                                .toList()));
            }
        });
        follow();
    }

    /** The editor of the current tab. */
    SoqlEditor current() {
        return editor(model.tabs().current());
    }

    void recheck() {
        editors.values().forEach(SoqlEditor::recheck);
    }

    void step(int by) {
        List<QueryTab> list = model.tabs().list();
        int to = Math.floorMod(list.indexOf(model.tabs().current()) + by, list.size());
        model.tabs().currentProperty().set(list.get(to));
        current().focusText();
    }

    /** Asks for another name. */
    void rename(QueryTab tab) {
        SaveSheet.rename(desk, tab);
    }

    /** Keeps the current tab: over what it was opened from, else under a name asked for. */
    void save() {
        SavedQuery before = model.tabs().current().savedProperty().get();
        if (before == null) {
            SaveSheet.saveAs(desk, model);
            return;
        }
        String text = model.tabs().current().textProperty().get();
        model.save(new SavedQuery(before.folder(), before.name(), before.tags(), text), () -> desk.toasts()
                .say("Saved " + before.path()));
    }

    private void follow() {
        following = true;
        List<QueryTab> list = model.tabs().list();
        tabs.keySet().removeIf(tab -> !list.contains(tab));
        editors.keySet().removeIf(tab -> !list.contains(tab));
        List<Tab> wanted =
                list.stream().map(tab -> tabs.computeIfAbsent(tab, this::make)).toList();
        if (!pane.getTabs().equals(wanted)) {
            pane.getTabs().setAll(wanted);
        }
        QueryTab current = model.tabs().current();
        Tab shown = tabs.get(current);
        if (shown != null) {
            shown.setContent(editor(current));
            pane.getSelectionModel().select(shown);
        }
        following = false;
    }

    private SoqlEditor editor(QueryTab tab) {
        return editors.computeIfAbsent(tab, this::makeEditor);
    }

    private SoqlEditor makeEditor(QueryTab tab) {
        SoqlEditor editor = SoqlEditor.filling(
                model.schema(), desk.background(), "SOQL, " + tab.nameProperty().get());
        editor.show(tab.textProperty().get(), tab.caretProperty().get());
        editor.textProperty()
                .addListener((property, before, now) -> tab.textProperty().set(now));
        editor.caretProperty()
                .addListener((property, before, now) -> tab.caretProperty().set(now));
        tab.textProperty().addListener((property, before, now) -> editor.replace(now));
        tab.run().refusalProperty().addListener((property, before, now) -> editor.showRefusal(now));
        return editor;
    }

    private Tab make(QueryTab query) {
        Tab tab = new Tab();
        tab.setUserData(query);
        tab.setId("query-" + query.id());
        Node dot = Icons.of(Feather.CIRCLE, "changed-dot");
        Runnable show = () -> {
            tab.setText(query.nameProperty().get());
            tab.setGraphic(query.isChanged() ? dot : null);
            SavedQuery of = query.savedProperty().get();
            tab.setTooltip(
                    of == null ? null : new Tooltip(of.path() + (query.isChanged() ? ", changed since saved" : "")));
        };
        query.nameProperty().addListener((property, before, now) -> show.run());
        query.savedProperty().addListener((property, before, now) -> show.run());
        query.textProperty().addListener((property, before, now) -> show.run());
        tab.setOnCloseRequest(close -> {
            close.consume();
            model.tabs().close(query);
        });
        MenuItem rename = new MenuItem("Rename …");
        rename.setOnAction(chosen -> rename(query));
        MenuItem saveAs = new MenuItem("Save as …");
        saveAs.setOnAction(chosen -> {
            model.tabs().currentProperty().set(query);
            SaveSheet.saveAs(desk, model);
        });
        MenuItem close = new MenuItem("Close");
        close.setOnAction(chosen -> model.tabs().close(query));
        MenuItem reopen = new MenuItem("Reopen the last closed");
        reopen.setOnAction(chosen -> model.tabs().reopen());
        tab.setContextMenu(new ContextMenu(rename, saveAs, close, reopen));
        show.run();
        return tab;
    }
}
