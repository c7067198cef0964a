package dev.orgbench.ui.tools;

import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Problem;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says that a file among the person's own definitions has a fault. Its tools are not listed, so this is the only way to
 * where it can be mended.
 */
final class FaultyStrip extends HBox {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    private final ToolBench bench;
    private final OwnDefinitions definitions;
    private final Label words = new Label();
    private final Button mend = new Button("Mend");

    FaultyStrip(ToolBench bench, OwnDefinitions definitions) {
        super(6);
        this.bench = bench;
        this.definitions = definitions;
        getStyleClass().addAll("changes-strip", "faulty-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "state-icon-bad"));
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        mend.setId("mend-definition");
        mend.getStyleClass().addAll("flat", "small");
        mend.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, mend);
        setVisible(false);
        setManaged(false);
    }

    /** Looks anew. */
    void refresh() {
        bench.background()
                .run(
                        () -> definitions.problems().stream().findFirst(),
                        first -> {
                            setVisible(first.isPresent());
                            setManaged(first.isPresent());
                            first.ifPresent(problem -> {
                                words.setText(problem.file() + " has a fault");
                                words.setTooltip(new Tooltip(problem.toString()));
                                mend.setAccessibleText("Mend " + problem);
                                mend.setOnAction(press -> open(problem.file()));
                            });
                        },
                        failure -> words.setText(Problem.of(failure).summary()));
    }

    private void open(String file) {
        DefinitionModel model = new DefinitionModel(definitions, bench.drafts(), bench.background(), bench.reload());
        model.openFile(file);
        DefinitionPane pane = new DefinitionPane(model, bench.overlay(), bench.org());
        VBox.setVgrow(pane, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setCancelButton(true);
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(12, pane, buttons);
        sheet.getStyleClass().add("compare-sheet");
        sheet.setPrefSize(WIDTH, HEIGHT);
        Overlay.Sheet opened = bench.overlay().open(sheet);
        close.setOnAction(press -> opened.close());
    }
}
