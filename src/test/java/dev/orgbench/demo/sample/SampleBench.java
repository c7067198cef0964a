package dev.orgbench.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an org takes from nothing to its first answer. */
@Tag("bench")
class SampleBench {
    @ParameterizedTest
    @CsvSource({"SMALL, 3", "MEDIUM, 15", "LARGE, 120"})
    void makesAnOrg(DemoSize size, int mostSeconds, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("org.db");
        Instant before = Instant.now();
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH, size)) {
            int opportunities = org.count("Opportunity");
            Duration took = Duration.between(before, Instant.now());
            System.out.printf(
                    "%s: %d opportunities, %d MB, %.1f s%n",
                    size, opportunities, Files.size(file) >> 20, took.toMillis() / 1000.0);
            assertThat(took).isLessThan(Duration.ofSeconds(mostSeconds));
        }
    }
}
