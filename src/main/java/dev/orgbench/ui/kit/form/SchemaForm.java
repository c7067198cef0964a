package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The form: a row for each field, name and description on the left, the editor and what is wrong with it on the right. */
public final class SchemaForm extends VBox {
    private final FormModel model;
    private final FieldEditors editors;
    private final Marks marks = new Marks();
    /** Held here, as the model, which outlives the form, holds it weakly. */
    private final MapChangeListener<JsonPointer, String> onProblems = change -> marks.runAll();

    /** As {@link #SchemaForm(FormModel, FormParts)}, with nothing to pick from. */
    public SchemaForm(FormModel model) {
        this(model, FormParts.PLAIN);
    }

    /** Shows what {@code model} holds now. Make a new one when the model is loaded anew. */
    public SchemaForm(FormModel model, FormParts parts) {
        super(12);
        this.model = model;
        this.editors = new FieldEditors(model, parts, this::group, marks);
        model.shownProblems().addListener(new WeakMapChangeListener<>(onProblems));
        getStyleClass().add("schema-form");
        switch (model.shape()) {
            case Shape.Group group
            when group.fields().isEmpty() && group.others() == null -> {
                Label none = new Label("This tool takes no arguments.");
                none.getStyleClass().add("muted");
                getChildren().add(none);
                GroupEditor.unknown(model, group, JsonPointer.empty()).ifPresent(getChildren()::add);
            }
            case Shape.Group group -> getChildren().add(group(group, JsonPointer.empty()));
            case Shape.Variants variants ->
                getChildren().add(new VariantEditor(model, variants, "", JsonPointer.empty(), editors));
            default -> getChildren().add(new Label("These arguments are written as JSON."));
        }
    }

    /** Puts the caret into the first field. */
    public void focusFirst() {
        editors.focusFirst();
    }

    /** Puts the caret into the first field that has something wrong. */
    public void focusFirstProblem() {
        editors.focusFirstOf(model.shownProblems().keySet());
    }

    private Node group(Shape.Group group, JsonPointer place) {
        return new GroupEditor(model, group, place, editors, marks);
    }
}
