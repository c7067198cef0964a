package dev.orgbench.cli;

import dev.orgbench.app.AlreadyRunningException;
import dev.orgbench.app.StartException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Failures as one plain line on standard error; the log has the rest. */
final class PlainErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        boolean foreseen = e instanceof StartException
                || e instanceof AlreadyRunningException
                || e instanceof IllegalArgumentException;
        if (!foreseen) {
            LoggerFactory.getLogger(PlainErrors.class).error("Unforeseen", e);
        }
        command.getErr().println(foreseen ? e.getMessage() : "Orgbench failed: " + e + ". The log has more.");
        return e instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
