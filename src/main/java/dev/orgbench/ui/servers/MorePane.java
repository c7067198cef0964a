package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What most people leave as it is, behind a button that says what is there. Open from the start if any of it is not. */
final class MorePane extends VBox {
    private final MoreForm form;
    private final Button more = new Button("More");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final FormRows rows = new FormRows();

    MorePane(MoreForm form) {
        super(12);
        this.form = form;
        more.setId("more");
        more.getStyleClass().addAll("flat", "small", "more-button");
        more.setMinWidth(USE_PREF_SIZE);
        Label what = new Label("objects, confirmation, size of answers, limits on calls");
        what.getStyleClass().add("field-description");
        what.setMinWidth(0);
        what.visibleProperty().bind(open.not());
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(8, more, what);
        line.setAlignment(Pos.CENTER_LEFT);
        addRows();
        rows.visibleProperty().bind(open);
        rows.managedProperty().bind(open);
        more.setOnAction(press -> turn(!open.get()));
        turn(!form.isUsual());
        getChildren().addAll(line, rows);
    }

    /** Shows all of it, as where something in it is wrong. */
    void open() {
        turn(true);
    }

    /** Whether all of it is shown. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    private void turn(boolean wanted) {
        open.set(wanted);
        more.setGraphic(Icons.of(wanted ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        more.setAccessibleText((wanted ? "Less" : "More") + ": objects, answers and limits");
        if (wanted) {
            form.readable().known().want();
        }
    }

    private void addRows() {
        rows.row(
                "Reads only",
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
                "Writes only",
                new VBox(
                        4,
                        writable,
                        new FaultLabel(writable, form.faultsProperty().map(MoreForm.Faults::writable))));
        rows.row(
                "Own tools for",
                new ObjectNamesEditor(
                        form.pinned(),
                        "pinned-objects",
                        "Objects with tools of their own",
                        "As create_a_salesforce_contact, with the object’s fields as arguments."));
        rows.row(
                "ChatGPT",
                box(form.searchAndFetchProperty(), "search-and-fetch", "has search and fetch as it wants them"));
        rows.row(
                "Confirm",
                box(
                        form.confirmDestructiveProperty(),
                        "confirm-destructive",
                        "asks a person before it destroys, where the client can"));
        TextField budget = number("byte-budget", "The most bytes of an answer", 8);
        budget.textProperty().bindBidirectional(form.byteBudgetProperty());
        rows.row(
                "Answers",
                new VBox(
                        4,
                        line(budget, new Label("bytes at most, cut at a record")),
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
