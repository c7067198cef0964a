package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.JsonText;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A list: one row for each item, buttons to move it and to take it out, and one below to add another. */
final class ListEditor extends VBox {
    private static final int MOST_SHOWN = 100;

    private final FormModel model;
    private final String name;
    private final JsonPointer at;
    private final Shape item;
    private final FieldEditors editors;

    ListEditor(FormModel model, String name, JsonPointer at, Shape item, FieldEditors editors) {
        super(6);
        this.model = model;
        this.name = name;
        this.at = at;
        this.item = item;
        this.editors = editors;
        getStyleClass().add("list-editor");
        rebuild();
    }

    private void rebuild() {
        getChildren().clear();
        int count = model.at(at).size();
        for (int i = 0; i < Math.min(count, MOST_SHOWN); i++) {
            getChildren().add(row(i, count));
        }
        if (count > MOST_SHOWN) {
            Label more =
                    new Label(String.format(Locale.ROOT, "and %,d more, which the raw JSON shows", count - MOST_SHOWN));
            more.getStyleClass().add("muted");
            getChildren().add(more);
        }
        Button add = new Button("Add", Icons.of(Feather.PLUS));
        add.getStyleClass().addAll("flat", "small");
        add.setAccessibleText("Add to " + name);
        add.setOnAction(press -> add());
        getChildren().add(add);
    }

    private Node row(int index, int count) {
        Node editor = editors.editor(item, name, at.appendIndex(index));
        HBox.setHgrow(editor, Priority.ALWAYS);
        HBox row = new HBox(4, editor);
        String item = "item " + (index + 1) + " of " + name;
        if (index > 0) {
            row.getChildren().add(button(Feather.ARROW_UP, "Move up " + item, () -> move(index, index - 1)));
        }
        if (index < count - 1) {
            row.getChildren().add(button(Feather.ARROW_DOWN, "Move down " + item, () -> move(index, index + 1)));
        }
        Button remove = button(Feather.X, "Remove " + item, () -> remove(index));
        remove.getStyleClass().add("remove-item");
        row.getChildren().add(remove);
        return row;
    }

    private static Button button(Feather icon, String what, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(what);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> action.run());
        return button;
    }

    private void move(int from, int to) {
        model.move(at, from, to);
        rebuild();
        Focus.first(getChildren().get(to));
    }

    private void remove(int index) {
        if (model.at(at).size() == 1) {
            model.clear(at);
        } else {
            model.clear(at.appendIndex(index));
        }
        rebuild();
    }

    private void add() {
        ArrayNode longer = model.at(at) instanceof ArrayNode list ? list.deepCopy() : JsonText.NODES.arrayNode();
        longer.add(Blank.of(item));
        model.put(at, longer);
        rebuild();
        Focus.first(getChildren().get(Math.min(longer.size(), MOST_SHOWN) - 1));
    }
}
