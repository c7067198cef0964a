package dev.orgbench.ui.servers;

import dev.orgbench.gateway.ApiTokens;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.StatePane;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A server's API tokens: made, listed, revoked. A new one is shown once. */
final class ApiTokensSheet extends VBox implements ServerActions.Closeable {
    private final ApiTokensModel model;
    private final Desk desk;
    private final Button close = new Button("Close");
    private final VBox fresh = new VBox(6);
    private final TextField text = new TextField();

    ApiTokensSheet(ApiTokensModel model, Desk desk) {
        super(12);
        this.model = model;
        this.desk = desk;
        getStyleClass().add("api-tokens-sheet");
        Label title = new Label("API tokens of “" + model.server().name() + "”");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        Label what = new Label(
                model.server().config().requireApiToken()
                        ? "A client sends one of these as “Authorization: Bearer <token>”, besides the URL. Give each client its"
                                + " own, and revoke it when that client is done."
                        : "This server’s URL alone opens it now. Turn on “Also ask for an API token” under Change for these to"
                                + " be asked for.");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        what.getStyleClass().add("muted");
        ProblemBanner banner = new ProblemBanner();
        model.problemProperty().addListener((property, before, now) -> banner.show(now));
        model.freshProperty().addListener((property, before, now) -> showFresh(now));
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, what, list(), maker(), banner, freshBox(), buttons);
        showFresh(null);
    }

    @Override
    public void onClose(Runnable closing) {
        close.setOnAction(press -> closing.run());
    }

    private Node list() {
        ListView<ApiTokens.ApiToken> list = new ListView<>(model.tokens());
        list.setId("api-token-list");
        list.setAccessibleText("API tokens");
        list.setFixedCellSize(36);
        list.setPrefHeight(150);
        list.setPlaceholder(StatePane.empty(Feather.KEY, "No API tokens", "Name one below after who gets it."));
        // While it is empty, a sheet that opens leads to the field below it.
        list.focusTraversableProperty().bind(Bindings.isNotEmpty(model.tokens()));
        list.setCellFactory(made -> new Cell());
        list.setOnKeyPressed(key -> {
            ApiTokens.ApiToken token = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.DELETE && token != null) {
                revoke(token);
                key.consume();
            }
        });
        return list;
    }

    private Node maker() {
        TextField name = new TextField();
        name.setId("api-token-name");
        name.setPromptText("Who gets it: CI, Ana’s laptop");
        name.setAccessibleText("Name of the new API token");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setOnAction(enter -> model.make());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button make = new Button("Make a token");
        make.setId("make-api-token");
        make.setMinWidth(Region.USE_PREF_SIZE);
        make.setOnAction(press -> model.make());
        return new HBox(8, name, make);
    }

    private Node freshBox() {
        Label once = new Label("Copy it now: only its hash is kept, so it cannot be shown again.");
        once.setWrapText(true);
        once.setMinHeight(USE_PREF_SIZE);
        text.setId("fresh-api-token");
        text.setEditable(false);
        text.setAccessibleText("The new API token");
        text.getStyleClass().add("code-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        CopyButton copy = new CopyButton("Copy", "Copy the API token", text::getText);
        copy.setId("copy-api-token");
        HBox line = new HBox(4, text, copy);
        fresh.getStyleClass().add("fresh-token");
        fresh.getChildren().addAll(once, line);
        return fresh;
    }

    private void showFresh(ApiTokens.@Nullable NewApiToken made) {
        fresh.setVisible(made != null);
        fresh.setManaged(made != null);
        text.setText(made == null ? "" : made.text());
        if (made != null) {
            text.requestFocus();
            text.selectAll();
        }
    }

    private void revoke(ApiTokens.ApiToken token) {
        new Confirmation(
                        "Revoke the API token “" + token.name() + "”?",
                        "Clients that use it are refused at once by “"
                                + model.server().name() + "”. Its URL and its other" + " tokens stay.",
                        "Revoke")
                .ask(desk.overlay(), desk.org(), () -> model.revoke(token));
    }

    private final class Cell extends ListCell<ApiTokens.ApiToken> {
        private final Label name = new Label();
        private final Label made = new Label();
        private final Button revoke = new Button("Revoke…");
        private final HBox line;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            made.getStyleClass().add("muted");
            made.setMinWidth(Region.USE_PREF_SIZE);
            revoke.getStyleClass().add("small");
            revoke.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(12, name, gap, made, revoke);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ApiTokens.@Nullable ApiToken token, boolean empty) {
            super.updateItem(token, empty);
            if (empty || token == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(token.name());
            made.setText("made " + model.madeAt(token));
            revoke.setAccessibleText("Revoke the API token " + token.name());
            revoke.setOnAction(press -> revoke(token));
            setGraphic(line);
            setAccessibleText("API token " + token.name() + ", " + made.getText());
        }
    }
}
