package dev.orgbench.ui.soql;

import dev.orgbench.soql.Range;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.grid.ExportFormat;
import dev.orgbench.ui.kit.grid.GridModel;
import dev.orgbench.ui.kit.grid.ResultGrid;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Below the editor of one tab: what can be done with the query, what the org said, the rows. */
final class ResultPane extends VBox {
    private final SoqlModel model;
    private final QueryTab tab;
    /** Every org has accounts. */
    private static final String EXAMPLE =
            "SELECT Id, Name, Industry, CreatedDate FROM Account ORDER BY CreatedDate DESC LIMIT 20";

    private final Desk desk;
    private final EditorTabs editors;
    private final ResultGrid grid;
    private final Button run = new Button();
    private final MenuButton export = new MenuButton("Export");

    ResultPane(SoqlModel model, QueryTab tab, Desk desk, EditorTabs editors) {
        this.model = model;
        this.tab = tab;
        this.desk = desk;
        this.editors = editors;
        this.grid = ResultGrid.of(tab.run().grid(), desk, model.records(), this::openRecord);
        getStyleClass().add("result-pane");
        grid.setEmptyState(emptyState());
        ProblemBanner banner = new ProblemBanner();
        VBox.setMargin(banner, new Insets(0, 12, 8, 12));
        tab.run().problemProperty().addListener((property, before, now) -> banner.show(now));
        banner.show(tab.run().problemProperty().get());
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(bar(), banner, new UnsentStrip(tab.run()), new PlanPane(tab.run()), grid);
        tab.run().grid().stateProperty().addListener((property, before, now) -> showState());
        showState();
    }

    boolean cancelExport() {
        return grid.cancelExport();
    }

    private StatePane emptyState() {
        Button example = new Button("Write one for me");
        example.setId("example-query");
        example.setTooltip(new Tooltip(EXAMPLE));
        example.visibleProperty().bind(tab.textProperty().map(String::isBlank));
        example.managedProperty().bind(example.visibleProperty());
        example.setOnAction(press -> editors.current().insert(EXAMPLE));
        return StatePane.empty(
                        Feather.TERMINAL,
                        "Rows come here",
                        "Run the query with " + KeyName.inText("Enter")
                                + ". Ctrl+Space proposes fields and values while you write.")
                .with(example);
    }

    private HBox bar() {
        run.setId("run-query");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(press -> {
            if (tab.run().isRunning()) {
                model.cancel();
            } else {
                model.run(chosen());
            }
        });
        Button plan =
                button("Plan", "How the org would run it: cost, index, what to improve", () -> model.explain(chosen()));
        plan.setId("plan-query");
        Button format = button("Format", "Format (" + KeyName.inText("Shift+F") + ")", () -> editors.current()
                .format());
        format.setId("format-query");
        format.getStyleClass().add("flat");
        Button call = button(
                "As a tool call",
                "The same query as an agent would call it",
                () -> ToolCallSheet.open(desk, model, chosen()));
        call.setId("as-tool-call");
        call.getStyleClass().add("flat");
        Label facts = new Label();
        facts.setId("query-facts");
        facts.getStyleClass().add("muted");
        facts.textProperty().bind(tab.run().factsProperty());
        facts.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(facts.textProperty());
        facts.setTooltip(whole);
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        facts.setAlignment(Pos.CENTER_RIGHT);
        export.setId("export-rows");
        export.setMinWidth(Region.USE_PREF_SIZE);
        for (ExportFormat kind : ExportFormat.values()) {
            MenuItem item = new MenuItem(kind.label());
            item.setOnAction(chosen -> grid.export(kind, fileName()));
            export.getItems().add(item);
        }
        HBox bar = new HBox(8, run, plan, format, call, options(), facts, export);
        bar.getStyleClass().add("query-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private MenuButton options() {
        CheckMenuItem all = new CheckMenuItem("Deleted and archived rows too (queryAll)");
        all.setSelected(tab.modeProperty().get().all());
        CheckMenuItem tooling = new CheckMenuItem("Ask the Tooling API");
        tooling.setSelected(tab.modeProperty().get().tooling());
        all.setOnAction(chosen -> tab.modeProperty().set(new QueryMode(all.isSelected(), tooling.isSelected())));
        tooling.setOnAction(chosen -> tab.modeProperty().set(new QueryMode(all.isSelected(), tooling.isSelected())));
        MenuButton options = new MenuButton("", Icons.of(Feather.SLIDERS), all, tooling);
        options.setId("query-options");
        options.getStyleClass().add("flat");
        options.setAccessibleText("How the query is sent");
        options.setTooltip(new Tooltip("How the query is sent"));
        options.setMinWidth(Region.USE_PREF_SIZE);
        tab.modeProperty().addListener((property, before, now) -> options.setText(now.words()));
        options.setText(tab.modeProperty().get().words());
        return options;
    }

    private void showState() {
        boolean running = tab.run().isRunning();
        run.setText(running ? "Cancel" : "Run");
        run.getStyleClass().removeAll("success");
        if (!running) {
            run.getStyleClass().add("success");
        }
        run.setTooltip(new Tooltip(
                running ? "Cancel (Esc)" : "Run the query, or what is selected (" + KeyName.inText("Enter") + ")"));
        export.setDisable(!(tab.run().grid().stateProperty().get() instanceof GridModel.State.Shown));
    }

    private Range chosen() {
        return editors.current().selection();
    }

    private String fileName() {
        return tab.nameProperty().get().replaceAll("[^\\p{L}\\p{N} ._-]", "_");
    }

    /** A record is looked at as any query's answer, in a tab of its own. */
    private void openRecord(String id) {
        model.openRecord(id);
    }

    private static Button button(String text, String tip, Runnable act) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(press -> act.run());
        return button;
    }
}
