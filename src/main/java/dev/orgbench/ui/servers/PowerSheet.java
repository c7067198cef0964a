package dev.orgbench.ui.servers;

import dev.orgbench.tools.Method;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Toasts;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a URL can do: tools by method, objects by what can be done to their records. To read, and to export. */
final class PowerSheet extends VBox implements ServerActions.Closeable {
    private final PowerModel model;
    private final FileDialogs files;
    private final Toasts toasts;
    private final StackPane place = new StackPane();
    private final Label sentence = new Label();
    private final Segments<String> which = new Segments<>("What to show", List.of("Tools", "Objects"), word -> word);
    private final TextField filter = new TextField();
    private final Button export = new Button("Export as Markdown…");
    private final Button close = new Button("Close");

    PowerSheet(PowerModel model, FileDialogs files, Toasts toasts) {
        super(12);
        this.model = model;
        this.files = files;
        this.toasts = toasts;
        getStyleClass().add("power-sheet");
        Label title = new Label("What can “" + model.server().name() + "” do?");
        title.getStyleClass().add("sheet-title");
        sentence.setId("power-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        which.setId("power-which");
        which.valueProperty().addListener((property, before, now) -> show());
        filter.setId("power-filter");
        filter.setPromptText("Filter objects");
        filter.setAccessibleText("Filter objects");
        filter.textProperty().bindBidirectional(model.filterProperty());
        export.setId("export-power");
        export.setOnAction(press -> export());
        ProblemBanner banner = new ProblemBanner();
        model.problemProperty().addListener((property, before, now) -> banner.show(now));
        HBox bar = new HBox(8, which, filter);
        bar.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, export, gap, close);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(title, sentence, bar, place, banner, buttons);
        model.stateProperty().addListener((property, before, now) -> show());
        show();
    }

    @Override
    public void onClose(Runnable closing) {
        close.setOnAction(press -> closing.run());
    }

    private void show() {
        PowerModel.State state = model.stateProperty().get();
        boolean objects = "Objects".equals(which.valueProperty().get());
        filter.setVisible(objects);
        export.setDisable(!(state instanceof PowerModel.State.Known(PowerModel.Power power) && !power.asking()));
        place.getChildren()
                .setAll(
                        switch (state) {
                            case PowerModel.State.UnderWay loading -> StatePane.loading("Making the tools");
                            case PowerModel.State.Failed failed -> StatePane.failed(failed.problem(), model::load);
                            case PowerModel.State.Known(PowerModel.Power power) -> {
                                sentence.setText(power.preview().total() + " "
                                        + power.preview().abilities() + terms());
                                yield objects ? objects(power) : tools(power);
                            }
                        });
    }

    private String terms() {
        List<String> terms = TermWords.of(model.server().config());
        return terms.isEmpty() ? "" : " It " + String.join("; it ", terms) + ".";
    }

    private Node tools(PowerModel.Power power) {
        TableView<Tool> table = PowerColumns.table("Tools and methods", "power-tools");
        TableColumn<Tool, String> names = PowerColumns.text("Tool", 340, Tool::name, "code-column");
        names.setMinWidth(330);
        table.getColumns().add(names);
        for (Method method : Method.values()) {
            String word = method.name().toLowerCase(Locale.ROOT);
            table.getColumns().add(PowerColumns.mark(word, tool -> tool.method() == method));
        }
        table.getColumns()
                .add(PowerColumns.text(
                        "Reaches",
                        240,
                        tool -> Abilities.reach(tool, model.server().config().readObjects()),
                        "muted-column"));
        table.setItems(FXCollections.observableArrayList(power.tools()));
        table.setPlaceholder(StatePane.empty(Feather.TOOL, "No tools", "Its scope allows none of the org’s tools."));
        return table;
    }

    private Node objects(PowerModel.Power power) {
        if (power.asking()) {
            return StatePane.loading("Asking the org what its objects allow");
        }
        if (power.unknown() != null) {
            return StatePane.failed(power.unknown(), model::load);
        }
        TableView<PowerModel.Reach> table =
                PowerColumns.table("Objects and what can be done to their records", "power-objects");
        table.getColumns().add(PowerColumns.text("Object", 250, PowerModel.Reach::object, "code-column"));
        table.getColumns().add(PowerColumns.text("Label", 220, PowerModel.Reach::label, "label-column"));
        table.getColumns().add(PowerColumns.mark("read", PowerModel.Reach::read));
        table.getColumns().add(PowerColumns.mark("create", PowerModel.Reach::create));
        table.getColumns().add(PowerColumns.mark("update", PowerModel.Reach::update));
        table.getColumns().add(PowerColumns.mark("delete", PowerModel.Reach::delete));
        table.setItems(model.shown());
        table.setPlaceholder(
                power.objects().isEmpty()
                        ? StatePane.empty(Feather.SHIELD, "No records", "This URL reaches no object’s records.")
                        : StatePane.noMatch("object", filter::clear));
        return table;
    }

    private void export() {
        String name = model.server().name().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        files.save(
                "Export what this URL can do",
                (name.isEmpty() ? "server" : name.toLowerCase(Locale.ROOT)) + "-scope.md",
                file -> model.export(file, written -> toasts.say("Written to " + written)));
    }
}
