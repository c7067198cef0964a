package dev.orgbench.ui.kit;

import java.io.IOException;
import java.net.URI;

/** The person's own web browser. */
@FunctionalInterface
public interface Browser {
    /**
     * Opens a page in it. May take a moment: not for the screen's thread.
     *
     * @throws IOException if none could be started; the caller shows the address instead
     */
    void open(URI page) throws IOException;
}
