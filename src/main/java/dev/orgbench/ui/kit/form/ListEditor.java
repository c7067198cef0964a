package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.JsonText;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A list: one row for each item, a button to take it out, and one below to add another. */
final class ListEditor extends VBox {
    private final FormModel model;
    private final String name;
    private final JsonPointer at;
    private final Shape item;
    private final BiFunction<Shape, JsonPointer, Node> editors;

    ListEditor(
            FormModel model, String name, JsonPointer at, Shape item, BiFunction<Shape, JsonPointer, Node> editors) {
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
        for (int i = 0; i < count; i++) {
            getChildren().add(row(i));
        }
        Button add = new Button("Add", Icons.of(Feather.PLUS));
        add.getStyleClass().addAll("flat", "small");
        add.setAccessibleText("Add to " + name);
        add.setOnAction(press -> add());
        getChildren().add(add);
    }

    private Node row(int index) {
        Node editor = editors.apply(item, at.appendIndex(index));
        HBox.setHgrow(editor, Priority.ALWAYS);
        Button remove = new Button("", Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "icon-button");
        remove.setAccessibleText("Remove item " + (index + 1) + " of " + name);
        remove.setOnAction(press -> {
            if (model.at(at).size() == 1) {
                model.clear(at);
            } else {
                model.clear(at.appendIndex(index));
            }
            rebuild();
        });
        return new HBox(4, editor, remove);
    }

    private void add() {
        ArrayNode longer = model.at(at) instanceof ArrayNode list ? list.deepCopy() : JsonText.NODES.arrayNode();
        longer.add(blank());
        model.put(at, longer);
        rebuild();
        getChildren().get(getChildren().size() - 2).requestFocus();
    }

    private JsonNode blank() {
        return switch (item) {
            case Shape.Text text -> JsonText.NODES.textNode("");
            case Shape.Numeric number -> JsonText.NODES.numberNode(0);
            case Shape.Flag flag -> JsonText.NODES.booleanNode(false);
            case Shape.Choice choice -> choice.values().getFirst();
            case Shape.ListOf list -> JsonText.NODES.arrayNode();
            case Shape.Group group -> JsonText.NODES.objectNode();
            case Shape.Free free -> JsonText.NODES.objectNode();
        };
    }
}
