package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
        System.clearProperty("orgbench.log");
    }

    /** The log comes first of all: what it makes is what the rest finds. */
    @Test
    void aNewDataFolderIsItsOwnersAlone(@TempDir Path parent) throws IOException {
        Path folder = parent.resolve("data");
        LogFile.in(folder);
        LogFile log = new LogFile();
        log.setContext(context);

        log.configure(context);

        assertThat(folder.resolve("orgbench.log")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
