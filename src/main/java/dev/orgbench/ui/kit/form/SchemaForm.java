package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The form: a row for each field, name and description on the left, the editor and what is wrong with it on the right. */
public final class SchemaForm extends VBox {
    private static final double NAMES = 188;

    private final FormModel model;
    private final FieldEditors editors;
    private final List<Runnable> marks = new ArrayList<>();
    /** Held here, as the model, which outlives the form, holds it weakly. */
    private final MapChangeListener<JsonPointer, String> onProblems = change -> marks.forEach(Runnable::run);

    /** Shows what {@code model} holds now. Make a new one when the model is loaded anew. */
    public SchemaForm(FormModel model) {
        super(12);
        this.model = model;
        this.editors = new FieldEditors(model, this::group, marks);
        model.shownProblems().addListener(new WeakMapChangeListener<>(onProblems));
        getStyleClass().add("schema-form");
        if (model.shape().fields().isEmpty()) {
            Label none = new Label("This tool takes no arguments.");
            none.getStyleClass().add("muted");
            getChildren().add(none);
        } else {
            getChildren().add(group(model.shape(), JsonPointer.empty()));
        }
        if (!model.unknownMembers().isEmpty()) {
            Label more = new Label("Also sent, as written in the raw JSON: " + String.join(", ", model.unknownMembers()));
            more.getStyleClass().add("muted");
            more.setWrapText(true);
            getChildren().add(more);
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
        GridPane grid = new GridPane(16, 12);
        ColumnConstraints names = new ColumnConstraints(NAMES, NAMES, NAMES);
        names.setHgrow(Priority.NEVER);
        ColumnConstraints values = new ColumnConstraints(160, 400, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (Shape.Field field : group.fields()) {
            JsonPointer at = place.appendProperty(field.name());
            boolean nested = field.shape() instanceof Shape.Group;
            Node name = name(field);
            VBox value = new VBox(4, editors.editor(field, at));
            if (nested) {
                value.getStyleClass().add("nested-group");
                VBox whole = new VBox(8, name, problem(at), value);
                grid.add(whole, 0, row++, 2, 1);
            } else {
                value.getChildren().add(problem(at));
                GridPane.setValignment(name, VPos.TOP);
                grid.addRow(row++, name, value);
            }
        }
        return grid;
    }

    private static Node name(Shape.Field field) {
        Label name = new Label(field.name());
        name.getStyleClass().add("field-name");
        Label need = new Label(field.required() ? "required" : "");
        need.getStyleClass().add("field-need");
        need.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(6, name, need);
        head.getStyleClass().add("field-head");
        VBox box = new VBox(1, head);
        box.getStyleClass().add("field-label");
        if (!field.description().isEmpty()) {
            Label brief = new Label(field.brief());
            brief.getStyleClass().add("field-description");
            brief.setWrapText(true);
            box.getChildren().add(brief);
            Tooltip whole = new Tooltip(field.name() + "\n" + field.description());
            whole.setWrapText(true);
            whole.setMaxWidth(420);
            whole.setShowDelay(Duration.millis(400));
            Tooltip.install(box, whole);
        }
        return box;
    }

    private Node problem(JsonPointer at) {
        Label words = new Label();
        words.getStyleClass().add("field-problem");
        words.setWrapText(true);
        Runnable show = () -> {
            String problem = model.shownProblems().get(at);
            words.setText(problem == null ? "" : problem);
            words.setVisible(problem != null);
            words.setManaged(problem != null);
        };
        marks.add(show);
        show.run();
        return words;
    }
}
