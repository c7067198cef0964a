package dev.orgbench.app;

import dev.orgbench.bench.OwnProcess;
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
        OwnProcess.print(
                AllScreens.class,
                // What the build runs Orgbench with; see decisions/003.
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                folder.toString(),
                "200");
    }
}
