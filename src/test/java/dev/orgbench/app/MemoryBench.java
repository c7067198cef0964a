package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window takes of memory with all its screens open, and whether screens that were let go leave any behind. Printed. */
@Tag("bench")
class MemoryBench {
    @TempDir
    Path folder;

    @Test
    void allScreens() throws Exception {
        List<String> command = RunningOrgbench.command(
                AllScreens.class,
                // What the build runs Orgbench with; see decisions/003.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw");
        command.addAll(List.of(folder.toString(), "200"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().filter(line -> line.endsWith("MB")).forEach(System.out::println);
        }
        assertThat(process.waitFor()).isZero();
    }
}
