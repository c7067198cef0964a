package dev.orgbench.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Two panes with a divider that stays where the person put it, also in the next run. */
public final class RememberedSplit {
    private RememberedSplit() {}

    /**
     * @param name tells this split from others in {@code memory}
     * @param share how much of the room the first pane gets at first, 0 to 1
     */
    public static SplitPane of(
            String name, Orientation orientation, double share, Memory memory, Node first, Node second) {
        SplitPane split = new SplitPane(first, second);
        split.setOrientation(orientation);
        split.getStyleClass().add("thin-split");
        String key = "split." + name;
        double position = Math.clamp(memory.number(key, share), 0.05, 0.95);
        split.setDividerPositions(position);
        // Before it has a size a position means nothing: it is set once more when the first one is known.
        split.layoutBoundsProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Bounds> property, Bounds before, Bounds now) {
                if (now.getWidth() > 1 && now.getHeight() > 1) {
                    split.layoutBoundsProperty().removeListener(this);
                    split.setDividerPositions(position);
                }
            }
        });
        // Layout moves the divider too; only what the person does is kept.
        split.setOnMouseReleased(released -> memory.put(key, Double.toString(split.getDividerPositions()[0])));
        return split;
    }
}
