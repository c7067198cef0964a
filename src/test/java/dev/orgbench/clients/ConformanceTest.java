package dev.orgbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.mcp.conformance.ConformanceServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The official conformance suite, unmodified, against the product's classes with the suite's own fixtures. Whatever is
 * not named in {@code conformance-expected.yml} must pass, and what is named there must still fail.
 */
@Tag("clients")
class ConformanceTest {
    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2025-11-25, 80", "2026-07-28, 164"})
    void theRequirementsOfARevisionAreMet(String revision, int checks) throws Exception {
        try (ConformanceServer server = ConformanceServer.start()) {
            Path out = folder.resolve("out.txt");
            Process suite = new ProcessBuilder(
                            CLIENTS.resolve("node_modules/.bin/node").toString(),
                            CLIENTS.resolve("node_modules/@modelcontextprotocol/conformance/dist/index.js")
                                    .toString(),
                            "server",
                            "--url",
                            server.url().toString(),
                            "--requirements",
                            revision,
                            "--expected-failures",
                            CLIENTS.resolve("mcp/conformance-expected.yml").toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(suite.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            String totals = said.substring(Math.max(0, said.lastIndexOf("Total:")));
            System.out.println("Conformance " + revision + ": "
                    + totals.lines().findFirst().orElse("no totals"));

            assertThat(suite.exitValue()).as(said).isZero();
            assertThat(totals)
                    .as("a suite that checks less than it did would prove less")
                    .contains("Total: " + checks + " passed");
        }
    }
}
