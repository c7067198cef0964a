package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.CopyUrl;
import dev.orgbench.ui.kit.Theme;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame around the screens: the org above, the navigation on the left, the server's URL below. */
public final class Shell extends StackPane {
    private final List<Screen> screens;
    private final NavigationBar navigation;
    private final StackPane room = new StackPane();
    private final KeySheet keys = new KeySheet();

    /**
     * @param serverAnswers whether the MCP server answered when it was last asked
     * @param notices what happened at start that a person should know; each can be put away
     */
    public Shell(
            ShellModel model,
            Theme theme,
            List<Screen> screens,
            ObservableValue<Boolean> serverAnswers,
            List<String> notices) {
        this.screens = screens;
        getStyleClass().add("shell");
        navigation = new NavigationBar(screens, this::open);
        BorderPane frame = new BorderPane();
        frame.setTop(new VBox(new TopBar(model, theme, this::toggleKeys), new NoticeStrip(notices)));
        frame.setLeft(navigation);
        frame.setCenter(room);
        StatusBar status = new StatusBar(model, serverAnswers);
        frame.setBottom(status);
        addEventHandler(CopyUrl.ASKED, asked -> status.copyUrl());
        keys.setVisible(false);
        getChildren().addAll(frame, keys);
        open(0);
    }

    /** Opens a screen, counted from 0; nothing happens if there is none. */
    public void open(int index) {
        if (index < screens.size()) {
            navigation.mark(index);
            room.getChildren().setAll(screens.get(index).view().content());
            screens.get(index).view().content().requestFocus();
        }
    }

    /** The screen that is open. */
    public Screen current() {
        return screens.get(navigation.marked());
    }

    /** Shows the sheet of keys, or puts it away. */
    public void toggleKeys() {
        keys.setVisible(!keys.isVisible());
    }

    /** Puts the sheet of keys away; tells whether it was there. */
    public boolean closeKeys() {
        boolean shown = keys.isVisible();
        keys.setVisible(false);
        return shown;
    }
}
