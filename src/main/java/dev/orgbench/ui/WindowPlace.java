package dev.orgbench.ui;

import dev.orgbench.ui.kit.Memory;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Puts the window where it stood last, if that is still on a screen, and remembers where it goes. */
final class WindowPlace {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1024;
    private static final double LOWEST = 640;
    private static final double NOWHERE = -100_000;

    private final Memory memory;

    WindowPlace(Memory memory) {
        this.memory = memory;
    }

    void keep(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(NARROWEST, screen.getWidth()));
        stage.setMinHeight(Math.min(LOWEST, screen.getHeight()));
        stage.setWidth(Math.min(memory.number("window.width", WIDTH), screen.getWidth()));
        stage.setHeight(Math.min(memory.number("window.height", HEIGHT), screen.getHeight()));
        double x = memory.number("window.x", NOWHERE);
        double y = memory.number("window.y", NOWHERE);
        // A screen that was unplugged since must not leave the window where nobody can reach it.
        if (!Screen.getScreensForRectangle(x, y, 100, 40).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(memory.get("window.maximized").map("true"::equals).orElse(false));
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, hiding -> remember(stage));
    }

    private void remember(Stage stage) {
        memory.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            memory.put("window.x", Double.toString(stage.getX()));
            memory.put("window.y", Double.toString(stage.getY()));
            memory.put("window.width", Double.toString(stage.getWidth()));
            memory.put("window.height", Double.toString(stage.getHeight()));
        }
    }
}
