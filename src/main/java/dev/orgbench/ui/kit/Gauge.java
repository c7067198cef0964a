package dev.orgbench.ui.kit;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How much of something is used: its name, the share in figures, a bar, and the amounts. */
public final class Gauge extends VBox {
    private final Label name = new Label();
    private final Label percent = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label amounts = new Label();
    private Tone tone = Tone.LITTLE;

    public Gauge() {
        getStyleClass().addAll("gauge", tone.style());
        name.getStyleClass().add("gauge-name");
        percent.getStyleClass().add("gauge-percent");
        percent.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("gauge-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        amounts.getStyleClass().add("gauge-amounts");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name, percent);
        head.getStyleClass().add("gauge-head");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(head, bar, amounts);
    }

    /** How near the end is: the bar's colour, and a word beside the amounts where it matters. */
    public enum Tone {
        LITTLE(""),
        HALF(""),
        NEARLY("nearly used up"),
        UP("used up");

        private static final double HALF_FROM = 0.5;
        private static final double NEARLY_FROM = 0.8;

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        /** The tone of a share from 0 to 1. */
        public static Tone of(double share) {
            return share >= 1 ? UP : share >= NEARLY_FROM ? NEARLY : share >= HALF_FROM ? HALF : LITTLE;
        }

        private String style() {
            return "gauge-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Shows how much is used.
     *
     * @param share 0 to 1; more is shown in figures
     * @param amount {@code 612 of 1,024 used}
     */
    public void show(String what, double share, String amount) {
        Tone now = Tone.of(share);
        getStyleClass().remove(tone.style());
        getStyleClass().add(now.style());
        tone = now;
        percent.setText(percent(share));
        bar.setProgress(Math.clamp(share, 0, 1));
        bar.setVisible(true);
        say(what, now.word.isEmpty() ? amount : amount + ", " + now.word);
        setAccessibleText(what + ": " + percent.getText() + ", " + amounts.getText());
    }

    /** Shows that nothing is measured, and why. */
    public void showNone(String what, String why) {
        getStyleClass().remove(tone.style());
        tone = Tone.LITTLE;
        getStyleClass().add(tone.style());
        percent.setText("–");
        bar.setProgress(0);
        bar.setVisible(false);
        say(what, why);
        setAccessibleText(what + ": " + why);
    }

    /** A share in whole percent; what is not nothing is never 0, what is not all is never 100. */
    static String percent(double share) {
        long whole = Math.round(share * 100);
        if (share > 0 && whole == 0) {
            return "< 1%";
        }
        return (share < 1 ? Math.min(whole, 99) : whole) + "%";
    }

    private void say(String what, String below) {
        name.setText(what);
        name.setTooltip(new Tooltip(what));
        amounts.setText(below);
        amounts.setTooltip(new Tooltip(below));
    }
}
