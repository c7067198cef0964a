package dev.orgbench.ui.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Two panes whose divider keeps its share of the room where the person put it, also in the next run. */
public final class RememberedSplit extends SplitPane {
    private final List<Node> both;
    private double position;
    private double scaled = 1;

    /**
     * @param name tells this split from others in {@code memory}
     * @param share how much of the room the first pane gets at first, 0 to 1
     */
    public RememberedSplit(String name, Orientation orientation, double share, Memory memory, Node first, Node second) {
        super(first, second);
        both = List.of(first, second);
        String key = "split." + name;
        position = Math.clamp(memory.number(key, share), 0.05, 0.95);
        setOrientation(orientation);
        getStyleClass().add("thin-split");
        setDividerPositions(position);
        // A split that is resized moves its divider as it likes, first of all when the window gets its size.
        layoutBoundsProperty().addListener((property, before, now) -> setDividerPositions(position));
        setOnMouseReleased(released -> {
            if (getItems().size() > 1) {
                position = getDividerPositions()[0];
                memory.put(key, Double.toString(position));
            }
        });
        TextScale.follow(this, this::keepUp);
    }

    /** Shows the second pane, or leaves all the room to the first. */
    public void showSecond(boolean shown) {
        if (shown == getItems().size() > 1) {
            return;
        }
        if (shown) {
            // Only added: the first pane would lose the keyboard if it were taken out, for a moment too.
            getItems().add(both.getLast());
            setDividerPositions(position);
        } else {
            getItems().remove(both.getLast());
        }
    }

    /** The smallest sizes that panes were given are for text as designed. */
    private void keepUp(double factor) {
        for (Node item : both) {
            if (item instanceof Region pane) {
                if (pane.getMinWidth() > 0) {
                    pane.setMinWidth(pane.getMinWidth() * factor / scaled);
                }
                if (pane.getMinHeight() > 0) {
                    pane.setMinHeight(pane.getMinHeight() * factor / scaled);
                }
            }
        }
        scaled = factor;
    }
}
