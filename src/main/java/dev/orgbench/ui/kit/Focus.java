package dev.orgbench.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Puts the keyboard's focus where it belongs. */
public final class Focus {
    private Focus() {}

    /** Focuses {@code node}, at once or when it comes on screen: a split takes its panes in only when it is laid out. */
    public static void on(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> property, Scene before, Scene now) {
                node.sceneProperty().removeListener(this);
                node.requestFocus();
            }
        });
    }

    /** Focuses the first control within {@code node} that takes the keyboard; tells whether there is one. */
    public static boolean first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            on(node);
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Focus::first);
    }
}
