package dev.orgbench.ui.kit;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;

/**
 * Lets a node follow something that outlives it, such as a model of the whole window: only while the node is in a scene,
 * so that a node that was let go is held by nobody.
 */
public final class WhileShown {
    private WhileShown() {}

    /** Runs {@code show} when {@code node} comes into a scene and, while it is there, at each change of a source. */
    public static void follow(Node node, Runnable show, Observable... sources) {
        InvalidationListener changes = source -> show.run();
        node.sceneProperty().addListener((property, before, now) -> {
            if (before == null && now != null) {
                for (Observable source : sources) {
                    source.addListener(changes);
                }
                show.run();
            } else if (now == null) {
                for (Observable source : sources) {
                    source.removeListener(changes);
                }
            }
        });
    }
}
