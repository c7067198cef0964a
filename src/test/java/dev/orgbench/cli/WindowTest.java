package dev.orgbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The window's process, as a person starts it. JavaFX's own headless platform stands in for the screen. */
class WindowTest {
    private static final String[] HEADLESS = {"-Dglass.platform=Headless", "-Dprism.order=sw"};

    @TempDir
    Path data;

    @Test
    void aSecondStartBringsTheFirstOnesWindowToTheFront() throws Exception {
        Process first = start(HEADLESS);
        try {
            awaitWindow(first);
            Process second = start(HEADLESS);
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isZero();
            assertThat(first.isAlive()).isTrue();
        } finally {
            first.destroy();
            assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.exists(data.resolve("orgbench.pid"))).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayItSaysSoAndEnds() throws Exception {
        Process process = start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(data.resolve("output.txt")))
                .contains("there is no display")
                .contains("orgbench serve")
                .doesNotContain("\tat ");
    }

    private Process start(String... jvmArguments) throws IOException {
        List<String> command = RunningOrgbench.command(jvmArguments);
        command.addAll(List.of("--port", "0", "--demo-port", "0", "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder.redirectOutput(data.resolve("output.txt").toFile()).start();
    }

    /** The log tells when the window is open. */
    private void awaitWindow(Process process) throws IOException, InterruptedException {
        Path log = data.resolve("orgbench.log");
        try (WatchService watch = data.getFileSystem().newWatchService()) {
            data.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (process.isAlive()) {
                if (Files.exists(log) && Files.readString(log).contains("The window is open")) {
                    return;
                }
                var key = watch.poll(60, TimeUnit.SECONDS);
                assertThat(key).as("no window after a minute").isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
        throw new AssertionError("It ended: " + Files.readString(data.resolve("output.txt")));
    }
}
