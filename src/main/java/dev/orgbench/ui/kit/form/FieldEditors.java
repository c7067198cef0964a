package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.CodeEditor;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Segments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Makes the editor for each shape, and writes what a person does there into the model. */
final class FieldEditors {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private final FormModel model;
    private final BiFunction<Shape.Group, JsonPointer, Node> groups;
    private final List<Runnable> marks;
    private final Map<JsonPointer, Runnable> focus = new LinkedHashMap<>();

    /**
     * @param groups makes the fields of a nested object
     * @param marks run whenever what is wrong changed
     */
    FieldEditors(FormModel model, BiFunction<Shape.Group, JsonPointer, Node> groups, List<Runnable> marks) {
        this.model = model;
        this.groups = groups;
        this.marks = marks;
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

    Node editor(Shape.Field field, JsonPointer at) {
        Node editor = editor(field.shape(), field.name(), field.preset(), field.required(), at);
        markProblems(editor, at);
        return field.nullable() ? withNull(editor, field, at) : editor;
    }

    private Node editor(Shape shape, String name, @Nullable JsonNode preset, boolean required, JsonPointer at) {
        return switch (shape) {
            case Shape.Text text -> text(text, name, preset, at);
            case Shape.Numeric number -> number(number, name, preset, at);
            case Shape.Flag flag -> flag(name, preset, required, at);
            case Shape.Choice choice -> choice(choice, name, preset, required, at);
            case Shape.Group group -> groups.apply(group, at);
            case Shape.ListOf list -> new ListEditor(model, name, at, list.item(), (item, place) ->
                    editor(item, name, null, true, place));
            case Shape.Free free -> json(name, at);
        };
    }

    private Node text(Shape.Text text, String name, @Nullable JsonNode preset, JsonPointer at) {
        if (text.kind() == Shape.Kind.SOQL) {
            CodeEditor code = CodeEditor.field(Language.SOQL, name, 3);
            code.show(model.at(at).asText());
            code.textProperty().addListener((property, before, now) -> write(at, now));
            focus.put(at, code::focusText);
            return code;
        }
        TextInputControl input = text.kind() == Shape.Kind.PARAGRAPH ? new TextArea() : new TextField();
        if (input instanceof TextArea area) {
            area.setPrefRowCount(3);
            area.setWrapText(true);
        }
        return input(input, name, preset, at, now -> write(at, now));
    }

    private Node number(Shape.Numeric number, String name, @Nullable JsonNode preset, JsonPointer at) {
        TextField input = new TextField();
        input.setMaxWidth(160);
        input.getStyleClass().add("number-field");
        if (preset == null) {
            input.setPromptText(bounds(number));
        }
        return input(input, name, preset, at, now -> {
            String trimmed = now.strip();
            if (trimmed.isEmpty()) {
                erase(at);
            } else if (NUMBER.matcher(trimmed).matches()) {
                model.putJson(at, trimmed);
            } else {
                // Kept as text, so that nothing typed is lost; the check says that a number is needed.
                model.put(at, JsonText.NODES.textNode(now));
            }
        });
    }

    private Node input(
            TextInputControl input,
            String name,
            @Nullable JsonNode preset,
            JsonPointer at,
            Consumer<String> typed) {
        JsonNode value = model.at(at);
        input.setText(value.isContainerNode() ? JsonText.compact(value) : value.isNull() ? "" : value.asText());
        if (preset != null) {
            input.setPromptText("default " + preset.asText());
        }
        input.setAccessibleText(name);
        input.setId("field" + at.toString().replace('/', '-'));
        input.textProperty().addListener((property, before, now) -> typed.accept(now));
        focus.put(at, input::requestFocus);
        return input;
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

    private Node choice(
            Shape.Choice choice, String name, @Nullable JsonNode preset, boolean required, JsonPointer at) {
        ComboBox<String> box = new ComboBox<>();
        String none = preset == null ? "not set" : preset.asText() + "  (default)";
        if (!required) {
            box.getItems().add(none);
        }
        choice.values().forEach(value -> box.getItems().add(value.asText()));
        box.setAccessibleText(name);
        box.setPromptText("choose");
        box.setMinWidth(160);
        JsonNode value = model.at(at);
        if (!value.isMissingNode() && !value.isNull()) {
            box.setValue(value.asText());
        } else if (!required) {
            box.setValue(none);
        }
        box.valueProperty().addListener((property, before, now) -> choice.values().stream()
                .filter(each -> each.asText().equals(now))
                .findFirst()
                .ifPresentOrElse(each -> model.put(at, each), () -> model.clear(at)));
        focus.put(at, box::requestFocus);
        return box;
    }

    private Node json(String name, JsonPointer at) {
        CodeEditor code = CodeEditor.field(Language.JSON, name, 3);
        JsonNode value = model.at(at);
        code.show(model.unfinishedText(at).orElse(value.isMissingNode() ? "" : JsonText.pretty(value)));
        code.textProperty().addListener((property, before, now) -> {
            if (now.isBlank()) {
                erase(at);
            } else {
                model.putJson(at, now);
            }
        });
        focus.put(at, code::focusText);
        return code;
    }

    private Node withNull(Node editor, Shape.Field field, JsonPointer at) {
        ToggleButton isNull = new ToggleButton("null");
        isNull.getStyleClass().add("null-toggle");
        isNull.setMinWidth(ToggleButton.USE_PREF_SIZE);
        isNull.setAccessibleText(field.name() + " is null");
        isNull.setSelected(model.at(at).isNull());
        editor.disableProperty().bind(isNull.selectedProperty());
        isNull.setOnAction(press -> {
            if (isNull.isSelected()) {
                model.put(at, JsonText.NODES.nullNode());
            } else {
                model.clear(at);
            }
        });
        HBox.setHgrow(editor, Priority.ALWAYS);
        return new HBox(8, editor, isNull);
    }

    /** An item of a list stays when its text goes: taking it out would move the items after it. */
    private void erase(JsonPointer at) {
        if (model.at(at.head()).isArray()) {
            model.put(at, JsonText.NODES.textNode(""));
        } else {
            model.clear(at);
        }
    }

    private void write(JsonPointer at, String text) {
        if (text.isEmpty()) {
            erase(at);
        } else {
            model.put(at, JsonText.NODES.textNode(text));
        }
    }

    private void markProblems(Node editor, JsonPointer at) {
        Runnable mark = () -> editor.pseudoClassStateChanged(DANGER, model.shownProblems().containsKey(at));
        marks.add(mark);
        mark.run();
    }

    private static String bounds(Shape.Numeric number) {
        BigDecimal least = number.least();
        BigDecimal most = number.most();
        if (least != null && most != null) {
            return String.format(Locale.ROOT, "%s to %,.0f", least.toPlainString(), most);
        }
        return number.whole() ? "whole number" : "number";
    }
}
