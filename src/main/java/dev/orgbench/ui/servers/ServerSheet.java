package dev.orgbench.ui.servers;

import dev.orgbench.orgs.Org;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form of a server; beside it what the server would be able to do. */
final class ServerSheet extends HBox {
    /** Widths of the window, in the preview's least one, from which the form has room beside it. */
    private static final double ROOMY = 2.6;

    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");

    private final ServerForm form;
    private final TextField name = new TextField();
    private final Button save = new Button();
    private final Button cancel = new Button("Cancel");
    private final FormRows rows = new FormRows();
    private final MorePane more;

    ServerSheet(ServerForm form, Org org) {
        this.form = form;
        getStyleClass().add("server-sheet");
        Label title = new Label(form.isNew() ? "New server" : "Change server");
        title.getStyleClass().add("sheet-title");
        rows.row("Name", nameField());
        rows.row("Org", orgLine(org));
        rows.row("May", new MethodsEditor(form));
        rows.row("Tags", tags());
        rows.row("Expires", new ExpiryEditor(form));
        rows.row("Also ask for", apiToken());
        more = new MorePane(form.more());
        ProblemBanner banner = new ProblemBanner();
        form.problemProperty().addListener((property, before, now) -> banner.show(now));
        save.setText(form.isNew() ? "Create server" : "Save changes");
        save.setId("save-server");
        save.getStyleClass().add("success");
        save.setDefaultButton(true);
        save.disableProperty().bind(form.savingProperty());
        HBox buttons = new HBox(8, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        ScrollPane scroll = new ScrollPane(new VBox(12, rows, more));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(16, title, scroll, banner, buttons);
        left.getStyleClass().add("server-form");
        HBox.setHgrow(left, Priority.ALWAYS);
        more.openProperty().addListener((property, before, now) -> pseudoClassStateChanged(TALL, now));
        pseudoClassStateChanged(TALL, more.openProperty().get());
        getChildren().addAll(left, whereThereIsRoom(new PreviewPane(form)));
    }

    /** @param done gets what was saved; {@code cancelled} runs if the person thinks better of it */
    void onDone(Runnable cancelled, Consumer<ServerForm.Saved> done) {
        cancel.setOnAction(press -> cancelled.run());
        save.setOnAction(press -> {
            form.save(done);
            // Where the first fault is, the person goes on typing.
            if (form.faultsProperty().get().name() != null) {
                name.requestFocus();
            } else if (!form.more().finish()) {
                more.open();
            }
        });
    }

    /** With large text in a small window the form needs all of it. */
    private PreviewPane whereThereIsRoom(PreviewPane preview) {
        ObservableValue<Number> room =
                sceneProperty().flatMap(Scene::widthProperty).orElse(Double.MAX_VALUE);
        preview.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> room.getValue().doubleValue() > ROOMY * preview.getMinWidth(),
                        room,
                        preview.minWidthProperty()));
        preview.managedProperty().bind(preview.visibleProperty());
        return preview;
    }

    /** Where the person begins. */
    Node first() {
        return name;
    }

    private Node nameField() {
        name.setId("server-name");
        name.setAccessibleText("Name of the server");
        name.setPromptText("Sales, read only");
        name.textProperty().bindBidirectional(form.nameProperty());
        return new VBox(4, name, new FaultLabel(name, form.faultsProperty().map(ServerForm.Faults::name)));
    }

    private static Node orgLine(Org org) {
        HBox line = new HBox(8, new Label(org.label()), new Badge(org.kind().words(), Confirmation.tone(org.kind())));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(30);
        return line;
    }

    private Node tags() {
        FlowPane chips = new FlowPane(6, 6);
        form.tags().forEach(tag -> chips.getChildren().add(new Chip(tag, "Tag " + tag.word())));
        Label hint = new Label("None chosen: tools of every tag.");
        hint.getStyleClass().add("field-description");
        Runnable show = () -> hint.setText(
                form.tags().stream().noneMatch(Choice::isOn)
                        ? "None chosen: tools of every tag."
                        : "Only tools with one of these tags.");
        form.tags().forEach(tag -> tag.onProperty().addListener((property, before, now) -> show.run()));
        show.run();
        return new VBox(4, chips, hint);
    }

    private Node apiToken() {
        CheckBox box = new CheckBox("an API token in the Authorization header");
        box.setId("require-api-token");
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(form.apiTokenProperty());
        Label hint = new Label(
                "Then a URL that got into a log opens nothing. ChatGPT’s own form cannot send one; Codex, VS Code, Cursor"
                        + " and the Responses API can.");
        hint.getStyleClass().add("field-description");
        hint.setWrapText(true);
        hint.managedProperty().bind(box.selectedProperty());
        hint.visibleProperty().bind(box.selectedProperty());
        VBox field = new VBox(4, box, hint);
        field.setMinHeight(30);
        field.setAlignment(Pos.CENTER_LEFT);
        return field;
    }
}
