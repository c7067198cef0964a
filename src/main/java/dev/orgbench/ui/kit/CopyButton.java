package dev.orgbench.ui.kit;

import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Puts a text on the clipboard and says so for a moment. */
public final class CopyButton extends Button {
    private final PauseTransition moment = new PauseTransition(Duration.seconds(1.6));

    /**
     * @param label what stands on it, or an empty string for the icon alone
     * @param what what it does, in words: for the tool tip and for screen readers
     * @param text asked for when it is pressed
     */
    public CopyButton(String label, String what, Supplier<String> text) {
        this(label, what, () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.get())));
    }

    /** One whose text only somebody else knows: {@code copy} gets it onto the clipboard. */
    public static CopyButton asking(String label, String what, Runnable copy) {
        return new CopyButton(label, what, copy);
    }

    private CopyButton(String label, String what, Runnable copy) {
        super(label, Icons.of(Feather.COPY));
        getStyleClass().addAll("flat", "copy-button");
        setAccessibleText(what);
        setTooltip(new Tooltip(what));
        setMinWidth(USE_PREF_SIZE);
        moment.setOnFinished(end -> {
            setText(label);
            setGraphic(Icons.of(Feather.COPY));
            getStyleClass().remove("copied");
        });
        setOnAction(press -> {
            copy.run();
            setText("Copied");
            setGraphic(Icons.of(Feather.CHECK));
            if (!getStyleClass().contains("copied")) {
                getStyleClass().add("copied");
            }
            moment.playFromStart();
        });
    }
}
