package dev.orgbench.ui.soql;

import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.RememberedSplit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The SOQL screen: tabs with an editor each, the rows below, history, saved queries and fields at the side. */
public final class SoqlScreen extends StackPane {
    private final SoqlModel model;
    private final Desk desk;
    private final EditorTabs editors;
    private final StackPane results = new StackPane();
    private final SidePane side;
    private final Map<QueryTab, ResultPane> panes = new HashMap<>();

    private SoqlScreen(SoqlModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.editors = new EditorTabs(model, desk);
        this.side = new SidePane(model, desk, this::insert);
        getStyleClass().add("soql-screen");
        editors.setMinHeight(120);
        results.setMinHeight(140);
        side.setMinWidth(190);
        RememberedSplit main =
                new RememberedSplit("soql.results", Orientation.VERTICAL, 0.38, desk.memory(), editors, results);
        main.setMinWidth(480);
        getChildren().add(new RememberedSplit("soql.side", Orientation.HORIZONTAL, 0.78, desk.memory(), main, side));
        model.tabs().currentProperty().addListener((property, before, now) -> showCurrent());
        showCurrent();
    }

    /**
     * The screen of the desk's org.
     *
     * @param schema what is known of the org; texts are checked again each time that more is
     * @param savedFolder where saved queries lie as files; made when the first is saved. The history lies beside it
     */
    public static SoqlScreen of(Desk desk, OrgSchema schema, Path savedFolder) {
        SoqlScreen screen = on(desk, schema, savedFolder);
        schema.onChange(() -> desk.feed().execute(screen::schemaChanged));
        return screen;
    }

    static SoqlScreen on(Desk desk, Schema schema, Path savedFolder) {
        Salesforce org =
                desk.org().connection().as(desk.trace().recording(desk.org().id(), "SOQL"));
        SoqlModel model = new SoqlModel(
                desk.org().id(),
                org,
                schema,
                desk.background(),
                desk.drafts(),
                desk.navigator(),
                savedFolder,
                problem -> desk.toasts().say(problem.text()));
        return new SoqlScreen(model, desk);
    }

    /** Opens a query in a new tab. It is not run. */
    public void openQuery(String soql) {
        model.openQuery("", soql);
        focusEditor();
    }

    /** Runs the current tab: what is chosen in it, else all of it. */
    public void run() {
        model.run(editors.current().selection());
    }

    /** Stops what is under way; tells whether anything was. */
    public boolean cancel() {
        return model.cancel() || pane().cancelExport();
    }

    /** Puts the keyboard into the editor. */
    public void focusEditor() {
        editors.current().focusText();
    }

    /** Puts the caret into the search of the pane at the side. */
    public void focusFilter() {
        side.focusFilter();
    }

    /** More of the org is known: texts are checked again, fields shown. */
    private void schemaChanged() {
        editors.recheck();
        side.refreshFields();
    }

    @Override
    public void requestFocus() {
        focusEditor();
    }

    SoqlModel model() {
        return model;
    }

    private void insert(String text) {
        editors.current().insert(text);
    }

    private ResultPane pane() {
        panes.keySet().removeIf(tab -> !model.tabs().list().contains(tab));
        return panes.computeIfAbsent(model.tabs().current(), tab -> new ResultPane(model, tab, desk, editors));
    }

    private void showCurrent() {
        results.getChildren().setAll(pane());
    }

    /** Does what a key stands for here, wherever the focus is; tells whether it stands for anything. */
    public boolean press(KeyEvent key) {
        KeyCode code = key.getCode();
        if (code == KeyCode.ESCAPE && !desk.overlay().isOpen()) {
            return !editors.current().isProposing() && cancel();
        }
        if (code == KeyCode.F2 && editors.isFocusWithin()) {
            editors.rename(model.tabs().current());
            return true;
        }
        if (!key.isShortcutDown() || key.isAltDown()) {
            return false;
        }
        switch (code) {
            case ENTER -> run();
            case T -> {
                if (key.isShiftDown()) {
                    model.tabs().reopen();
                } else {
                    model.tabs().open("", "");
                }
                focusEditor();
            }
            case W, F4 -> {
                model.tabs().close(model.tabs().current());
                focusEditor();
            }
            case S -> editors.save();
            case PAGE_DOWN -> editors.step(1);
            case PAGE_UP -> editors.step(-1);
            default -> {
                return false;
            }
        }
        return true;
    }
}
