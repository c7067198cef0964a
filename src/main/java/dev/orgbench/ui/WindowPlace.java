package dev.orgbench.ui;

import dev.orgbench.ui.kit.Memory;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** Puts the window where it stood last, if that is still on a screen, and remembers where it goes. */
final class WindowPlace {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1024;
    private static final double LOWEST = 640;
    private static final double NOWHERE = -100_000;
    private static final Duration SETTLED = Duration.millis(250);

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
        // Not only when it is closed: a killed window comes back to its place too. Once it has settled, as a window
        // that
        // is being maximized has its new size before it says that it is.
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(now -> {
            if (stage.isShowing()) {
                remember(stage);
            }
        });
        for (ObservableValue<?> part : List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty())) {
            part.subscribe(settled::playFromStart);
        }
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
