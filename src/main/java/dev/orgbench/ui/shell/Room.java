package dev.orgbench.ui.shell;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is in it all the room there is. Where large text needs more than that it scrolls, and follows the focus, so
 * that nothing is out of reach.
 */
final class Room extends ScrollPane {
    Room(Node content) {
        super(content);
        getStyleClass().addAll("edge-to-edge", "room");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        ChangeListener<@Nullable Node> follow = (property, before, now) -> {
            if (now != null && isWithin(now)) {
                reveal(now);
            }
        };
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(follow);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(follow);
            }
        });
    }

    private boolean isWithin(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at == getContent()) {
                return true;
            }
        }
        return false;
    }

    private void reveal(Node node) {
        Node content = getContent();
        Bounds all = content.getLayoutBounds();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        Bounds seen = getViewportBounds();
        setHvalue(value(getHvalue(), place.getMinX(), place.getMaxX(), seen.getWidth(), all.getWidth()));
        setVvalue(value(getVvalue(), place.getMinY(), place.getMaxY(), seen.getHeight(), all.getHeight()));
    }

    /** Where to scroll to, 0 to 1, so that {@code from} to {@code to} is seen; as little as possible, its beginning first. */
    private static double value(double now, double from, double to, double seen, double all) {
        double spare = all - seen;
        if (spare < 1) {
            return now;
        }
        double start = now * spare;
        double wanted = Math.min(Math.max(start, to - seen), from);
        return Math.clamp(wanted / spare, 0, 1);
    }
}
