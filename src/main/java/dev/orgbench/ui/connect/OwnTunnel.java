package dev.orgbench.ui.connect;

import dev.orgbench.connect.tunnel.TunnelKind;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A tunnel by a command of one's own, begun from a preset or from nothing. */
final class OwnTunnel extends VBox {
    OwnTunnel(ReachModel reach) {
        getStyleClass().add("own-tunnel");
        TextField command =
                field("own-command", "The command that opens the tunnel", "ssh -R 80:127.0.0.1:{port} host");
        command.textProperty().bindBidirectional(reach.commandProperty());
        TextField pattern = field(
                "own-pattern", "A regular expression that finds the URL in its output", "the first https address");
        pattern.textProperty().bindBidirectional(reach.patternProperty());
        MenuButton presets = new MenuButton("Begin from");
        presets.setId("presets");
        for (TunnelKind preset : reach.presets()) {
            MenuItem item = new MenuItem(preset.name());
            item.setOnAction(chosen -> reach.take(preset));
            presets.getItems().add(item);
        }
        GridPane grid = new GridPane(8, 6);
        grid.addRow(0, name("Command"), command, presets);
        grid.addRow(1, name("URL pattern"), pattern);
        GridPane.setHgrow(command, Priority.ALWAYS);
        GridPane.setColumnSpan(pattern, 2);
        Label hint =
                new Label("{port} is Orgbench’s port. No shell is involved: the words are handed over as they are.");
        hint.getStyleClass().add("tunnel-about");
        hint.setWrapText(true);
        getChildren().addAll(grid, hint);
    }

    private static TextField field(String id, String what, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(what);
        field.setPromptText(prompt);
        field.getStyleClass().add("code-text");
        return field;
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }
}
