package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.CopyUrl;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Toasts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame around the screens: the org above, the navigation on the left, the server's URL below, sheets over it all. */
public final class Shell extends StackPane {
    private final List<Screen> screens;
    private final NavigationBar navigation;
    private final StackPane room = new StackPane();
    private final Overlay overlay;
    private Consumer<Screen> opened = screen -> {};

    /**
     * @param top what stands above
     * @param overlay where sheets open
     * @param serverAnswers whether Orgbench's own MCP server answered when it was last asked
     * @param notices what happened that a person should know; each can be put away
     */
    public Shell(
            ShellModel model,
            TopBar top,
            List<Screen> screens,
            Overlay overlay,
            Toasts toasts,
            ObservableValue<Boolean> serverAnswers,
            ObservableList<String> notices) {
        this.screens = screens;
        this.overlay = overlay;
        getStyleClass().add("shell");
        navigation = new NavigationBar(screens, this::open);
        BorderPane frame = new BorderPane();
        // Or one bar whose words need more room than there is would push all the rest out of the window on both sides.
        frame.setMinWidth(0);
        frame.setTop(new VBox(top, new NoticeStrip(notices)));
        Room side = new Room(navigation);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        frame.setLeft(side);
        frame.setCenter(new Room(room));
        StatusBar status = new StatusBar(model, serverAnswers);
        frame.setBottom(status);
        addEventHandler(CopyUrl.ASKED, asked -> status.copyUrl());
        getChildren().addAll(frame, toasts, overlay);
        open(0);
    }

    /** Told of every screen that is opened. */
    public void onOpen(Consumer<Screen> listener) {
        opened = listener;
    }

    /** Opens a screen, counted from 0; nothing happens if there is none. */
    public void open(int index) {
        if (index >= 0 && index < screens.size()) {
            navigation.mark(index);
            room.getChildren().setAll(screens.get(index).view().content());
            screens.get(index).view().content().requestFocus();
            opened.accept(screens.get(index));
        }
    }

    /** The screen that is open. */
    public Screen current() {
        return screens.get(navigation.marked());
    }

    /**
     * Does what a key stands for in the frame or on the open screen; tells whether it stands for anything. While a sheet
     * is open, it has the keys.
     */
    public boolean press(KeyEvent key) {
        if (overlay.isOpen()) {
            return false;
        }
        boolean shortcut = key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (shortcut && key.getCode().isDigitKey()) {
            open(digit(key.getCode()) - 1);
            return true;
        }
        if (shortcut && key.getCode() == KeyCode.F) {
            current().view().focusFilter().run();
            return true;
        }
        return current().view().keys().test(key);
    }

    /** By the key and not by its text: on some keyboards digits need Shift. */
    private static int digit(KeyCode code) {
        String name = code.getName();
        return name.charAt(name.length() - 1) - '0';
    }
}
