package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.ServerUrl;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The server's URL, masked, to copy whole; who called, and how long the last call took. */
final class StatusBar extends HBox {
    private final CopyButton copy;

    StatusBar(ShellModel model, ObservableValue<Boolean> serverAnswers) {
        super(8);
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Dot dot = new Dot();
        Label name = new Label("MCP");
        name.getStyleClass().add("muted");
        Runnable lamp = () -> {
            boolean up = Boolean.TRUE.equals(serverAnswers.getValue());
            dot.show(up ? Dot.State.GOOD : Dot.State.BAD);
            name.setText(up ? "MCP" : "MCP does not answer");
        };
        serverAnswers.addListener((property, before, now) -> lamp.run());
        lamp.run();
        ObservableValue<@Nullable ServerUrl> selected = model.urlProperty();
        Label url = new Label();
        url.textProperty().bind(selected.map(ServerUrl::masked).orElse("no server"));
        url.getStyleClass().add("code-text");
        url.setId("server-url");
        copy = new CopyButton("Copy", "Copy the server’s whole URL, token included", () -> {
            ServerUrl now = selected.getValue();
            return now == null ? "" : now.whole();
        });
        copy.getStyleClass().add("link-button");
        copy.setId("copy-url");
        copy.disableProperty().bind(selected.map(there -> false).orElse(true));
        Badge open = new Badge("public", Badge.Tone.BAD);
        open.setId("public-mark");
        open.setTooltip(
                new Tooltip("A tunnel is up: a server can be called from the internet. Stop it under Connect."));
        open.visibleProperty().bind(model.isPublic());
        open.managedProperty().bind(open.visibleProperty());
        Label clients = new Label();
        clients.getStyleClass().add("muted");
        clients.textProperty().bind(model.clientsProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label last = new Label();
        last.getStyleClass().add("muted");
        last.textProperty().bind(model.lastCallProperty());
        for (Label fixed : new Label[] {name, url}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(dot, name, url, copy, open, clients, gap, last);
    }

    /** As if its button were pressed, so that it says here too what is on the clipboard now. */
    void copyUrl() {
        copy.fire();
    }
}
