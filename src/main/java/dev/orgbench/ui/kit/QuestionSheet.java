package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.ui.kit.form.FormModel;
import dev.orgbench.ui.kit.form.SchemaForm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A server's question: who asks, in whose words, a form for the answer, and the ways out that the protocol wants (2026-07-28,
 * elicitation, "Response Actions").
 */
final class QuestionSheet extends VBox {
    private static final double WIDTH = 520;
    private static final double FORM_HEIGHT = 320;
    /** More do not fit into a small window without scrolling. */
    private static final int MOST_FIELDS_AT_ONCE = 4;

    private static final int LONGEST_MESSAGE = 2_000;

    private final FormModel form;
    private final boolean hasFields;
    private @Nullable SchemaForm fields;
    private final CompletableFuture<Elicitation.Answer> answer;
    private final Button agree = new Button();
    private final Button decline = new Button("Decline");
    private final Button cancel = new Button("Not now");

    private QuestionSheet(Elicitation.Question question, CompletableFuture<Elicitation.Answer> answer) {
        super(12);
        this.answer = answer;
        hasFields = !question.schema().path("properties").isEmpty();
        form = new FormModel(question.schema());
        getStyleClass().add("confirmation");
        setPrefWidth(WIDTH);
        Label head = new Label("The server asks");
        head.getStyleClass().add("sheet-title");
        Label who = new Label("Server: " + question.server());
        who.getStyleClass().add("muted");
        Label message = new Label(shortened(question.message()));
        message.setId("question");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head, message);
        if (hasFields) {
            form.load(defaults(question.schema()));
            fields = new SchemaForm(form);
            getChildren()
                    .add(fields(fields, question.schema().path("properties").size()));
        }
        getChildren().addAll(who, buttons());
        // The form's fields keep this key to themselves.
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                answer.complete(new Elicitation.Answer.Cancel());
            }
        });
    }

    /** Shows the question until it is answered here, or there is an answer otherwise. */
    static void open(
            Overlay overlay,
            Elicitation.Question question,
            CompletableFuture<Elicitation.Answer> answer,
            Executor screen) {
        if (answer.isDone()) {
            return;
        }
        QuestionSheet content = new QuestionSheet(question, answer);
        Overlay.Sheet sheet = overlay.open(content, Pos.CENTER, () -> answer.complete(new Elicitation.Answer.Cancel()));
        if (content.fields != null) {
            content.fields.focusFirst();
        }
        var _ = answer.thenRun(() -> screen.execute(sheet::close));
    }

    private Node fields(SchemaForm fields, int count) {
        if (count <= MOST_FIELDS_AT_ONCE) {
            return fields;
        }
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(FORM_HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private HBox buttons() {
        agree.setText(hasFields ? "Send answer" : "Yes, go on");
        agree.setId("answer-question");
        agree.getStyleClass().add("success");
        // A bare question may be about what cannot be taken back: Enter alone shall not agree.
        agree.setDefaultButton(hasFields);
        agree.setOnAction(press -> accept());
        decline.setId("decline-question");
        decline.setOnAction(press -> answer.complete(new Elicitation.Answer.Decline()));
        cancel.setCancelButton(true);
        cancel.setOnAction(press -> answer.complete(new Elicitation.Answer.Cancel()));
        HBox buttons = new HBox(8, cancel, decline, agree);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void accept() {
        if (!form.maySend()) {
            form.showAll();
            return;
        }
        answer.complete(new Elicitation.Answer.Accept(form.arguments()));
    }

    /** What the server proposes stands in the form from the start. */
    private static ObjectNode defaults(ObjectNode schema) {
        ObjectNode defaults = JsonText.NODES.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().has("default")) {
                defaults.set(property.getKey(), property.getValue().path("default"));
            }
        });
        return defaults;
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
