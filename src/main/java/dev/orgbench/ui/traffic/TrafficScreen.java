package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.export.TraceExport;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.ServerChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The Traffic screen: every message of every client and every request of the window itself as they happen, and below what
 * was asked, answered and sent to the org for it.
 */
public final class TrafficScreen extends VBox {
    private final TrafficModel model;
    private final EntryActions actions;
    private final FilterBar bar;
    private final TrafficTable table;
    private final TimelineModel timelineModel;
    private final TimelinePane timeline;
    private final EntryPane entry;
    private final WorkStrip work;

    private TrafficScreen(Desk desk, String version) {
        model = new TrafficModel(desk.org().id(), desk.trace(), desk.memory(), desk.background(), desk.feed());
        desk.lifetime().keep(model);
        DetailModel details = new DetailModel(desk.trace(), model, desk.background());
        Replay replay = new Replay(
                desk.servers(),
                desk.background(),
                (question, agreed) -> question.ask(desk.overlay(), desk.org(), agreed),
                model::show);
        ExportModel export = new ExportModel(
                desk.trace(),
                new TraceExport(version, gateway(desk)),
                desk.background(),
                (count, file) -> exported(desk, count, file));
        actions = new EntryActions(desk, model, details, replay, this::chosen);
        EntryMenus menus = new EntryMenus(actions, this::chosenExchange);
        entry = new EntryPane(desk.memory(), desk.background(), menus.buttons(details));
        table = new TrafficTable(model, menus.context(), this::openEntry);
        timelineModel = new TimelineModel(model);
        timeline = new TimelinePane(model, timelineModel);
        bar = new FilterBar(model, new ExportMenu(model, export, desk.files(), this::chosen));
        work = new WorkStrip(export, replay);
        ListPane list = new ListPane(model, table, timeline);
        list.setMinHeight(130);
        EntryRoom room = new EntryRoom(model, details, entry);
        room.setMinHeight(160);
        SplitPane split = new RememberedSplit("traffic.detail", Orientation.VERTICAL, 0.42, desk.memory(), list, room);
        VBox.setVgrow(split, Priority.ALWAYS);
        getStyleClass().add("traffic-screen");
        getChildren().addAll(bar, new ActiveFilters(model.filter()), work, split);
        bar.view().valueProperty().addListener((property, before, now) -> showView());
        showView();
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressOnList);
        // Before the list sees it, which would take Esc for the end of an edit.
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    }

    /**
     * The screen of one org.
     *
     * @param version Orgbench's own, told in exports
     */
    public static TrafficScreen of(Desk desk, String version) {
        return new TrafficScreen(desk, version);
    }

    /** Puts the caret into the filter. */
    public void focusFilter() {
        bar.focusText();
    }

    /** Selects the entry with that id in the trace, wherever it is; filters that hide it are taken away. */
    public void show(long id) {
        model.show(id);
    }

    /** Does what a key stands for on the whole screen; tells whether it stands for anything. */
    public boolean press(KeyEvent key) {
        return key.getCode() == KeyCode.ESCAPE && work.cancel();
    }

    @Override
    public void requestFocus() {
        if (bar.view().valueProperty().get() == FilterBar.View.TIMELINE) {
            timeline.requestFocus();
        } else {
            table.requestFocus();
        }
    }

    private void showView() {
        boolean byTime = bar.view().valueProperty().get() == FilterBar.View.TIMELINE;
        table.setVisible(!byTime);
        timeline.setVisible(byTime);
        timelineModel.setShown(byTime);
        if (byTime) {
            timeline.showSelected();
        }
    }

    /** Letters are keys only where nothing is typed: on the list and on the timeline. */
    private void pressOnList(KeyEvent key) {
        if (!isOnList() || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case P -> actions.pin();
            case R -> actions.replay();
            case E -> actions.edit();
            case C -> actions.compare();
            case ENTER -> openEntry();
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Leads from the entry back to the list, and from there to no selection. */
    private void escape(KeyEvent key) {
        if (key.getCode() != KeyCode.ESCAPE || !(holdsFocus(entry) || isOnList())) {
            return;
        }
        if (holdsFocus(entry)) {
            requestFocus();
        } else {
            model.selectedProperty().set(null);
        }
        key.consume();
    }

    private boolean isOnList() {
        return holdsFocus(table) || holdsFocus(timeline);
    }

    /** Asked of the scene: a node's own word on the focus within it stays true where what had it was hidden. */
    private boolean holdsFocus(Node ground) {
        @Nullable Node at = getScene() == null ? null : getScene().getFocusOwner();
        while (at != null && at != ground) {
            at = at.getParent();
        }
        return at != null && ground.isVisible();
    }

    private void openEntry() {
        entry.requestFocus();
    }

    private List<Row> chosen() {
        if (table.isVisible()) {
            return table.chosen();
        }
        Row selected = model.selectedProperty().get();
        return selected == null ? List.of() : List.of(selected);
    }

    private @Nullable Exchange chosenExchange() {
        return entry.chosenExchange();
    }

    private static void exported(Desk desk, int count, Path file) {
        desk.toasts()
                .say(
                        String.format(Locale.ROOT, "%,d entries written to %s", count, file.getFileName()),
                        "Open folder",
                        () -> desk.files().showFolder(file));
    }

    private static URI gateway(Desk desk) {
        ServerChoice.Selected selected = desk.servers().selectedProperty().get();
        return selected == null ? URI.create("http://127.0.0.1") : selected.url();
    }
}
