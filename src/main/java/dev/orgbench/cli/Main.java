package dev.orgbench.cli;

import picocli.CommandLine;

/** Where Orgbench starts. It is no JavaFX Application, so that JavaFX may stand on the class path. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ParentWatch.startIfWanted();
        int exitCode = new CommandLine(new WindowCommand())
                .addSubcommand(new ServeCommand())
                .setExecutionExceptionHandler(new PlainErrors())
                .execute(args);
        System.exit(exitCode);
    }
}
