package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.CodeEditor;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Makes the editor for each shape, and writes what a person does there into the model. */
final class FieldEditors {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    /** With more choices than this, typing finds one sooner than looking. */
    private static final int MOST_IN_A_MENU = 30;

    private final FormModel model;
    private final FormParts parts;
    private final BiFunction<Shape.Group, JsonPointer, Node> groups;
    private final Marks marks;
    private final TextFields texts;
    private final Map<JsonPointer, Runnable> focus = new LinkedHashMap<>();

    /** @param groups makes the fields of a nested object */
    FieldEditors(FormModel model, FormParts parts, BiFunction<Shape.Group, JsonPointer, Node> groups, Marks marks) {
        this.model = model;
        this.parts = parts;
        this.groups = groups;
        this.marks = marks;
        this.texts = new TextFields(model, parts.suggestions());
    }

    void focusFirst() {
        focus.values().stream().findFirst().ifPresent(Runnable::run);
    }

    void focusFirstOf(Set<JsonPointer> places) {
        focus.entrySet().stream()
                .filter(field -> places.contains(field.getKey()))
                .findFirst()
                .ifPresent(field -> field.getValue().run());
    }

    /** The suggestions that fields complete from. */
    Suggestions suggestions() {
        return parts.suggestions();
    }

    /** The editor of a group's field. */
    Node editor(Shape.Field field, JsonPointer at) {
        Node editor = editor(field.shape(), field.name(), field.preset(), field.required(), at);
        return field.nullable() ? withNull(editor, field, at) : editor;
    }

    /** The editor of a value that has no field of its own: an item, a member of a map. */
    Node editor(Shape shape, String name, JsonPointer at) {
        return editor(shape, name, null, true, at);
    }

    private Node editor(Shape shape, String name, @Nullable JsonNode preset, boolean required, JsonPointer at) {
        Node editor =
                switch (shape) {
                    case Shape.Text text when text.kind() == Shape.Kind.SOQL -> soql(name, at);
                    case Shape.Text text -> texts.text(text, name, preset, at);
                    case Shape.Numeric number -> texts.number(number, name, preset, at);
                    case Shape.Flag flag -> flag(name, preset, required, at);
                    case Shape.Choice choice
                    when choice.values().size() > MOST_IN_A_MENU -> texts.longChoice(choice, name, preset, at);
                    case Shape.Choice choice -> choice(choice, name, preset, required, at);
                    case Shape.Group group -> groups.apply(group, at);
                    case Shape.ListOf list -> new ListEditor(model, name, at, list.item(), this);
                    case Shape.Variants variants -> new VariantEditor(model, variants, name, at, this);
                    case Shape.Any any -> new AnyEditor(model, name, at, this);
                    case Shape.Free(String why) -> noted(json(name, at), why);
                };
        if (!(shape instanceof Shape.Group)) {
            focus.put(at, () -> Focus.first(editor));
        }
        Runnable mark = () -> mark(editor, model.shownProblems().containsKey(at));
        marks.add(editor, mark);
        if (editor instanceof Pane room) {
            room.getChildren().addListener((ListChangeListener<Node>) change -> mark.run());
        }
        return editor;
    }

    /** Marks the field itself, also where it stands in a room that may hold something in its place. */
    private static void mark(Node editor, boolean wrong) {
        boolean isRoom = editor.getStyleClass().contains(TextFields.ROOM);
        Node field = isRoom && editor instanceof Pane room ? room.getChildren().getFirst() : editor;
        field.pseudoClassStateChanged(DANGER, wrong);
    }

    private Node soql(String name, JsonPointer at) {
        return whileShort(name, at, () -> FieldText.shown(model.at(at)), (shown, written) -> {
            StringProperty text = new SimpleStringProperty(shown);
            text.addListener((property, before, now) -> {
                texts.write(at, now);
                written.accept(now);
            });
            Node editor = parts.soqlEditor().apply(text);
            // The property lives as long as the editor that writes into it.
            editor.getProperties().put(FieldEditors.class, text);
            return editor;
        });
    }

    private Node flag(String name, @Nullable JsonNode preset, boolean required, JsonPointer at) {
        List<String> choices = new ArrayList<>(List.of("no", "yes"));
        if (preset == null && !required) {
            choices.addFirst("not set");
        }
        Segments<String> segments = new Segments<>(name, choices, choice -> choice);
        JsonNode value = model.at(at).isMissingNode() && preset != null ? preset : model.at(at);
        if (value.isBoolean()) {
            segments.valueProperty().set(value.booleanValue() ? "yes" : "no");
        } else if (required) {
            segments.valueProperty().set(null);
        }
        segments.valueProperty().addListener((property, before, now) -> {
            if ("not set".equals(now)) {
                model.clear(at);
            } else {
                model.put(at, JsonText.NODES.booleanNode("yes".equals(now)));
            }
        });
        return segments;
    }

    private Node choice(Shape.Choice choice, String name, @Nullable JsonNode preset, boolean required, JsonPointer at) {
        ComboBox<String> box = new ComboBox<>();
        String none = preset == null ? "not set" : FieldText.shown(preset) + "  (default)";
        if (!required) {
            box.getItems().add(none);
        }
        choice.values().forEach(value -> box.getItems().add(words(value)));
        box.setAccessibleText(name);
        box.setPromptText("choose");
        box.setMinWidth(160);
        JsonNode value = model.at(at);
        if (!value.isMissingNode() && !(value.isNull() && !choice.values().contains(value))) {
            box.setValue(words(value));
        } else if (!required) {
            box.setValue(none);
        }
        box.valueProperty().addListener((property, before, now) -> choice.values().stream()
                .filter(each -> words(each).equals(now))
                .findFirst()
                .ifPresentOrElse(each -> model.put(at, each), () -> texts.erase(at)));
        return box;
    }

    private static String words(JsonNode value) {
        return value.isNull() ? "null" : FieldText.shown(value);
    }

    /** An editor for what only JSON can say. */
    Node json(String name, JsonPointer at) {
        return whileShort(name, at, () -> jsonText(at), (shown, written) -> {
            CodeEditor code = CodeEditor.field(Language.JSON, name, 3);
            code.show(shown);
            code.textProperty().addListener((property, before, now) -> {
                if (now.isBlank()) {
                    texts.erase(at);
                } else {
                    model.putJson(at, now);
                }
                written.accept(now);
            });
            return code;
        });
    }

    private String jsonText(JsonPointer at) {
        JsonNode value = model.at(at);
        return model.unfinishedText(at).orElse(value.isMissingNode() ? "" : JsonText.pretty(value));
    }

    private interface Editor {
        /** @param written is to be told the text at every change */
        Node of(String shown, Consumer<String> written);
    }

    /** An editor as long as its text is not too long to be laid out; then what stands for the text. */
    private Node whileShort(String name, JsonPointer at, Supplier<String> text, Editor editor) {
        VBox room = new VBox();
        room.getStyleClass().add(TextFields.ROOM);
        show(room, name, at, text, editor);
        return room;
    }

    private void show(VBox room, String name, JsonPointer at, Supplier<String> text, Editor editor) {
        String shown = text.get();
        if (LongText.isNeeded(shown)) {
            room.getChildren().setAll(new LongText(name, shown, () -> {
                texts.erase(at);
                show(room, name, at, text, editor);
                Focus.first(room);
            }));
            return;
        }
        room.getChildren().setAll(editor.of(shown, now -> {
            if (LongText.isNeeded(now)) {
                // Before it is laid out, which would take seconds.
                Platform.runLater(() -> show(room, name, at, text, editor));
            }
        }));
    }

    private static Node noted(Node editor, String why) {
        Label note = new Label(why + " Write it as JSON.");
        note.getStyleClass().add("field-description");
        note.setWrapText(true);
        return new VBox(4, editor, note);
    }

    private Node withNull(Node editor, Shape.Field field, JsonPointer at) {
        ToggleButton isNull = new ToggleButton("null");
        isNull.getStyleClass().add("null-toggle");
        isNull.setMinWidth(ToggleButton.USE_PREF_SIZE);
        isNull.setAccessibleText(field.name() + " is null");
        isNull.setSelected(model.at(at).isNull());
        editor.disableProperty().bind(isNull.selectedProperty());
        StringProperty before = new SimpleStringProperty("");
        isNull.setOnAction(press -> {
            if (isNull.isSelected()) {
                before.set(model.at(at).isMissingNode() ? "" : JsonText.compact(model.at(at)));
                model.put(at, JsonText.NODES.nullNode());
            } else if (before.get().isEmpty()) {
                model.clear(at);
            } else {
                model.putJson(at, before.get());
            }
        });
        HBox.setHgrow(editor, Priority.ALWAYS);
        return new HBox(8, editor, isNull);
    }
}
