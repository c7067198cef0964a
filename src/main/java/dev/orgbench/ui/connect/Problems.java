package dev.orgbench.ui.connect;

import dev.orgbench.connect.merge.UnreadableConfigException;
import dev.orgbench.connect.tunnel.TunnelException;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** What this room's failures say to a person. */
final class Problems {
    private Problems() {}

    static Problem of(Exception failure) {
        return switch (failure) {
            case TunnelException e -> {
                String output = String.join("\n", e.output());
                yield new Problem(null, e.problem(), output.isEmpty() ? null : output, e.advice());
            }
            case UnreadableConfigException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            case AccessDeniedException e ->
                new Problem(
                        null,
                        e.getFile() + " may not be written; nothing was changed.",
                        "Choose another file, or change its permissions.");
            case IOException e ->
                new Problem(
                        null,
                        "The file could not be written: " + e.getMessage(),
                        "Nothing was changed. Choose another place.");
            default -> Problem.of(failure);
        };
    }
}
