package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.StatePane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One field: what the table has no room for, and what can be done to it. */
final class FieldDetail extends StackPane {
    private final ObjectPage page;
    private final Actions actions;

    /** What a person can do from here. */
    interface Actions {
        void edit(FieldRow field, String toolingId);

        void delete(FieldRow field, String toolingId);

        void walk(String object);
    }

    FieldDetail(ObjectPage page, Actions actions) {
        this.page = page;
        this.actions = actions;
        getStyleClass().add("field-detail");
        page.selected().addListener((ListChangeListener<FieldRow>) change -> show());
        page.toolingIdsProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        List<FieldRow> selected = page.selected();
        if (selected.size() == 1) {
            getChildren().setAll(detail(selected.getFirst()));
        } else if (selected.isEmpty()) {
            getChildren().clear();
        } else {
            getChildren()
                    .setAll(StatePane.empty(
                            Feather.CHECK_SQUARE,
                            selected.size() + " fields selected",
                            "SELECT and Copy are about these."));
        }
    }

    private Node detail(FieldRow row) {
        VBox box = new VBox(8, head(row));
        box.getStyleClass().add("field-detail-body");
        List<String> words = new ArrayList<>(List.of(row.label(), row.field().type(), row.access()));
        String relationship = row.field().json().path("relationshipName").asText("");
        if (!relationship.isEmpty()) {
            words.add("in SOQL: " + relationship + ".Name");
        }
        box.getChildren().add(muted(String.join(" · ", words)));
        ObjectPage.ToolingIds ids = page.toolingIdsProperty().get();
        if (row.field().is("custom") && ids.problem() != null && !ids.byField().containsKey(row.name())) {
            box.getChildren()
                    .add(muted("Its Tooling Id is not known, so it cannot be changed here: "
                            + ids.problem().summary()));
        }
        if (!row.helpText().isEmpty()) {
            box.getChildren().add(text("Help text: " + row.helpText()));
        }
        if (!row.field().referenceTo().isEmpty()) {
            box.getChildren().add(references(row));
        }
        if (row.field().is("calculated")) {
            TextArea formula =
                    new TextArea(row.field().json().path("calculatedFormula").asText(""));
            formula.setEditable(false);
            formula.setWrapText(true);
            formula.setAccessibleText("Formula");
            formula.getStyleClass().add("code-text");
            VBox.setVgrow(formula, Priority.ALWAYS);
            box.getChildren().add(formula);
        }
        if (FieldTrait.PICKLIST.isOf(row.field())) {
            @Nullable FieldRow controlling = controlling(row);
            ValuesTable values = new ValuesTable();
            values.show(row, controlling);
            values.setMinHeight(80);
            VBox.setVgrow(values, Priority.ALWAYS);
            box.getChildren().add(muted(PicklistsPane.words(row, controlling)));
            box.getChildren().add(values);
        }
        return box;
    }

    private @Nullable FieldRow controlling(FieldRow row) {
        ObjectPage.Known known = page.knownProperty().get();
        return known == null ? null : PicklistsPane.controlling(row, known.fields());
    }

    private HBox head(FieldRow row) {
        Label name = new Label(row.name());
        name.getStyleClass().add("message-title");
        HBox head = new HBox(8, name);
        head.setAlignment(Pos.CENTER_LEFT);
        String id = page.toolingIdsProperty().get().byField().get(row.name());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        if (id != null) {
            Label shown = new Label(id);
            shown.setId("tooling-id");
            shown.getStyleClass().addAll("code-text", "muted");
            CopyButton copy = new CopyButton("", "Copy the Tooling Id", () -> id);
            Button edit = new Button("Edit field");
            edit.setId("edit-field");
            edit.getStyleClass().add("small");
            edit.setOnAction(press -> actions.edit(row, id));
            Button delete = new Button("Delete");
            delete.setId("delete-field");
            delete.getStyleClass().addAll("small", "danger", "flat");
            delete.setAccessibleText("Delete the field " + row.name());
            delete.setOnAction(press -> actions.delete(row, id));
            head.getChildren().addAll(shown, copy, space, edit, delete);
        } else {
            head.getChildren().add(space);
        }
        return head;
    }

    private FlowPane references(FieldRow row) {
        FlowPane flow = new FlowPane(4, 4, muted("Points to"));
        flow.setAlignment(Pos.CENTER_LEFT);
        row.field().referenceTo().forEach(target -> flow.getChildren().add(link(target, actions::walk)));
        return flow;
    }

    /** An object's name that leads to it. */
    static Button link(String object, Consumer<String> walk) {
        Button link = new Button(object);
        link.setMnemonicParsing(false);
        link.getStyleClass().addAll("flat", "link-button");
        link.setAccessibleText("Open " + object);
        link.setOnAction(press -> walk.accept(object));
        return link;
    }

    private static Label muted(String words) {
        Label label = text(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }
}
