package dev.orgbench.ui.kit;

import javafx.event.Event;
import javafx.event.EventType;

/** Asks the frame to put the server's URL on the clipboard. Screens fire it, as they do not know the token in it. */
public final class CopyUrl extends Event {
    /** The only type. */
    public static final EventType<CopyUrl> ASKED = new EventType<>(Event.ANY, "COPY_URL");

    public CopyUrl() {
        super(ASKED);
    }
}
