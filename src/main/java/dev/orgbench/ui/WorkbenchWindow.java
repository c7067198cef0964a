package dev.orgbench.ui;

import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Theme;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The window. It is shown first and gets its contents when what they stand on is up, so that a person sees something at
 * once. Used on the JavaFX thread alone.
 */
public final class WorkbenchWindow {
    private final StackPane root = new StackPane(StatePane.loading("Opening the demo org"));
    private final Scene scene = new Scene(root);
    private final Memory memory;
    private final Theme theme;

    /** @param memory where the window keeps its place, theme and splits */
    public WorkbenchWindow(Memory memory) {
        this.memory = memory;
        this.theme = new Theme(scene, memory);
    }

    /** Shows it where it stood last. */
    public void show(Stage stage) {
        stage.setTitle("Orgbench");
        stage.setScene(scene);
        new WindowPlace(memory).keep(stage);
        stage.show();
    }

    /** Fills it, and starts to load what it shows. */
    public void open(Workbench workbench) {
        Contents contents = new Contents(workbench, memory, theme);
        root.getChildren().setAll(contents.node());
        if (scene.getWindow() instanceof Stage stage) {
            stage.setTitle("Orgbench · " + workbench.orgName());
        }
        // Before the focused control sees them, as editors take keys for themselves.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (contents.press(key)) {
                key.consume();
            }
        });
        contents.load();
    }
}
