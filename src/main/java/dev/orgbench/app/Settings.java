package dev.orgbench.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param data the data folder; made if it is not there
 * @param port the gateway's port; 0 for any free one
 * @param demoPort the demo org's port; 0 for any free one
 * @param demoTlsPort the demo org's port for https; 0 for any free one, null for none
 * @param demoScenario what goes wrong in the demo org from its start, null for nothing
 */
public record Settings(
        Path data, int port, int demoPort, @Nullable Integer demoTlsPort, @Nullable Path demoScenario) {
    /** Without https and troubles. */
    public Settings(Path data, int port, int demoPort) {
        this(data, port, demoPort, null, null);
    }

    /** The gateway's port unless told otherwise. */
    public static final int PORT = 7420;

    /** The demo org's port unless told otherwise. */
    public static final int DEMO_PORT = 7421;
}
