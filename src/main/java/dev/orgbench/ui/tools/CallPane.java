package dev.orgbench.ui.tools;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.CodeEditor;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.form.FormModel;
import dev.orgbench.ui.kit.form.SchemaForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The arguments, as a form or as raw JSON, and the button that sends them. */
final class CallPane extends VBox {
    private static final String FORM = "Form";
    private static final String RAW = "Raw JSON";

    private final ToolCall call;
    private final ToolBench bench;
    private final FormModel form;
    /** Longer lines and texts than this would stop the window while they are laid out. */
    private static final int LONGEST_RAW = 400_000;

    private final StackPane room = new StackPane();
    private final Button run = new Button();
    private final Label keys = new Label(KeyName.onCap("↵"));
    private final Label complaint = new Label();
    private @Nullable Node shown;
    private final Segments<String> view = new Segments<>("Form or raw JSON", List.of(FORM, RAW), choice -> choice);

    CallPane(ToolCall call, ToolBench bench) {
        this.call = call;
        this.bench = bench;
        this.form = call.form();
        getStyleClass().add("call-pane");
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(room, bar());
        view.valueProperty().addListener((property, before, now) -> switchView(RAW.equals(now)));
        call.stateProperty().addListener((property, before, now) -> showState());
        form.shownProblems().addListener((MapChangeListener<JsonPointer, String>) change -> showComplaint());
        form.rawProperty().addListener((property, before, now) -> {
            // The form may go over by itself, as when a draft or an earlier call is brought back.
            if (Objects.equals(view.valueProperty().get(), RAW) != now) {
                rebuild();
            }
        });
        rebuild();
        showState();
    }

    /** Runs the call, or cancels the one under way. What cannot be taken back is asked about first. */
    void run() {
        if (call.isRunning()) {
            call.cancel();
            return;
        }
        Confirmation question = form.maySend()
                ? Caution.about(call.tool(), form.arguments(), bench.org()).orElse(null)
                : null;
        if (question != null) {
            question.ask(bench.overlay(), bench.org(), call::run);
        } else if (!call.run() && shown instanceof SchemaForm fields) {
            fields.focusFirstProblem();
        }
    }

    /** Runs an earlier call once more, as it was; the form stays as it is. */
    void again(ObjectNode arguments) {
        Caution.about(call.tool(), arguments, bench.org())
                .ifPresentOrElse(
                        question -> question.ask(bench.overlay(), bench.org(), () -> call.send(arguments)),
                        () -> call.send(arguments));
    }

    /** Shows the model's arguments anew. */
    void rebuild() {
        boolean raw = form.rawProperty().get();
        view.valueProperty().set(raw ? RAW : FORM);
        room.getChildren().setAll(raw ? raw() : form());
        showComplaint();
    }

    private Node form() {
        shown = new SchemaForm(form, bench.parts().apply(call.tool().name()));
        ScrollPane scroll = new ScrollPane(shown);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private Node raw() {
        if (form.rawText().length() > LONGEST_RAW) {
            shown = StatePane.empty(
                            Feather.FILE_TEXT,
                            "These arguments are very long",
                            String.format(
                                    Locale.ROOT,
                                    form.isWhole()
                                            ? "%,d characters of JSON are kept as they are, but not edited here. The form shows them field by field."
                                            : "%,d characters are kept as they are, but not edited here, and they are no JSON yet. Copy and mend them elsewhere.",
                                    form.rawText().length()))
                    .with(new CopyButton("Copy", "Copy the arguments", form::rawText))
                    .with("Write others", this::emptyRaw);
            return shown;
        }
        CodeEditor code = CodeEditor.filling(Language.JSON, "Arguments as JSON");
        code.setId("raw-arguments");
        code.show(form.rawText());
        code.textProperty().addListener((property, before, now) -> form.typeRaw(now));
        code.addEventFilter(KeyEvent.KEY_PRESSED, key -> pasteLong(key, code));
        shown = code;
        return code;
    }

    /** A text that is too long to be laid out goes into the model without the editor. */
    private void pasteLong(KeyEvent key, CodeEditor code) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.V) {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && pasted.length() > LONGEST_RAW) {
                key.consume();
                form.typeRaw(code.textWith(pasted));
                rebuild();
            }
        }
    }

    private void emptyRaw() {
        form.typeRaw("{}");
        rebuild();
        if (shown instanceof CodeEditor code) {
            code.focusText();
        }
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
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        whole.textProperty().bind(complaint.textProperty());
        complaint
                .tooltipProperty()
                .bind(Bindings.when(complaint.textProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(whole));
        HBox.setHgrow(complaint, Priority.ALWAYS);
        complaint.setMaxWidth(Double.MAX_VALUE);
        Button save = new Button("Save as…");
        save.setId("save-as");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(press -> saveAs());
        HBox looks = new HBox(8, new ExampleButton(form, call.tool().examples(), this::rebuild), view);
        looks.setAlignment(Pos.CENTER_RIGHT);
        HBox bar = new HBox(8, run, save, complaint, looks);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("run-bar");
        return bar;
    }

    private void saveAs() {
        SavedCallsModel saved = bench.saved();
        List<String> collections = saved.collections();
        NameSheet.open(
                bench.overlay(),
                "Save this call",
                "Save",
                collections,
                collections.isEmpty() ? "My calls" : collections.getFirst(),
                "",
                saved::has,
                true,
                (collection, name, replace) -> saved.save(
                        new SavedCall(collection, name, call.tool().name(), form.arguments()),
                        replace,
                        () -> bench.toasts().say("Saved as " + name + " in " + collection)));
    }

    private void showState() {
        boolean running = call.isRunning();
        keys.setText(running ? "Esc" : KeyName.onCap("↵"));
        HBox face = new HBox(
                8, Icons.of(running ? Feather.SQUARE : Feather.PLAY), new Label(running ? "Cancel" : "Run"), keys);
        face.setAlignment(Pos.CENTER);
        run.setGraphic(face);
        run.setAccessibleText(running ? "Cancel the call" : "Run the call");
        run.getStyleClass().remove("success");
        if (!running) {
            run.getStyleClass().add("success");
        }
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
            complaint.setText(
                    problems.isEmpty()
                            ? ""
                            : problems.size() == 1
                                    ? "One field needs attention."
                                    : problems.size() + " fields need attention.");
        }
    }

    private static String place(JsonPointer at) {
        return at.matches() ? "" : at.toString().substring(1).replace('/', '.') + ": ";
    }
}
