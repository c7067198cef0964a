package dev.orgbench.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledRestoreTest {
    @ParameterizedTest
    @ValueSource(longs = {90, 215})
    void leavesOneDayOrTheOtherWhole(long millis, @TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("org.db");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestlessOrg.class.getName(),
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(said.lines().anyMatch(RestlessOrg.MARK::equals)).isTrue();
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.org().movedAside()).isEmpty();
            assertThat(org.count("Account WHERE Name = 'Old'")).isEqualTo(1);
            assertThat(org.count("Account WHERE Name = 'New'")).isIn(0, 1);
            assertThat(org.count("Contact")).isEqualTo(600);
            assertThat(org.post("/demo/restore/first", "").status()).isEqualTo(204);
            assertThat(org.count("Account WHERE Name = 'New'")).isZero();
        }
    }
}
