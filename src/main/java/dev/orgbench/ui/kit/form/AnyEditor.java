package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.JsonText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A value of any kind: the kind, and the editor that goes with it. */
final class AnyEditor extends HBox {
    private final FormModel model;
    private final String name;
    private final JsonPointer at;
    private final FieldEditors editors;
    private final ComboBox<Kind> kinds = new ComboBox<>();
    private final StackPane room = new StackPane();

    AnyEditor(FormModel model, String name, JsonPointer at, FieldEditors editors) {
        super(6);
        this.model = model;
        this.name = name;
        this.at = at;
        this.editors = editors;
        kinds.getItems().setAll(Kind.values());
        kinds.getStyleClass().add("kind-choice");
        kinds.setAccessibleText("Kind of value of " + name);
        kinds.setMinWidth(USE_PREF_SIZE);
        kinds.setValue(Kind.of(model.at(at), model.unfinishedText(at).isPresent()));
        kinds.valueProperty().addListener((property, before, now) -> {
            convert(now);
            show(now);
        });
        HBox.setHgrow(room, Priority.ALWAYS);
        getChildren().addAll(room, kinds);
        show(kinds.getValue());
    }

    /** What a value is, as a person names it. */
    private enum Kind {
        TEXT("text"),
        NUMBER("number"),
        FLAG("yes or no"),
        NULL("null"),
        JSON("JSON");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        static Kind of(JsonNode value, boolean unfinished) {
            if (unfinished || value.isContainerNode()) {
                return JSON;
            }
            return value.isNumber() ? NUMBER : value.isBoolean() ? FLAG : value.isNull() ? NULL : TEXT;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private void show(Kind kind) {
        Node editor =
                switch (kind) {
                    case TEXT -> editors.editor(new Shape.Text(Shape.Kind.LINE), name, at);
                    case NUMBER -> editors.editor(new Shape.Numeric(false, null, null), name, at);
                    case FLAG -> editors.editor(new Shape.Flag(), name, at);
                    case NULL -> {
                        Label none = new Label("no value");
                        none.getStyleClass().add("muted");
                        yield none;
                    }
                    case JSON -> editors.json(name, at);
                };
        StackPane.setAlignment(editor, Pos.CENTER_LEFT);
        room.getChildren().setAll(editor);
    }

    /** The same value as another kind, as far as it makes sense there. */
    private void convert(Kind to) {
        JsonNode value = model.at(at);
        switch (to) {
            case NULL -> model.put(at, JsonText.NODES.nullNode());
            case FLAG -> model.put(at, JsonText.NODES.booleanNode(value.asText().equals("true")));
            case TEXT -> model.put(at, JsonText.NODES.textNode(FieldText.shown(value)));
            case NUMBER -> FieldText.number(FieldText.shown(value)).ifPresent(number -> model.put(at, number));
            case JSON -> {
                if (value.isMissingNode()) {
                    model.put(at, JsonText.NODES.objectNode());
                }
            }
        }
    }
}
