package dev.orgbench.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Sheets over the window: a dialog, the palette, a confirmation. The newest has the keys; Esc closes it and gives the
 * focus back to where it was. Lies on top of everything else in a {@link StackPane}. Screen's thread only.
 */
public final class Overlay extends StackPane {
    private final Deque<Sheet> sheets = new ArrayDeque<>();

    public Overlay() {
        getStyleClass().add("overlay");
        setPickOnBounds(false);
        // What lies below a sheet is out of the keyboard's reach.
        ChangeListener<Node> keepWithin = (property, before, now) -> {
            Sheet newest = sheets.peek();
            if (newest != null && now != null && !isWithin(now, newest.veil)) {
                Focus.first(newest.veil);
            }
        };
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(keepWithin);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(keepWithin);
            }
        });
    }

    /** A sheet that is open. */
    public final class Sheet {
        private final StackPane veil;
        private final Runnable onClose;
        private final @Nullable Node focusBefore;

        private Sheet(StackPane veil, Runnable onClose, @Nullable Node focusBefore) {
            this.veil = veil;
            this.onClose = onClose;
            this.focusBefore = focusBefore;
        }

        /** Puts it away; harmless if that was done. */
        public void close() {
            if (!sheets.remove(this)) {
                return;
            }
            getChildren().remove(veil);
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
            onClose.run();
        }
    }

    /** As {@link #open(Node, Pos, Runnable)}, in the middle. */
    public Sheet open(Node content) {
        return open(content, Pos.CENTER, () -> {});
    }

    /**
     * Shows {@code content} on a raised ground over a veil, as large as it wants to be and the window allows. A click on
     * the veil does nothing, so that nothing typed is lost by it.
     *
     * @param onClose called when it is closed, by whatever way
     */
    public Sheet open(Node content, Pos place, Runnable onClose) {
        StackPane ground = new StackPane(content);
        // Not "sheet": that is what a list calls the ground of its cells.
        ground.getStyleClass().add("raised-sheet");
        ground.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane veil = new StackPane(ground);
        veil.getStyleClass().add("sheet-veil");
        veil.setAlignment(place);
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        Sheet sheet = new Sheet(veil, onClose, focused);
        veil.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                sheet.close();
            } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                // Enter alone means something else in a check box or a text of several lines.
                key.consume();
                agree(content);
            }
        });
        veil.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        sheets.push(sheet);
        getChildren().add(veil);
        grow(content);
        Focus.first(content);
        return sheet;
    }

    private static void agree(Node content) {
        content.lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton() && !button.isDisabled())
                .findFirst()
                .ifPresent(button -> ((Button) button).fire());
    }

    /** A size that the code gave is for text as designed: it grows as the style sheet's lengths did. */
    private void grow(Node content) {
        if (content instanceof Region sized) {
            double width = sized.getPrefWidth();
            double height = sized.getPrefHeight();
            double by = getScene() == null ? 1 : TextScale.of(getScene()).factor();
            if (by > 1 && width > 0) {
                sized.setPrefWidth(width * by);
            }
            if (by > 1 && height > 0) {
                sized.setPrefHeight(height * by);
            }
        }
    }

    /** Whether a sheet is open. */
    public boolean isOpen() {
        return !sheets.isEmpty();
    }

    /** Closes the newest sheet; tells whether there was one. */
    public boolean closeNewest() {
        Sheet newest = sheets.peek();
        if (newest == null) {
            return false;
        }
        newest.close();
        return true;
    }

    private static boolean isWithin(Node node, Node ground) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at == ground) {
                return true;
            }
        }
        return false;
    }
}
