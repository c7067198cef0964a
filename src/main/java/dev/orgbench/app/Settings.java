package dev.orgbench.app;

import java.nio.file.Path;

/**
 * What the command line says.
 *
 * @param data the data folder; made if it is not there
 * @param port the gateway's port; 0 for any free one
 * @param demoPort the demo org's port; 0 for any free one
 */
public record Settings(Path data, int port, int demoPort) {
    /** The gateway's port unless told otherwise. */
    public static final int PORT = 7420;

    /** The demo org's port unless told otherwise. */
    public static final int DEMO_PORT = 7421;
}
