package dev.orgbench.ui;

import dev.orgbench.ui.kit.Memory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Drives a window from outside and takes pictures of it. The toolkit must be up. */
public final class Picture {
    private final Path folder;
    private final String suffix;
    private final Stage stage;

    public Picture(Path folder, String suffix) throws Exception {
        this.folder = folder;
        this.suffix = suffix;
        this.stage = get(Stage::new);
    }

    /** Shows a window on {@code workbench} and waits until it has settled. */
    public Stage show(Workbench workbench, Memory memory) throws Exception {
        return show(into -> {
            WorkbenchWindow window = new WorkbenchWindow(memory);
            window.show(into);
            window.open(workbench);
        });
    }

    /** Shows what {@code opener} puts on the stage and waits until it has settled. */
    public Stage show(Consumer<Stage> opener) throws Exception {
        on(() -> {
            // Nothing is to look hovered over.
            new Robot().mouseMove(0, 0);
            opener.accept(stage);
            stage.setX(40);
            stage.setY(40);
        });
        settle();
        return stage;
    }

    /** Waits until {@code seen} is true in the window, and until it has settled then. */
    public void until(BooleanSupplier seen) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Timeline looks = get(() -> {
            Timeline timeline = new Timeline(new KeyFrame(Duration.millis(25), look -> {
                if (seen.getAsBoolean()) {
                    over.countDown();
                }
            }));
            timeline.setCycleCount(Animation.INDEFINITE);
            timeline.play();
            return timeline;
        });
        boolean came = over.await(30, TimeUnit.SECONDS);
        on(looks::stop);
        if (!came) {
            throw new IllegalStateException("What was waited for did not appear");
        }
    }

    /** Waits until a node is there, and is shown. */
    public void until(String selector) throws Exception {
        until(() -> {
            Node node = stage.getScene().getRoot().lookup(selector);
            boolean shown = node != null;
            for (; node != null; node = node.getParent()) {
                shown &= node.isVisible();
            }
            return shown;
        });
    }

    /** Runs {@code action} in the window and waits until it has settled. */
    public void on(Runnable action) throws Exception {
        get(() -> {
            action.run();
            return true;
        });
        settle();
    }

    /** Presses a button. */
    public void press(String selector) throws Exception {
        on(() -> ((ButtonBase) stage.getScene().getRoot().lookup(selector)).fire());
    }

    /** Presses the segment with this label. */
    public void segment(String label) throws Exception {
        on(() -> {
            for (Node node : stage.getScene().getRoot().lookupAll(".segment")) {
                if (node instanceof ToggleButton button && button.getText().equals(label)) {
                    button.fire();
                    return;
                }
            }
            throw new IllegalStateException("No segment " + label);
        });
    }

    /** Opens a tab of the chosen tool. */
    public void tab(int index) throws Exception {
        on(() -> ((TabPane) stage.getScene().getRoot().lookup(".line-tabs")).getSelectionModel().select(index));
    }

    /** Presses a key. */
    public void key(KeyCode code) throws Exception {
        on(() -> stage.getScene().getRoot().fireEvent(new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    /** Takes a picture: {@code name-suffix.png}. */
    public Path shoot(String name) throws Exception {
        settle();
        WritableImage image = get(() -> stage.getScene().snapshot(null));
        Path file = folder.resolve(suffix.isEmpty() ? name + ".png" : name + "-" + suffix + ".png");
        write(image, file);
        return file;
    }

    /** Work in the background and one frame more: what is seen now stays. */
    private static void settle() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Platform.runLater(() -> {
            PauseTransition pause = new PauseTransition(Duration.millis(350));
            pause.setOnFinished(end -> over.countDown());
            pause.play();
        });
        over.await(10, TimeUnit.SECONDS);
    }

    private static <T> T get(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
