package dev.orgbench.connect.tunnel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on disk which process is our tunnel. If Orgbench is killed outright it cannot end its tunnel; then the next
 * start does. A process is only ended if it began when ours did, since process ids are used again.
 */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;

    Leftover(Path file) {
        this.file = file;
    }

    void remember(ProcessHandle process) {
        try {
            Optional<Instant> start = process.info().startInstant();
            if (start.isPresent()) {
                Files.writeString(file, process.pid() + "\n" + start.get() + "\n");
            }
        } catch (IOException e) {
            LOG.warn("The tunnel's process could not be noted in {}; it would survive a crash", file, e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", file, e);
        }
    }

    /** Ends what an earlier run left behind. */
    void end() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(lines.getFirst());
            Instant start = Instant.parse(lines.get(1));
            ProcessHandle.of(pid).filter(process -> began(process, start)).ifPresent(TunnelProcess::end);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException | DateTimeParseException e) {
            LOG.warn("{} cannot be read; a tunnel of an earlier run may still be open", file, e);
        }
        forget();
    }

    private static boolean began(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .filter(began -> Duration.between(began, start).abs().compareTo(SAME_START) < 0)
                .isPresent();
    }
}
