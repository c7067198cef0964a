package dev.orgbench.ui.connect;

import dev.orgbench.connect.guide.ConnectorFile;
import dev.orgbench.connect.guide.Guide;
import dev.orgbench.connect.guide.Instructions;
import dev.orgbench.connect.guide.Snippet;
import dev.orgbench.connect.guide.Way;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What to do to connect the chosen client: its ways, the steps of the chosen one, the texts, and what else to know. */
final class GuidePane extends ScrollPane {
    private final ConnectModel model;
    private final Desk desk;
    private final VBox page = new VBox();
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox ways = new HBox(12);
    private final VBox steps = new VBox(10);
    private final VBox snippets = new VBox(16);
    private final VBox notes = new VBox(6);
    private final ReachPane reach;

    GuidePane(ConnectModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        getStyleClass().add("guide-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        title.getStyleClass().add("guide-title");
        title.setId("guide-title");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        reach = new ReachPane(model, desk);
        page.getStyleClass().add("guide-page");
        page.getChildren().addAll(new VBox(2, title, about), ways, reach, steps, snippets, buttons(), notes);
        setContent(page);
        model.guideProperty().addListener((property, before, now) -> {
            showGuide();
            setVvalue(0);
        });
        model.wayProperty().addListener((property, before, now) -> markWay());
        model.instructionsProperty().addListener((property, before, now) -> showInstructions());
        model.revealedProperty().addListener((property, before, now) -> showInstructions());
        showGuide();
        showInstructions();
    }

    private void showGuide() {
        Guide guide = model.guideProperty().get();
        title.setText(guide.name());
        about.setText(guide.about());
        ToggleGroup group = new ToggleGroup();
        ways.getChildren()
                .setAll(guide.ways().stream().map(way -> card(way, group)).toList());
        ways.setVisible(guide.ways().size() > 1);
        ways.setManaged(guide.ways().size() > 1);
        markWay();
    }

    private Node card(Way way, ToggleGroup group) {
        Label name = new Label(way.name());
        name.getStyleClass().add("way-name");
        Label words = new Label(way.about());
        words.getStyleClass().add("way-about");
        words.setWrapText(true);
        ToggleButton card = new ToggleButton("", new VBox(4, name, words));
        card.getStyleClass().add("way-card");
        card.setId("way-" + way.id());
        card.setAccessibleText(way.name() + ". " + way.about());
        card.setUserData(way);
        card.setToggleGroup(group);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(200);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setOnAction(press -> {
            model.wayProperty().set(way);
            card.setSelected(true);
        });
        return card;
    }

    private void markWay() {
        Way way = model.wayProperty().get();
        ways.getChildren().forEach(node -> {
            if (node instanceof ToggleButton card) {
                card.setSelected(way.equals(card.getUserData()));
            }
        });
        reach.setVisible(way.isPublic());
        reach.setManaged(way.isPublic());
    }

    private void showInstructions() {
        Instructions told = model.instructionsProperty().get();
        if (told == null) {
            return;
        }
        boolean revealed = model.revealedProperty().get();
        steps.getChildren().clear();
        for (int i = 0; i < told.steps().size(); i++) {
            steps.getChildren().add(StepView.of(i + 1, told.steps().get(i), revealed, desk));
        }
        snippets.getChildren()
                .setAll(told.snippets().stream()
                        .map(snippet -> new SnippetBlock(snippet, told.isReady(), revealed, desk, () -> merge(snippet)))
                        .toList());
        snippets.setManaged(!told.snippets().isEmpty());
        notes.getChildren().setAll(told.notes().stream().map(GuidePane::note).toList());
    }

    private void merge(Snippet snippet) {
        new MergeSheet(model.merge(snippet), desk).open();
    }

    private Node buttons() {
        CopyButton all =
                new CopyButton("Copy all steps", "Copy all steps with the whole URL as plain text", () -> model.text()
                        .orElse(""));
        all.getStyleClass().remove("flat");
        all.setId("copy-all");
        Button save = new Button("Save " + ConnectorFile.NAME + "…");
        save.setId("save-connector");
        save.setOnAction(press -> model.connectorFile(text -> desk.files()
                .save("Save what a connector needs", ConnectorFile.NAME, file -> SavedText.write(file, text, desk))));
        ToggleButton reveal = new ToggleButton("Show the token");
        reveal.setId("reveal");
        reveal.setAccessibleText("Show the token in all texts; it is a secret");
        reveal.selectedProperty().bindBidirectional(model.revealedProperty());
        FlowPane buttons = new FlowPane(8, 8, all, save, reveal);
        buttons.getStyleClass().add("guide-buttons");
        return buttons;
    }

    private static Node note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("guide-note");
        note.setWrapText(true);
        return note;
    }
}
