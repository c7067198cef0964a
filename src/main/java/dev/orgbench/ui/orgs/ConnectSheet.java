package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.orgs.SignInWay;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The sheet that connects an org, or signs in to one again. */
final class ConnectSheet {
    private static final double WIDTH = 560;
    private static final double ROOM_HEIGHT = 296;

    private final Desk desk;
    private final ConnectModel model;
    private final Label title = new Label("Connect an org");
    private final Segments<ConnectWay> ways;
    private final VBox room = new VBox();
    private final Button act = new Button();
    private final Button away = new Button("Cancel");
    private Overlay.@Nullable Sheet sheet;

    /** @param connected gets the org when it is connected and the sheet is closed */
    ConnectSheet(List<ConnectWay> list, Supplier<SecretPlace> secrets, Desk desk, Consumer<ConnectedOrg> connected) {
        this.desk = desk;
        model = new ConnectModel(list, secrets, desk.background(), desk.feed(), org -> {
            close();
            connected.accept(org);
        });
        ways = new Segments<>("How to connect", list, ConnectWay::name);
        ways.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.wayProperty().set(now);
            }
        });
        act.setId("connect");
        act.getStyleClass().add("success");
        act.setDefaultButton(true);
        act.setOnAction(press -> {
            if (model.phaseProperty().get() == ConnectModel.Phase.FAILED) {
                model.back();
            } else {
                model.connect();
            }
        });
        away.setId("connect-cancel");
        away.setOnAction(press -> {
            if (model.isWorking()) {
                model.back();
            } else {
                close();
            }
        });
        model.wayProperty().addListener((property, before, now) -> show());
        model.phaseProperty().addListener((property, before, now) -> show());
    }

    /** Opens it. */
    void open() {
        show();
        sheet = desk.overlay().open(content(), Pos.CENTER, model::back);
        focus();
    }

    /** Opens it with what is known of an org that a person signs in to again. */
    void openFor(ConnectedOrg org) {
        title.setText("Sign in to " + org.org().label() + " again");
        String address = org.org().connection().instanceUrl().toString();
        for (ConnectWay way : model.ways()) {
            switch (way) {
                case BrowserWay browser ->
                    browser.prefill(org.org().connection().instanceUrl());
                case PastedWay pasted -> {
                    pasted.addressProperty().set(address);
                    if (org.way() == SignInWay.PASTED) {
                        ways.valueProperty().set(pasted);
                    }
                }
            }
        }
        open();
    }

    private VBox content() {
        title.getStyleClass().add("sheet-title");
        Label place = Fields.wrapped("", "field-description");
        place.setId("secret-place");
        place.textProperty().bind(model.placeProperty());
        place.setGraphic(Icons.of(Feather.LOCK));
        away.setMinWidth(Region.USE_PREF_SIZE);
        act.setMinWidth(Region.USE_PREF_SIZE);
        act.managedProperty().bind(act.visibleProperty());
        HBox buttons = new HBox(8, away, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        ScrollPane scroll = new ScrollPane(room);
        scroll.setFitToWidth(true);
        // The same for every way, so that the buttons stay where they are.
        scroll.setPrefHeight(ROOM_HEIGHT);
        scroll.getStyleClass().addAll("edge-to-edge", "connect-room");
        scroll.setFocusTraversable(false);
        VBox content = new VBox(16, title, ways, scroll, place, buttons);
        content.getStyleClass().add("connect-sheet");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        return content;
    }

    private void show() {
        ConnectModel.Phase phase = model.phaseProperty().get();
        ConnectWay way = model.wayProperty().get();
        boolean form = phase == ConnectModel.Phase.FORM;
        room.getChildren().setAll(form ? form(way) : new AttemptPane(model));
        ways.setDisable(!form);
        act.disableProperty().unbind();
        if (form) {
            act.disableProperty().bind(Bindings.not(way.ready()));
        } else {
            act.setDisable(false);
        }
        act.setVisible(phase != ConnectModel.Phase.WORKING);
        act.setText(phase == ConnectModel.Phase.FAILED ? "Back" : way.verb());
        away.setText(phase == ConnectModel.Phase.FAILED ? "Close" : "Cancel");
        if (sheet != null) {
            focus();
        }
    }

    /** To where one goes on: the first empty field, or what gives up an attempt. */
    private void focus() {
        switch (model.phaseProperty().get()) {
            case FORM -> Focus.first(room);
            case WORKING -> away.requestFocus();
            case FAILED -> act.requestFocus();
        }
    }

    private static Node form(ConnectWay way) {
        return switch (way) {
            case BrowserWay browser -> new BrowserForm(browser);
            case PastedWay pasted -> new PastedForm(pasted);
        };
    }

    private void close() {
        if (sheet != null) {
            sheet.close();
        }
    }
}
