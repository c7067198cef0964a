package dev.orgbench.app;

import dev.orgbench.demo.sample.DemoSize;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param data the data folder; made if it is not there
 * @param port the gateway's port; 0 for any free one
 * @param demoPort the demo org's port; 0 for any free one
 * @param demoTlsPort the demo org's port for https; 0 for any free one, null for none
 * @param demoSize how much the demo org holds where it is made anew
 * @param demoScenario what goes wrong in the demo org from its start, null for nothing
 * @param keychain whether secrets are kept in this machine's keychain; else in a file of the data folder
 */
public record Settings(
        Path data,
        int port,
        int demoPort,
        @Nullable Integer demoTlsPort,
        DemoSize demoSize,
        @Nullable Path demoScenario,
        boolean keychain) {
    /** The gateway's port unless told otherwise. */
    public static final int PORT = 7420;

    /** The demo org's port unless told otherwise. */
    public static final int DEMO_PORT = 7421;

    /** All of it in the data folder, without https and troubles, with the demo org that people can look through. */
    public Settings(Path data, int port, int demoPort) {
        this(data, port, demoPort, null, DemoSize.SMALL, null, false);
    }

    /**
     * As the command line says it.
     *
     * @param demoSize {@code small}, {@code medium} or {@code large}
     * @throws IllegalArgumentException for another size; the message says which there are
     */
    public static Settings of(
            Path data,
            int port,
            int demoPort,
            @Nullable Integer demoTlsPort,
            String demoSize,
            @Nullable Path demoScenario,
            boolean keychain) {
        return new Settings(data, port, demoPort, demoTlsPort, DemoSize.of(demoSize), demoScenario, keychain);
    }
}
