package dev.orgbench.connect.tunnel;

import dev.orgbench.connect.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for tunnels' programs: on the search path, and then asks each for its version. */
final class Finder {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Machine machine;

    Finder(Machine machine) {
        this.machine = machine;
    }

    /** Blocks for two seconds at most. */
    Finding find(TunnelKind kind) throws InterruptedException {
        Optional<Path> program = machine.program(kind.program());
        if (program.isEmpty()) {
            return new Finding.Missing();
        }
        if (kind.version().isEmpty()) {
            return new Finding.Found(program.get(), "");
        }
        List<String> command = Stream.concat(Stream.of(program.get().toString()), kind.version().stream())
                .toList();
        try (TunnelProcess asked = TunnelProcess.start(command, List.of())) {
            if (!asked.awaitExit(PATIENCE)) {
                return new Finding.Faulty(
                        program.get(),
                        kind.name() + " does not tell its version within " + PATIENCE.toSeconds() + " s.");
            }
            String said = asked.lastLines().stream().findFirst().orElse("");
            return asked.exitCode() == 0
                    ? new Finding.Found(program.get(), said)
                    : new Finding.Faulty(program.get(), kind.name() + " fails when asked for its version: " + said);
        } catch (IOException e) {
            return new Finding.Faulty(program.get(), kind.name() + " cannot be started: " + e.getMessage());
        }
    }
}
