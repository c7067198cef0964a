package dev.orgbench.ui.kit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

/**
 * A tool's name in a list. Where there is too little room for it, the word goes first that all names of the list have:
 * what tells them apart stays.
 */
public final class ToolName extends Label {
    private String whole = "";
    private String shorter = "";

    public ToolName() {
        setMinWidth(40);
        setMaxWidth(Double.MAX_VALUE);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setEllipsisString("…");
        widthProperty().addListener((property, before, now) -> fit());
        // In a new cell the width is known before the style sheet's font, which is the narrower one.
        fontProperty().addListener((property, before, now) -> fit());
    }

    /**
     * Shows a name.
     *
     * @param shared the word between underscores that may be left out; empty for none
     */
    public void show(String name, String shared) {
        whole = name;
        shorter = shared.isEmpty() ? name : name.replace("_" + shared + "_", "_…_");
        fit();
    }

    private void fit() {
        if (!fits(whole) && !fits(shorter)) {
            // The label cuts it in its middle: no name shows two gaps.
            setText(whole);
        }
    }

    private boolean fits(String text) {
        setText(text);
        return getWidth() <= 0 || prefWidth(-1) <= getWidth();
    }

    /** The longest word between underscores that stands in all of these names; empty if there is none. */
    public static String shared(Collection<String> names) {
        return names.stream()
                .findFirst()
                .flatMap(first -> Arrays.stream(first.split("_", -1))
                        .filter(word ->
                                names.size() > 1 && names.stream().allMatch(name -> name.contains("_" + word + "_")))
                        .max(Comparator.comparingInt(String::length)))
                .orElse("");
    }
}
