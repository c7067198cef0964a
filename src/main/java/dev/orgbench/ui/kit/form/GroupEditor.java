package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The fields of an object, one below the other. Of very many only some are shown; the others are found by name. */
final class GroupEditor extends VBox {
    private static final double NAMES = 188;
    private static final int MOST_SHOWN = 60;

    private final FormModel model;
    private final JsonPointer place;
    private final FieldEditors editors;
    private final Marks marks;
    private final GridPane grid = new GridPane(16, 12);
    private int row;

    GroupEditor(FormModel model, Shape.Group group, JsonPointer place, FieldEditors editors, Marks marks) {
        super(10);
        this.model = model;
        this.place = place;
        this.editors = editors;
        this.marks = marks;
        ColumnConstraints names = new ColumnConstraints(NAMES, NAMES, NAMES);
        names.setHgrow(Priority.NEVER);
        ColumnConstraints values = new ColumnConstraints(160, 400, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        List<Shape.Field> hidden = new ArrayList<>();
        boolean many = group.fields().size() > MOST_SHOWN;
        for (Shape.Field field : group.fields()) {
            boolean wanted = !many
                    || field.required()
                    || !model.at(place.appendProperty(field.name())).isMissingNode()
                    || row < MOST_SHOWN / 3;
            if (wanted) {
                add(field);
            } else {
                hidden.add(field);
            }
        }
        if (!hidden.isEmpty()) {
            getChildren().add(more(hidden));
        }
        if (!group.fields().isEmpty()) {
            getChildren().add(grid);
        }
        if (group.others() != null) {
            String name = place.matches() ? "" : place.last().getMatchingProperty();
            getChildren().add(new MapEditor(model, group, group.others(), name, place, editors));
        } else {
            unknown(model, group, place).ifPresent(getChildren()::add);
        }
    }

    /** Says which members there are that the form does not show. */
    static Optional<Node> unknown(FormModel model, Shape.Group group, JsonPointer place) {
        List<String> unknown = model.unknownMembers(place, group);
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        Label more = new Label("Also sent, as written in the raw JSON: " + String.join(", ", unknown));
        more.getStyleClass().addAll("muted", "unknown-members");
        more.setWrapText(true);
        return Optional.of(more);
    }

    private void add(Shape.Field field) {
        JsonPointer at = place.appendProperty(field.name());
        boolean nested = field.shape() instanceof Shape.Group || field.shape() instanceof Shape.Variants;
        Node name = name(field);
        VBox value = new VBox(4);
        if (nested) {
            value.getStyleClass().add("nested-group");
            value.getChildren().add(opened(field, at));
            VBox whole = new VBox(8, name, problem(at), value);
            grid.add(whole, 0, row++, 2, 1);
        } else {
            value.getChildren().addAll(editors.editor(field, at), problem(at));
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, value);
        }
    }

    /** An object that may be left out, within another, is opened when it is wanted: forms stay as long as they need be. */
    private Node opened(Shape.Field field, JsonPointer at) {
        boolean large = field.shape() instanceof Shape.Variants
                || (field.shape() instanceof Shape.Group(var fields, var others) && !fields.isEmpty());
        if (field.required() || place.matches() || !large || !model.at(at).isMissingNode()) {
            return editors.editor(field, at);
        }
        StackPane room = new StackPane();
        room.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button("Fill in", Icons.of(Feather.PLUS));
        open.getStyleClass().addAll("flat", "small");
        open.setAccessibleText("Fill in " + field.name());
        open.setOnAction(press -> room.getChildren().setAll(editors.editor(field, at)));
        room.getChildren().add(open);
        return room;
    }

    private Node more(List<Shape.Field> hidden) {
        CompletingField find = new CompletingField(() -> hidden.stream()
                .map(field -> new Suggestions.Suggestion(field.name(), field.brief()))
                .toList());
        find.setPromptText("Find one of " + hidden.size() + " more fields");
        find.setAccessibleText("Find one of " + hidden.size() + " more fields");
        find.getStyleClass().add("more-fields");
        find.setOnAction(enter -> hidden.stream()
                .filter(field -> field.name().equals(find.getText()))
                .findFirst()
                .ifPresent(field -> {
                    hidden.remove(field);
                    add(field);
                    find.empty();
                }));
        return find;
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
        marks.add(words, () -> {
            String problem = model.shownProblems().get(at);
            words.setText(problem == null ? "" : problem);
            words.setVisible(problem != null);
            words.setManaged(problem != null);
        });
        return words;
    }
}
