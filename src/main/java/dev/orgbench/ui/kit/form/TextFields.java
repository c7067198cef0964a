package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.JsonText;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The fields that one types into. What grows too long for a field is put aside as it is. */
final class TextFields {
    /** The style class of what holds a field, or what stands for it. */
    static final String ROOM = "field-room";

    private final FormModel model;
    private final Suggestions suggestions;

    TextFields(FormModel model, Suggestions suggestions) {
        this.model = model;
        this.suggestions = suggestions;
    }

    Node text(Shape.Text text, String name, @Nullable JsonNode preset, JsonPointer at) {
        return roomFor(name, at, () -> {
            boolean lines = text.kind() == Shape.Kind.PARAGRAPH || hasLines(FieldText.shown(model.at(at)));
            TextInputControl input = lines ? area() : line(at);
            return input(input, name, preset, FieldText.hint(text), at, now -> write(at, now));
        });
    }

    Node number(Shape.Numeric number, String name, @Nullable JsonNode preset, JsonPointer at) {
        return roomFor(name, at, () -> {
            // Several lines are no number; they stay to be seen and mended.
            TextInputControl input = hasLines(FieldText.shown(model.at(at))) ? area() : new TextField();
            input.setMaxWidth(160);
            input.getStyleClass().add("number-field");
            return input(input, name, preset, FieldText.hint(number), at, now -> {
                if (now.isBlank()) {
                    erase(at);
                } else {
                    // What is no number is kept as text, so that nothing typed is lost; the check says what is needed.
                    model.put(at, FieldText.number(now).orElseGet(() -> JsonText.NODES.textNode(now)));
                }
            });
        });
    }

    /** Of many values one is found by typing a part of it. */
    Node longChoice(Shape.Choice choice, String name, @Nullable JsonNode preset, JsonPointer at) {
        List<Suggestions.Suggestion> values = choice.values().stream()
                .map(value -> new Suggestions.Suggestion(FieldText.shown(value), ""))
                .toList();
        CompletingField field = new CompletingField(() -> values);
        String hint = "type to find one of " + values.size();
        return input(field, name, preset, hint, at, now -> {
            if (now.isEmpty()) {
                erase(at);
            } else {
                model.put(
                        at,
                        choice.values().stream()
                                .filter(value -> FieldText.shown(value).equals(now))
                                .findFirst()
                                .orElseGet(() -> JsonText.NODES.textNode(now)));
            }
        });
    }

    /** Sets a text; an empty one is none. */
    void write(JsonPointer at, String text) {
        if (text.isEmpty()) {
            erase(at);
        } else {
            model.put(at, JsonText.NODES.textNode(text));
        }
    }

    /** An item of a list stays when its text goes: taking it out would move the items after it. A named member stays too. */
    void erase(JsonPointer at) {
        if (model.at(at.head()).isArray()) {
            model.put(at, JsonText.NODES.textNode(""));
        } else {
            model.clear(at);
        }
    }

    private interface Input {
        TextInputControl make();
    }

    /** The field, or what stands for it while its text is too long. */
    private Node roomFor(String name, JsonPointer at, Input input) {
        StackPane room = new StackPane();
        room.setAlignment(Pos.CENTER_LEFT);
        room.getStyleClass().add(ROOM);
        show(room, name, at, input);
        return room;
    }

    private void show(StackPane room, String name, JsonPointer at, Input input) {
        String text = FieldText.shown(model.at(at));
        if (LongText.isNeeded(text)) {
            room.getChildren().setAll(new LongText(name, text, () -> {
                erase(at);
                show(room, name, at, input);
                room.getChildren().getFirst().requestFocus();
            }));
            return;
        }
        TextInputControl field = input.make();
        field.setTextFormatter(new TextFormatter<String>(change -> {
            if (change.isContentChange() && field instanceof TextField) {
                // The line break that comes along with a copied line.
                change.setText(change.getText().replaceFirst("\\R+$", ""));
            }
            String now = change.isContentChange() ? change.getControlNewText() : "";
            if (!LongText.isNeeded(now) && !(field instanceof TextField && hasLines(now))) {
                return change;
            }
            // Not taken by this field: it would stop at megabytes, and join lines to one. The model has it at once, and
            // what suits it better stands here instead.
            Platform.runLater(() -> {
                model.put(at, JsonText.NODES.textNode(now.replaceAll("\\R", "\n")));
                show(room, name, at, input);
                Focus.first(room);
                if (room.getChildren().getFirst() instanceof TextInputControl roomier) {
                    roomier.end();
                }
            });
            return null;
        }));
        room.getChildren().setAll(field);
    }

    private static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0;
    }

    private TextInputControl line(JsonPointer at) {
        Suggestions.Asked asked = new Suggestions.Asked(at, false, model.arguments());
        if (!suggestions.has(asked)) {
            return new TextField();
        }
        CompletingField field =
                new CompletingField(() -> suggestions.of(new Suggestions.Asked(at, false, model.arguments())));
        follow(suggestions, field);
        return field;
    }

    /** Shows what becomes known later, as long as the field is on screen. */
    static void follow(Suggestions suggestions, CompletingField field) {
        Runnable[] end = {() -> {}};
        field.sceneProperty().addListener((property, before, now) -> {
            end[0].run();
            end[0] = now == null ? () -> {} : suggestions.onChange(field::refresh);
        });
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        return area;
    }

    private TextInputControl input(
            TextInputControl input,
            String name,
            @Nullable JsonNode preset,
            String hint,
            JsonPointer at,
            Consumer<String> typed) {
        input.setText(FieldText.shown(model.at(at)));
        input.setPromptText(preset != null ? "default " + FieldText.shown(preset) : hint);
        input.setAccessibleText(name.isEmpty() ? "Value" : name);
        input.setId("field" + at.toString().replace('/', '-'));
        input.textProperty().addListener((property, before, now) -> typed.accept(now));
        return input;
    }
}
