package dev.orgbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The scripts under {@code src/test/clients}, each of which is a test: its exit code is the verdict. */
final class ClientScripts {
    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();
    private static final int LONGEST_MINUTES = 5;

    private final Path data;
    private final Map<String, String> environment;

    /**
     * @param data for what they print
     * @param environment what they are told
     */
    ClientScripts(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** @param shared what the scripts of the folder import, and what is no test itself */
    Stream<DynamicTest> in(String folder, Set<String> shared) throws IOException {
        try (Stream<Path> files = Files.list(CLIENTS.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".mjs"))
                    .filter(file -> !shared.contains(file.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
        }
    }

    private void run(Path script) throws IOException, InterruptedException {
        Path output = Files.createTempFile(data, "client", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        CLIENTS.resolve("node_modules/.bin/node").toString(), script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
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
