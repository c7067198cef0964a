package dev.orgbench.ui.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.JsonTree;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A request and its answer, each as a tree, as text, and its headers. */
final class BodyPane extends VBox {
    private final Segments<Side> side;
    private final Segments<Form> form;
    private final CodeViewer code;
    private final JsonTree tree;
    private final Label note = new Label();
    private final Background background;
    private Background.Job reading = Background.Job.NONE;
    private Part request = Part.NONE;
    private Part answer = Part.NONE;

    /**
     * @param first what is shown at first
     * @param forms what it can be shown as
     */
    BodyPane(String name, Side first, List<Form> forms, Background background) {
        this.background = background;
        side = new Segments<>("Request or answer", List.of(Side.values()), Side::words);
        side.valueProperty().set(first);
        form = new Segments<>("How it is shown", forms, Form::words);
        code = new CodeViewer(Language.JSON, name, background);
        tree = new JsonTree(name);
        note.getStyleClass().add("body-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, side, form, gap, new CopyButton("", "Copy what is shown", this::text));
        bar.getStyleClass().add("body-bar");
        StackPane room = new StackPane(code, tree);
        VBox.setVgrow(room, Priority.ALWAYS);
        getStyleClass().add("body-pane");
        getChildren().addAll(bar, note, room);
        side.valueProperty().addListener((property, before, now) -> show());
        form.valueProperty().addListener((property, before, now) -> show());
    }

    /** A side of a conversation. */
    enum Side {
        REQUEST("Request"),
        ANSWER("Answer");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How a side is shown. */
    enum Form {
        TREE("Tree"),
        RAW("Raw"),
        HEADERS("Headers");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What is shown of a side.
     *
     * @param first a line above the body in the raw form, as {@code GET https://...}; may be empty
     * @param inner what of the body the tree shows: what a person means, without the envelope
     * @param none said where there is no body
     */
    record Part(String first, String body, List<Exchange.Header> headers, UnaryOperator<JsonNode> inner, String none) {
        static final Part NONE = new Part("", "", List.of(), UnaryOperator.identity(), "");

        String raw() {
            String pretty = body.isEmpty() && first.isEmpty() ? none : JsonText.prettyIfJson(body);
            return first.isEmpty() ? pretty : first + "\n\n" + pretty;
        }

        String lines() {
            return headers.stream()
                    .map(header -> header.name() + ": " + header.value())
                    .collect(Collectors.joining("\n"));
        }
    }

    void show(Part newRequest, Part newAnswer) {
        // The same is shown again when an exchange is added: where one has scrolled to stays.
        if (!newRequest.equals(request) || !newAnswer.equals(answer)) {
            request = newRequest;
            answer = newAnswer;
            show();
        }
    }

    private Part part() {
        return side.valueProperty().get() == Side.REQUEST ? request : answer;
    }

    private void show() {
        reading.cancel();
        Part shown = part();
        Form wanted = Objects.requireNonNullElse(form.valueProperty().get(), Form.RAW);
        note("");
        if (wanted != Form.TREE) {
            code(wanted == Form.RAW ? shown::raw : shown::lines);
            return;
        }
        if (shown.body().isBlank()) {
            note(shown.none());
            code(() -> "");
            return;
        }
        reading = background.run(
                () -> shown.inner().apply(JsonText.parse(shown.body())),
                json -> {
                    if (json.isContainerNode() && json.isEmpty()) {
                        note("There is nothing in it. Raw shows all that was said.");
                    }
                    tree.show(
                            json.isContainerNode()
                                    ? json
                                    : JsonText.NODES.objectNode().set("value", json));
                    tree.setVisible(true);
                    code.setVisible(false);
                },
                notJson -> {
                    note("It is not JSON, or was cut: shown as the text that it is.");
                    code(shown::raw);
                });
    }

    private void code(Background.Work<String> work) {
        tree.setVisible(false);
        code.setVisible(true);
        code.prepare(work);
    }

    private void note(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
        note.setManaged(!text.isEmpty());
    }

    private String text() {
        return form.valueProperty().get() == Form.TREE ? JsonText.prettyIfJson(part().body()) : code.text();
    }
}
