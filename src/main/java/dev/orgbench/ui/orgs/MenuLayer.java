package dev.orgbench.ui.orgs;

import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Overlay;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A menu below a button, within the window: a window of its own would stand on a white ground wherever the desktop does
 * not blend windows. It closes by Esc, a press elsewhere, or when the focus goes elsewhere.
 */
final class MenuLayer {
    private static final double GAP = 4;

    private final StackPane ground = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Region menu;
    private final Region button;
    private final Overlay overlay;
    private final ChangeListener<Node> focusLeaves = (property, before, now) -> {
        if (now != null && !isWithin(now)) {
            hide(false);
        }
    };

    MenuLayer(Region menu, Region button, Overlay overlay) {
        this.menu = menu;
        this.button = button;
        this.overlay = overlay;
        menu.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ground.getChildren().add(menu);
        ground.setAlignment(Pos.TOP_LEFT);
        ground.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                hide();
            }
        });
        ground.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() == ground) {
                hide();
            }
            press.consume();
        });
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    void show() {
        if (open.get()) {
            return;
        }
        Bounds place = button.localToScene(button.getBoundsInLocal());
        Point2D corner = overlay.sceneToLocal(place.getMinX(), place.getMaxY() + GAP);
        StackPane.setMargin(menu, new Insets(corner.getY(), 0, 0, corner.getX()));
        overlay.getChildren().add(ground);
        open.set(true);
        // Only then has a scroll pane its contents, and they can take the focus.
        ground.applyCss();
        ground.layout();
        Focus.first(menu);
        overlay.getScene().focusOwnerProperty().addListener(focusLeaves);
    }

    /** Puts it away, and the focus back on the button. */
    void hide() {
        hide(true);
    }

    private void hide(boolean focusBack) {
        if (!open.get()) {
            return;
        }
        overlay.getScene().focusOwnerProperty().removeListener(focusLeaves);
        overlay.getChildren().remove(ground);
        open.set(false);
        if (focusBack) {
            button.requestFocus();
        }
    }

    private boolean isWithin(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at == menu) {
                return true;
            }
        }
        return false;
    }
}
