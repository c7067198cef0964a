package dev.orgbench.ui.tools;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.ui.kit.CodeEditor;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.form.FormModel;
import dev.orgbench.ui.kit.form.SchemaForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The arguments, as a form or as raw JSON, and the button that sends them. */
final class CallPane extends VBox {
    private static final String FORM = "Form";
    private static final String RAW = "Raw JSON";

    private final ToolCall call;
    private final FormModel form;
    private final StackPane room = new StackPane();
    private final Button run = new Button();
    private final Label keys = new Label(KeyName.onCap("↵"));
    private final Label complaint = new Label();
    private final Segments<String> view = new Segments<>("Form or raw JSON", List.of(FORM, RAW), choice -> choice);

    CallPane(ToolCall call) {
        this.call = call;
        this.form = call.form();
        getStyleClass().add("call-pane");
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(room, bar());
        view.valueProperty().set(form.rawProperty().get() ? RAW : FORM);
        view.valueProperty().addListener((property, before, now) -> switchView(RAW.equals(now)));
        call.stateProperty().addListener((property, before, now) -> showState());
        form.shownProblems().addListener((MapChangeListener<JsonPointer, String>) change -> showComplaint());
        rebuild();
        showState();
        showComplaint();
    }

    void run() {
        if (call.isRunning()) {
            call.cancel();
        } else if (!call.run() && !form.rawProperty().get()) {
            ((SchemaForm) ((ScrollPane) room.getChildren().getFirst()).getContent()).focusFirstProblem();
        }
    }

    /** Shows the model's arguments anew. */
    void rebuild() {
        room.getChildren().setAll(form.rawProperty().get() ? raw() : form());
    }

    private Node form() {
        ScrollPane scroll = new ScrollPane(new SchemaForm(form));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private Node raw() {
        CodeEditor code = CodeEditor.filling(Language.JSON, "Arguments as JSON");
        code.setId("raw-arguments");
        code.show(form.rawText());
        code.textProperty().addListener((property, before, now) -> form.typeRaw(now));
        return code;
    }

    private void switchView(boolean toRaw) {
        if (form.rawProperty().get() == toRaw) {
            return;
        }
        if (form.switchTo(toRaw)) {
            rebuild();
        } else {
            // What was typed is no JSON yet and would be lost: stay, the complaint says what is wrong.
            view.valueProperty().set(toRaw ? FORM : RAW);
        }
        showComplaint();
    }

    private Node bar() {
        run.getStyleClass().addAll("success", "run-button");
        run.setId("run");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(press -> run());
        keys.getStyleClass().add("key-hint");
        complaint.getStyleClass().add("field-problem");
        complaint.setMinWidth(0);
        HBox.setHgrow(complaint, Priority.ALWAYS);
        complaint.setMaxWidth(Double.MAX_VALUE);
        HBox looks = new HBox(8, new ExampleButton(form, call.tool().examples(), this::rebuild), view);
        looks.setAlignment(Pos.CENTER_RIGHT);
        HBox bar = new HBox(12, run, complaint, looks);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("run-bar");
        return bar;
    }

    private void showState() {
        boolean running = call.isRunning();
        keys.setText(running ? "Esc" : KeyName.onCap("↵"));
        HBox face = new HBox(8, Icons.of(running ? Feather.SQUARE : Feather.PLAY), new Label(running ? "Cancel" : "Run"), keys);
        face.setAlignment(Pos.CENTER);
        run.setGraphic(face);
        run.setAccessibleText(running ? "Cancel the call" : "Run the call");
        run.getStyleClass().removeAll("success", "danger");
        run.getStyleClass().add(running ? "danger" : "success");
    }

    /** In the form each field says what is wrong with it; here stands what belongs to none, or how many are left. */
    private void showComplaint() {
        Map<JsonPointer, String> problems = form.shownProblems();
        if (form.rawProperty().get()) {
            complaint.setText(problems.entrySet().stream()
                    .map(problem -> place(problem.getKey()) + problem.getValue())
                    .limit(3)
                    .collect(Collectors.joining("  ")));
        } else {
            complaint.setText(problems.isEmpty()
                    ? ""
                    : problems.size() == 1 ? "One field needs attention." : problems.size() + " fields need attention.");
        }
    }

    private static String place(JsonPointer at) {
        return at.matches() ? "" : at.toString().substring(1).replace('/', '.') + ": ";
    }
}
