package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** One of several shapes: which one, and below it the editor of that. */
final class VariantEditor extends VBox {
    private final FormModel model;
    private final Shape.Variants variants;
    private final String name;
    private final JsonPointer at;
    private final FieldEditors editors;
    private final ComboBox<String> which = new ComboBox<>();

    VariantEditor(FormModel model, Shape.Variants variants, String name, JsonPointer at, FieldEditors editors) {
        super(8);
        this.model = model;
        this.variants = variants;
        this.name = name;
        this.at = at;
        this.editors = editors;
        getStyleClass().add("variant-editor");
        List<String> names =
                variants.variants().stream().map(Shape.Variant::name).toList();
        which.getItems().setAll(names);
        which.setAccessibleText("Kind of " + (name.isEmpty() ? "arguments" : name));
        which.setId("variant" + at.toString().replace('/', '-'));
        which.getStyleClass().add("variant-choice");
        which.getSelectionModel().select(model.variant(at, variants));
        which.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.chooseVariant(at, variants, now.intValue());
                show();
            }
        });
        getChildren().add(which);
        show();
    }

    private void show() {
        Shape shape = variants.variants().get(model.variant(at, variants)).shape();
        getChildren().setAll(which, editors.editor(shape, name, at));
    }
}
