package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Which server's tools are shown: the org's, others by their URL, and the ways to have more. */
final class ServerPicker extends MenuButton {
    private final Connections connections;
    private final Overlay overlay;
    private final Runnable openServers;

    ServerPicker(Connections connections, Overlay overlay, Runnable openServers) {
        this.connections = connections;
        this.overlay = overlay;
        this.openServers = openServers;
        setId("server-picker");
        setGraphic(Icons.of(Feather.SERVER));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(80);
        setMnemonicParsing(false);
        getStyleClass().add("server-picker");
        setTooltip(new Tooltip("The server whose tools are shown"));
        connections.choices().addListener((ListChangeListener<Connections.Choice>) change -> fill());
        connections.currentProperty().addListener((property, before, now) -> fill());
        fill();
    }

    private void fill() {
        Connection current = connections.currentProperty().get();
        setText(current == null ? "No server runs" : current.name());
        setAccessibleText("Server: " + getText());
        getItems().clear();
        for (Connections.Choice choice : connections.choices()) {
            RadioMenuItem item = new RadioMenuItem(choice.name());
            item.setMnemonicParsing(false);
            item.setSelected(current != null && current.id().equals(choice.id()));
            item.setOnAction(press -> connections.choose(choice));
            getItems().add(item);
        }
        getItems().add(new SeparatorMenuItem());
        if (current != null) {
            getItems().add(item("Protocol of " + current.name() + "…", () -> NegotiationSheet.open(overlay, current)));
        }
        for (Connections.Choice choice : connections.choices()) {
            OtherServer other = choice.other();
            if (other != null && current != null && choice.id().equals(current.id())) {
                getItems()
                        .add(item(
                                "Change " + other.name() + "…",
                                () -> OtherServerSheet.open(overlay, connections, other)));
                getItems().add(item("Forget " + other.name(), () -> connections.forget(other)));
            }
        }
        getItems().add(new SeparatorMenuItem());
        getItems().add(item("Other MCP URL…", () -> OtherServerSheet.open(overlay, connections, null)));
        getItems().add(item("Manage servers", openServers));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(press -> action.run());
        return item;
    }
}
