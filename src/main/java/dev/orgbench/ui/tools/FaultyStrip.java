package dev.orgbench.ui.tools;

import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Problem;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says why tools or prompts are missing: a file among the person's own definitions has a fault, or a pinned object gives
 * none. What is missing is not listed, so this is the only way to where it can be mended.
 */
final class FaultyStrip extends HBox {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    private final ToolBench bench;
    private final @Nullable OwnDefinitions definitions;
    private final ObservableValue<@Nullable Connection> server;
    private final Label words = new Label();
    private final Button mend = new Button("Mend");

    FaultyStrip(ToolBench bench, ObservableValue<@Nullable Connection> server) {
        super(6);
        this.bench = bench;
        this.definitions = bench.definitions();
        this.server = server;
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
        Connection looked = server.getValue();
        bench.background()
                .run(
                        () -> look(looked),
                        this::show,
                        failure -> words.setText(Problem.of(failure).summary()));
    }

    /**
     * What is said.
     *
     * @param all sentences; the first alone has room
     * @param file where the first can be mended; null where that is not in a file of the person's own
     */
    private record Said(List<String> all, @Nullable String file) {}

    private Said look(@Nullable Connection looked) {
        var faults = Stream.ofNullable(definitions)
                .flatMap(own -> own.problems().stream())
                .toList();
        List<String> gaps = looked == null ? List.of() : looked.missing().get();
        return new Said(
                Stream.concat(faults.stream().map(String::valueOf), gaps.stream())
                        .toList(),
                faults.isEmpty() ? null : faults.getFirst().file());
    }

    private void show(Said said) {
        List<String> all = said.all();
        String file = said.file();
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
        mend.setVisible(file != null);
        mend.setManaged(file != null);
        if (all.isEmpty()) {
            return;
        }
        String first = file == null ? all.getFirst() : file + " has a fault";
        words.setText(all.size() == 1 || file != null ? first : first + " And " + (all.size() - 1) + " more.");
        words.setTooltip(new Tooltip(String.join("\n", all)));
        words.setWrapText(file == null);
        if (file != null && definitions != null) {
            mend.setAccessibleText("Mend " + all.getFirst());
            mend.setOnAction(press -> open(definitions, file));
        }
    }

    private void open(OwnDefinitions own, String file) {
        DefinitionModel model = new DefinitionModel(own, bench.drafts(), bench.background(), bench.reload());
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
