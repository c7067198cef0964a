package dev.orgbench.cli;

import dev.orgbench.app.DataFolder;
import dev.orgbench.app.LogFile;
import dev.orgbench.app.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every way of starting takes. */
final class StartOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder. Default: the platform's folder for application data.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + Settings.PORT,
            description = "The MCP server's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--demo-port",
            paramLabel = "N",
            defaultValue = "" + Settings.DEMO_PORT,
            description = "The demo org's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int demoPort;

    @Option(
            names = "--demo-size",
            paramLabel = "SIZE",
            defaultValue = "small",
            description =
                    "What a new demo org holds: small (900 opportunities), medium (50,000 records) or large"
                            + " (1,000,000 opportunities, 2 minutes). One that is there stays as it is. Default: ${DEFAULT-VALUE}.")
    private String demoSize = "small";

    @Option(
            names = "--demo-tls-port",
            paramLabel = "N",
            description =
                    "Serves the demo org by https too, on this port; 0 for any free one. Clients must trust the file"
                            + " demo-ca.pem in the data folder.")
    private @Nullable Integer demoTlsPort;

    @Option(
            names = "--demo-scenario",
            paramLabel = "FILE",
            description = "What goes wrong in the demo org on purpose: a file as in samples/scenarios.")
    private @Nullable Path demoScenario;

    @Option(
            names = "--no-keychain",
            description = "Keeps tokens and sign-ins in an encrypted file of the data folder, not in this machine's"
                    + " keychain. What an earlier run gave to the keychain is not read then.")
    private boolean noKeychain;

    /**
     * The settings they come to; from here on the log goes to the data folder.
     *
     * @throws IllegalArgumentException if a port or the size is none
     */
    Settings settings() {
        for (int wanted : new int[] {port, demoPort, demoTlsPort == null ? 0 : demoTlsPort}) {
            if (wanted < 0 || wanted > 65_535) {
                throw new IllegalArgumentException("There is no port " + wanted + ": give 0 to 65535.");
            }
        }
        Path folder =
                (data == null ? DataFolder.standard() : data).toAbsolutePath().normalize();
        LogFile.in(folder);
        return Settings.of(folder, port, demoPort, demoTlsPort, demoSize, demoScenario, !noKeychain);
    }
}
