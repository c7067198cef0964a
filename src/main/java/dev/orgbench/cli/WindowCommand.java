package dev.orgbench.cli;

import dev.orgbench.app.Toolkit;
import dev.orgbench.app.WindowApp;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The window: what Orgbench does when it is told nothing else. */
@Command(
        name = "orgbench",
        mixinStandardHelpOptions = true,
        version = "Orgbench " + dev.orgbench.app.Orgbench.VERSION,
        description = "Opens the workbench on the demo org.")
final class WindowCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions options = new StartOptions();

    private final Toolkit toolkit;

    WindowCommand(Toolkit toolkit) {
        this.toolkit = toolkit;
    }

    @Override
    public Integer call() throws Exception {
        return WindowApp.open(options.settings(), toolkit);
    }
}
