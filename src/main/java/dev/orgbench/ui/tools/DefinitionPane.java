package dev.orgbench.ui.tools;

import dev.orgbench.orgs.Org;
import dev.orgbench.tools.DefinitionPlace;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ProblemBanner;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The definition that a tool was made from: bundled ones to read and to take over, the person's own to change. */
final class DefinitionPane extends VBox {
    private static final int FAULTS_SHOWN = 4;

    private final DefinitionModel model;
    private final Overlay overlay;
    private final Org org;
    private final Label file = new Label();
    private final Badge whose = new Badge();
    private final Button mine = new Button("Make it mine");
    private final Button save = new Button("Save");
    private final Button revert = new Button("Revert");
    private final Button delete = new Button();
    private final VBox faults = new VBox(2);
    private final YamlArea area;
    private boolean showing;
    private @Nullable String shown;

    DefinitionPane(DefinitionModel model, Overlay overlay, Org org) {
        this.model = model;
        this.overlay = overlay;
        this.org = org;
        getStyleClass().add("definition-pane");
        area = new YamlArea(text -> {
            if (!showing) {
                model.type(text);
            }
        });
        area.setOnKeyPressed(key -> {
            if (key.isShortcutDown() && key.getCode() == KeyCode.S) {
                model.save();
                key.consume();
            }
        });
        VBox.setVgrow(area, Priority.ALWAYS);
        faults.getStyleClass().add("definition-faults");
        ProblemBanner problem = new ProblemBanner();
        model.problemProperty().addListener((property, before, now) -> problem.show(now));
        getChildren().addAll(bar(), problem, area, faults);
        model.placeProperty().addListener((property, before, now) -> show(now));
        model.textProperty().addListener((property, before, now) -> showText());
        model.changedProperty().addListener((property, before, now) -> showButtons());
        model.faults().addListener((ListChangeListener<DefinitionModel.Fault>) change -> showFaults());
        show(model.placeProperty().get());
        showFaults();
    }

    private HBox bar() {
        file.getStyleClass().add("code-text");
        mine.setId("make-mine");
        mine.setTooltip(new Tooltip("Copy this file into your own folder, where it stands in for the bundled one"));
        mine.setOnAction(press -> model.makeMine());
        save.setId("save-definition");
        save.setTooltip(new Tooltip("Write the file and make the tools anew (" + KeyName.inText("S") + ")"));
        save.setOnAction(press -> model.save());
        revert.setId("revert-definition");
        revert.setOnAction(press -> model.revert());
        delete.setId("delete-definition");
        delete.setOnAction(press -> {
            DefinitionPlace open = model.placeProperty().get();
            if (open != null) {
                new Confirmation(
                                delete.getText() + "?",
                                open.bundled()
                                        ? "Your " + open.file() + " is deleted; the bundled one makes the tools again."
                                        : "Your " + open.file()
                                                + " is deleted, and the tools that it makes go with it.",
                                "Delete")
                        .ask(overlay, org, model::delete);
            }
        });
        HBox.setHgrow(file, Priority.ALWAYS);
        file.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(
                8,
                whose,
                file,
                mine,
                save,
                revert,
                delete,
                new CopyButton("Copy", "Copy the whole file", () -> model.textProperty()
                        .get()));
        for (Button button : new Button[] {mine, save, revert, delete}) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private void show(@Nullable DefinitionPlace place) {
        whose.setVisible(place != null);
        if (place == null) {
            file.setText("Where this tool’s definition stands is not known any more.");
        } else {
            file.setText(place.file());
            whose.show(place.own() ? "yours" : "bundled", place.own() ? Badge.Tone.ACCENT : Badge.Tone.NEUTRAL);
            delete.setText(place.bundled() ? "Back to the bundled one" : "Delete");
        }
        showText();
        if (place != null && !place.file().equals(shown)) {
            shown = place.file();
            area.goTo(place.line());
        }
        showButtons();
    }

    private void showText() {
        DefinitionPlace place = model.placeProperty().get();
        showing = true;
        area.show(model.textProperty().get(), place != null && place.own());
        showing = false;
    }

    private void showButtons() {
        DefinitionPlace place = model.placeProperty().get();
        boolean own = place != null && place.own();
        mine.setVisible(place != null && !own);
        save.setVisible(own);
        save.setDisable(!model.changedProperty().get() || !model.faults().isEmpty());
        revert.setVisible(own && model.changedProperty().get());
        delete.setVisible(own);
    }

    private void showFaults() {
        area.mark(model.faults());
        faults.getChildren().clear();
        model.faults().stream().limit(FAULTS_SHOWN).forEach(fault -> {
            Hyperlink link = new Hyperlink(fault.toString());
            link.setWrapText(true);
            link.getStyleClass().add("fault-link");
            link.setOnAction(press -> {
                area.goTo(fault.line());
                area.focusText();
            });
            faults.getChildren().add(link);
        });
        if (model.faults().size() > FAULTS_SHOWN) {
            faults.getChildren().add(new Label("and " + (model.faults().size() - FAULTS_SHOWN) + " more"));
        }
        faults.setVisible(!model.faults().isEmpty());
        faults.setManaged(faults.isVisible());
        showButtons();
    }
}
