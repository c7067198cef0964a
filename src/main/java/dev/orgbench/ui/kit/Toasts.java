package dev.orgbench.ui.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Short words on what was just done, in the corner, for a few seconds. Nothing that a person must read stands here alone. */
public final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(5);
    private static final int MOST = 3;

    public Toasts() {
        super(8);
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    /** Says {@code text}. */
    public void say(String text) {
        add(toast(text));
    }

    /** Says {@code text} and offers one thing to do about it, as {@code Open}. */
    public void say(String text, String action, Runnable act) {
        HBox toast = toast(text);
        Button button = new Button(action);
        button.getStyleClass().addAll("flat", "link-button");
        button.setOnAction(press -> {
            getChildren().remove(toast);
            act.run();
        });
        toast.getChildren().add(button);
        add(toast);
    }

    private static HBox toast(String text) {
        Label words = new Label(text, Icons.of(Feather.CHECK));
        words.setWrapText(true);
        HBox toast = new HBox(8, words);
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.getStyleClass().add("toast");
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(text);
        return toast;
    }

    private void add(HBox toast) {
        if (getChildren().size() >= MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(over -> getChildren().remove(toast));
        toast.setOnMouseEntered(over -> pause.stop());
        toast.setOnMouseExited(out -> pause.playFromStart());
        pause.play();
    }
}
