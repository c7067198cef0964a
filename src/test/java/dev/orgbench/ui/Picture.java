package dev.orgbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.kit.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

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
        until(seen, "What was waited for");
    }

    private void until(BooleanSupplier seen, String what) throws Exception {
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
            throw new IllegalStateException(what + " did not appear");
        }
    }

    /** Waits until a node is there, and is shown. */
    public void until(String selector) throws Exception {
        until(() -> isInWindow(selector), selector);
    }

    /** Waits until none of the nodes is shown any more. */
    public void untilGone(String selector) throws Exception {
        until(() -> !isInWindow(selector), "The end of " + selector);
    }

    /** Whether one of the nodes is there, shown, and within the window. */
    public boolean shows(String selector) throws Exception {
        return get(() -> isInWindow(selector));
    }

    private boolean isInWindow(String selector) {
        Scene scene = stage.getScene();
        return scene.getRoot().lookupAll(selector).stream().anyMatch(node -> {
            Bounds place = node.localToScene(node.getLayoutBounds());
            return place.getWidth() > 0
                    && place.getHeight() > 0
                    && place.intersects(0, 0, scene.getWidth(), scene.getHeight())
                    && isShown(node);
        });
    }

    private static boolean isShown(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The first node of that selector that is shown, else the first. */
    private <T extends Node> T find(Class<T> type, String selector) {
        List<T> found = stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        return found.stream()
                .filter(Picture::isShown)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("Nothing is " + selector));
    }

    /** Runs {@code action} in the window and waits until it has settled. */
    public void on(Runnable action) throws Exception {
        get(() -> {
            action.run();
            return true;
        });
        settle();
    }

    /** Presses buttons, one at once after the other. */
    public void press(String... selectors) throws Exception {
        on(() -> {
            for (String selector : selectors) {
                find(ButtonBase.class, selector).fire();
            }
        });
    }

    /** Presses the button that says {@code words}. */
    public void pressWords(String words) throws Exception {
        on(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node ->
                        node instanceof ButtonBase button && button.getText().equals(words) && isShown(button))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No button says " + words))
                .fire());
    }

    /** Presses the segment with this label. */
    public void segment(String label) throws Exception {
        on(() -> {
            for (Node node : stage.getScene().getRoot().lookupAll(".segment")) {
                if (node instanceof ToggleButton button
                        && isShown(button)
                        && button.getText().equals(label)) {
                    button.fire();
                    return;
                }
            }
            throw new IllegalStateException("No segment " + label);
        });
    }

    /** Opens a tab of the screen's first pane of tabs. */
    public void tab(int index) throws Exception {
        on(() -> find(TabPane.class, ".line-tabs").getSelectionModel().select(index));
    }

    /** Writes into a field, as if its old text were replaced. */
    public void type(String selector, String text) throws Exception {
        on(() -> find(TextInputControl.class, selector).setText(text));
    }

    /** Writes into an editor of code, as if its old text were replaced. */
    public void typeCode(String selector, String text) throws Exception {
        on(() -> find(CodeArea.class, selector).replaceText(text));
    }

    /** Selects the first line of a list or table that tells of {@code words}. */
    public void choose(String selector, String words) throws Exception {
        on(() -> {
            Control shown = find(Control.class, selector);
            List<?> items = shown instanceof TableView<?> table ? table.getItems() : ((ListView<?>) shown).getItems();
            for (int i = 0; i < items.size(); i++) {
                if (String.valueOf(items.get(i)).contains(words)) {
                    select(shown, i);
                    return;
                }
            }
            throw new IllegalStateException("No line of " + selector + " tells of " + words);
        });
    }

    private static void select(Control shown, int index) {
        if (shown instanceof TableView<?> table) {
            table.getSelectionModel().clearAndSelect(index);
        } else if (shown instanceof ListView<?> list) {
            list.scrollTo(Math.max(0, index - 2));
            list.getSelectionModel().clearAndSelect(index);
        }
    }

    /** Selects a row of a table, counted from 0. */
    public void row(String selector, int index) throws Exception {
        on(() -> find(TableView.class, selector).getSelectionModel().clearAndSelect(index));
    }

    /** Presses a key. */
    public void key(KeyCode code) throws Exception {
        on(() -> {
            Node focused = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    focused == null ? stage.getScene().getRoot() : focused,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }

    /** Takes a picture: {@code name-suffix.png}. */
    public Path shoot(String name) throws Exception {
        settle();
        WritableImage image = get(() -> {
            underscoresMustShow(stage.getScene().getRoot());
            return stage.getScene().snapshot(null);
        });
        Path file = folder.resolve(suffix.isEmpty() ? name + ".png" : name + "-" + suffix + ".png");
        write(image, file);
        return file;
    }

    /** A name's underscore is no mnemonic, which would be swallowed. */
    private static void underscoresMustShow(Node node) {
        if (node instanceof Labeled labeled && labeled.isMnemonicParsing() && labeled.getText() != null) {
            assertThat(labeled.getText()).as("a text with a mnemonic").doesNotContain("_");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Picture::underscoresMustShow);
        }
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
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ImageIO.write(FewColours.of(pixels, width, height), "png", file.toFile());
    }
}
