package dev.orgbench.cli;

import dev.orgbench.app.Toolkit;
import java.util.List;
import picocli.CommandLine;

/** Where Orgbench starts. It is no JavaFX Application, so that JavaFX may stand on the class path. */
public final class Main {
    private static final List<String> NO_WINDOW = List.of("serve", "-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        ParentWatch.startIfWanted();
        Toolkit toolkit = new Toolkit();
        // To read the command line takes as long as to start the toolkit: both at once.
        if (NO_WINDOW.stream().noneMatch(List.of(args)::contains)) {
            toolkit.start();
        }
        int exitCode = new CommandLine(new WindowCommand(toolkit))
                .addSubcommand(new ServeCommand())
                .setExecutionExceptionHandler(new PlainErrors())
                .execute(args);
        System.exit(exitCode);
    }
}
