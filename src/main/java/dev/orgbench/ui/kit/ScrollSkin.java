package dev.orgbench.ui.kit;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * Draws what is scrolled straight to the window. The toolkit's own skin keeps a picture of each viewport besides, which
 * it lets go of only when memory runs out: some 9 MB for all screens, each time that they were made anew. Named by
 * {@code workbench.css} for every scroll pane, also the one within a text area.
 */
public final class ScrollSkin extends ScrollPaneSkin {
    /** A skin of a pane. Called by the style sheet. */
    public ScrollSkin(ScrollPane pane) {
        super(pane);
        pane.lookup(".viewport").setCache(false);
    }
}
