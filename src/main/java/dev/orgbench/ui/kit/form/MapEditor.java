package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.JsonText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Members of an object whose names a person chooses: one row for each, name and value, and a button to add another. */
final class MapEditor extends VBox {
    private static final double NAME = 190;
    private static final int MOST_SHOWN = 200;

    private final FormModel model;
    private final Shape.Group group;
    private final Shape values;
    private final String name;
    private final JsonPointer at;
    private final FieldEditors editors;
    private final VBox rows = new VBox(6);

    /** @param group whose members beyond its fields are shown */
    MapEditor(FormModel model, Shape.Group group, Shape values, String name, JsonPointer at, FieldEditors editors) {
        super(6);
        this.model = model;
        this.group = group;
        this.values = values;
        this.name = name;
        this.at = at;
        this.editors = editors;
        getStyleClass().add("map-editor");
        List<String> members = model.unknownMembers(at, group);
        members.stream().limit(MOST_SHOWN).forEach(member -> rows.getChildren().add(new Row(member)));
        Button add = new Button(group.fields().isEmpty() ? "Add" : "Add another member", Icons.of(Feather.PLUS));
        add.getStyleClass().addAll("flat", "small");
        add.setAccessibleText("Add a member to " + (name.isEmpty() ? "the arguments" : name));
        add.setOnAction(press -> add());
        getChildren().addAll(rows, add);
        if (members.size() > MOST_SHOWN) {
            Label more = new Label("and " + (members.size() - MOST_SHOWN) + " more, which the raw JSON shows");
            more.getStyleClass().add("muted");
            getChildren().add(1, more);
        }
    }

    private void add() {
        Row row = new Row("");
        rows.getChildren().add(row);
        Focus.on(row.key);
    }

    /** One member. While it has no name it is no part of the arguments. */
    private final class Row extends VBox {
        private final CompletingField key;
        private final StackPane value = new StackPane();
        private final Label taken = new Label();
        private String member;

        Row(String member) {
            this.member = member;
            key = new CompletingField(
                    () -> editors.suggestions().of(new Suggestions.Asked(at, true, model.arguments())));
            TextFields.follow(editors.suggestions(), key);
            key.setText(member);
            key.setPromptText("name");
            key.setAccessibleText("Name of a member of " + name);
            key.getStyleClass().add("member-name");
            key.setPrefWidth(NAME);
            key.setMinWidth(110);
            key.textProperty().addListener((property, before, now) -> rename(now));
            Button remove = new Button("", Icons.of(Feather.X));
            remove.getStyleClass().addAll("flat", "icon-button");
            remove.setAccessibleText("Remove " + member);
            remove.setMinWidth(USE_PREF_SIZE);
            remove.setOnAction(press -> remove());
            taken.getStyleClass().add("field-problem");
            taken.setWrapText(true);
            taken.managedProperty().bind(taken.textProperty().isNotEmpty());
            HBox.setHgrow(value, Priority.ALWAYS);
            HBox line = new HBox(6, key, value, remove);
            line.setFillHeight(false);
            getChildren().addAll(line, taken);
            // What an earlier editor complained of is no longer on screen.
            model.hold(place(), "");
            showValue();
        }

        private JsonPointer place() {
            return at.appendProperty(member);
        }

        private void showValue() {
            if (member.isEmpty() && model.at(place()).isMissingNode()) {
                Label first = new Label("first a name");
                first.getStyleClass().add("muted");
                StackPane.setAlignment(first, Pos.CENTER_LEFT);
                value.getChildren().setAll(first);
                return;
            }
            Node editor = editors.editor(values, member, place());
            value.getChildren().setAll(editor);
        }

        private void rename(String wanted) {
            if (wanted.equals(member)) {
                complain("");
                return;
            }
            boolean known =
                    group.fields().stream().anyMatch(field -> field.name().equals(wanted));
            boolean exists = known || !model.at(at.appendProperty(wanted)).isMissingNode();
            if (exists || wanted.isEmpty()) {
                complain(
                        wanted.isEmpty()
                                ? "It needs a name. To leave it out, remove it."
                                : "There is a member of this name already. Choose another name.");
                return;
            }
            complain("");
            if (member.isEmpty() || model.at(place()).isMissingNode()) {
                member = wanted;
                model.put(place(), values instanceof Shape.Any ? JsonText.NODES.textNode("") : Blank.of(values));
            } else if (model.rename(place(), wanted)) {
                member = wanted;
            }
            showValue();
        }

        /** Until the name is mended nothing is sent: the member would go under what its name was before. */
        private void complain(String words) {
            taken.setText(words);
            model.hold(place(), words);
        }

        private void remove() {
            model.hold(place(), "");
            if (!member.isEmpty() || !model.at(place()).isMissingNode()) {
                model.clear(place());
            }
            rows.getChildren().remove(this);
        }
    }
}
