package dev.orgbench.ui.kit;

import java.util.Locale;
import javafx.scene.control.Label;

/** A word on a coloured ground. The word says it; the colour only helps. */
public final class Badge extends Label {
    private Tone tone = Tone.NEUTRAL;

    public Badge() {
        getStyleClass().addAll("badge", style(tone));
        setMinWidth(USE_PREF_SIZE);
    }

    public Badge(String text, Tone tone) {
        this();
        show(text, tone);
    }

    /** Changes word and colour. */
    public void show(String text, Tone newTone) {
        setText(text);
        getStyleClass().remove(style(tone));
        getStyleClass().add(style(newTone));
        tone = newTone;
    }

    private static String style(Tone tone) {
        return "badge-" + tone.name().toLowerCase(Locale.ROOT);
    }

    /** What the colour hints at. */
    public enum Tone {
        NEUTRAL,
        ACCENT,
        GOOD,
        CAUTION,
        BAD
    }
}
