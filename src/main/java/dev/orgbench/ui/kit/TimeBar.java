package dev.orgbench.ui.kit;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** One bar on a scale from 0 to 1 that is as wide as the control. */
public final class TimeBar extends Pane {
    private static final String STYLE = "time-bar";
    private static final double HEIGHT = 10;
    private static final double NARROWEST = 3;

    private final Region bar = new Region();
    private double start;
    private double length;

    public TimeBar() {
        bar.getStyleClass().add(STYLE);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().add(bar);
    }

    /**
     * Places the bar.
     *
     * @param newStart where it begins, 0 to 1; what lies outside is cut
     * @param newLength how long it is on the same scale; a very short one stays visible
     * @param style its style class
     */
    public void show(double newStart, double newLength, String style) {
        start = Math.clamp(newStart, 0, 1);
        length = Math.clamp(newLength, 0, 1 - start);
        // Styles that are set are worked out anew, also where they are the same.
        if (!style.equals(bar.getStyleClass().getLast())) {
            bar.getStyleClass().setAll(STYLE, style);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(NARROWEST, length * getWidth());
        double x = Math.min(start * getWidth(), Math.max(0, getWidth() - width));
        bar.resizeRelocate(x, (getHeight() - HEIGHT) / 2, width, HEIGHT);
    }
}
