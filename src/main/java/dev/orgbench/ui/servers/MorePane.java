package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What most people leave as it is, behind a button that says what is there. Open from the start if any of it is not. */
final class MorePane extends VBox {
    private final MoreForm form;
    private final ToggleButton more = new ToggleButton("More");
    private final FormRows rows = new FormRows();

    MorePane(MoreForm form) {
        super(12);
        this.form = form;
        more.setId("more");
        more.getStyleClass().addAll("flat", "small", "more-button");
        more.setAccessibleText("More: objects, answers and limits");
        more.setMinWidth(USE_PREF_SIZE);
        Label what = new Label("objects, confirmation, size of answers, limits on calls");
        what.getStyleClass().add("field-description");
        what.setMinWidth(0);
        what.visibleProperty().bind(more.selectedProperty().not());
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(8, more, what);
        line.setAlignment(Pos.CENTER_LEFT);
        addRows();
        rows.visibleProperty().bind(more.selectedProperty());
        rows.managedProperty().bind(more.selectedProperty());
        more.selectedProperty().addListener((property, before, now) -> turn(now));
        more.setSelected(!form.isUsual());
        turn(more.isSelected());
        getChildren().addAll(line, rows);
    }

    /** Shows all of it, as where something in it is wrong. */
    void open() {
        more.setSelected(true);
    }

    private void turn(boolean open) {
        more.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        if (open) {
            form.readable().known().want();
        }
    }

    private void addRows() {
        rows.row(
                "Only reads",
                new ObjectNamesEditor(
                        form.readable(),
                        "read-objects",
                        "Objects that may be read",
                        "None named: every object that the signed-in user may see."));
        ObjectNamesEditor writable = new ObjectNamesEditor(
                form.writable(),
                "write-objects",
                "Objects that may be written",
                "None named: every object that may be read.");
        rows.row(
                "Only writes",
                new VBox(4, writable, new FaultLabel(writable, form.faultsProperty().map(MoreForm.Faults::writable))));
        rows.row(
                "Own tools for",
                new ObjectNamesEditor(
                        form.pinned(),
                        "pinned-objects",
                        "Objects with tools of their own",
                        "As create_a_salesforce_contact, with the object’s fields as arguments."));
        rows.row("ChatGPT", box(form.searchAndFetchProperty(), "search-and-fetch", "has search and fetch as it wants them"));
        rows.row("Confirm", box(form.confirmDestructiveProperty(), "confirm-destructive", "asks a person before it destroys, where the client can"));
        TextField budget = number("byte-budget", "The most bytes of an answer", 8);
        budget.textProperty().bindBidirectional(form.byteBudgetProperty());
        rows.row(
                "Answers",
                new VBox(
                        4,
                        line(budget, new Label("bytes at most; longer ones are cut at a record")),
                        new FaultLabel(budget, form.faultsProperty().map(MoreForm.Faults::byteBudget))));
        rows.row("Calls", calls());
    }

    private Node calls() {
        TextField atOnce = number("at-once", "The most calls at once; empty for no limit", 4);
        atOnce.textProperty().bindBidirectional(form.atOnceProperty());
        TextField perMinute = number("per-minute", "The most calls a minute; empty for no limit", 5);
        perMinute.textProperty().bindBidirectional(form.perMinuteProperty());
        return new VBox(
                4,
                line(atOnce, new Label("at once"), perMinute, new Label("a minute, at most")),
                new FaultLabel(atOnce, form.faultsProperty().map(MoreForm.Faults::atOnce)),
                new FaultLabel(perMinute, form.faultsProperty().map(MoreForm.Faults::perMinute)));
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static TextField number(String id, String what, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(what);
        field.setPromptText("any");
        field.setPrefColumnCount(columns);
        field.setMinWidth(USE_PREF_SIZE);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setAlignment(Pos.CENTER_RIGHT);
        return field;
    }

    private static Node box(BooleanProperty on, String id, String words) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setWrapText(true);
        box.setMinHeight(30);
        box.selectedProperty().bindBidirectional(on);
        return box;
    }
}
