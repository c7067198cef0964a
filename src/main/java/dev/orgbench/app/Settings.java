package dev.orgbench.app;

import dev.orgbench.demo.DemoSize;
import java.nio.file.Path;

/**
 * What the command line says.
 *
 * @param data the data folder; made if it is not there
 * @param port the gateway's port; 0 for any free one
 * @param demoPort the demo org's port; 0 for any free one
 * @param demoSize how much the demo org holds where it is made anew
 */
public record Settings(Path data, int port, int demoPort, DemoSize demoSize) {
    /** The gateway's port unless told otherwise. */
    public static final int PORT = 7420;

    /** The demo org's port unless told otherwise. */
    public static final int DEMO_PORT = 7421;

    /** With the demo org that people can look through. */
    public Settings(Path data, int port, int demoPort) {
        this(data, port, demoPort, DemoSize.SMALL);
    }

    /**
     * As the command line says it.
     *
     * @param demoSize {@code small}, {@code medium} or {@code large}
     * @throws IllegalArgumentException for another size; the message says which there are
     */
    public static Settings of(Path data, int port, int demoPort, String demoSize) {
        return new Settings(data, port, demoPort, DemoSize.of(demoSize));
    }
}
