package dev.orgbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.DemoOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Salesforce's own clients, unmodified, against the demo org: each script under {@code src/test/clients/jsforce} and
 * {@code src/test/clients/sf} holds its checks, and its exit code is the verdict.
 */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesforceClientsTest {
    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();
    private static final int LONGEST_MINUTES = 5;

    private final Path data;
    private final DemoOrg org;

    SalesforceClientsTest(@TempDir Path data) throws IOException {
        this.data = data;
        org = DemoOrg.start(data.resolve("demo.db"), 0, Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        org.close();
    }

    @TestFactory
    Stream<DynamicTest> jsforceWorksUnmodified() throws IOException {
        return scripts("jsforce", "connection.mjs");
    }

    @TestFactory
    Stream<DynamicTest> theSalesforceCliWorksUnmodified() throws IOException {
        return scripts("sf", "cli.mjs");
    }

    /** @param shared what the scripts of the folder import */
    private Stream<DynamicTest> scripts(String folder, String shared) throws IOException {
        try (Stream<Path> files = Files.list(CLIENTS.resolve(folder))) {
            return files.filter(file -> !file.endsWith(shared)).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
        }
    }

    private void run(Path script) throws IOException, InterruptedException {
        Path output = Files.createTempFile(data, "client", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        CLIENTS.resolve("node_modules/.bin/node").toString(), script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "DEMO_ORG_URL", org.uri().toString(),
                        "DEMO_ORG_TOKEN", org.accessToken(),
                        "DEMO_ORG_USER", org.userName(),
                        "DEMO_ORG_PASSWORD", org.password(),
                        "DEMO_ORG_CLIENT_ID", org.clientId(),
                        "DEMO_ORG_CLIENT_SECRET", org.clientSecret()));
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(script + " hung: " + Files.readString(output));
        }
        assertThat(process.exitValue())
                .as("%s%n%s", script, Files.readString(output))
                .isZero();
    }
}
