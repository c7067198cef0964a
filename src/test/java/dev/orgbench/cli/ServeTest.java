package dev.orgbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @TempDir
    Path data;

    @Test
    void tellsItsUrlsOnOneLineAndEndsOnSigterm() throws Exception {
        RunningOrgbench orgbench = RunningOrgbench.start(data, "-Xlog:class+load:file=" + data.resolve("classes.txt"));
        assertThat(orgbench.firstLine().fieldNames())
                .toIterable()
                .containsExactly(
                        "mcp_url",
                        "management_url",
                        "management_token",
                        "org_id",
                        "demo_url",
                        "demo_access_token",
                        "data");
        assertThat(orgbench.told("mcp_url")).matches("http://127\\.0\\.0\\.1:\\d+/mcp/[0-9a-f]{48}");
        assertThat(orgbench.told("data")).isEqualTo(data.toString());
        assertThat(status(orgbench.told("management_url") + "/healthz")).isEqualTo(200);
        assertThat(status(orgbench.told("demo_url") + "/services/data")).isEqualTo(200);

        long before = System.nanoTime();
        orgbench.process().destroy();
        assertThat(orgbench.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(Files.readString(data.resolve("stderr.txt"))).isEmpty();
        assertThat(Files.readString(data.resolve("classes.txt")))
                .contains("dev.orgbench.app.Orgbench")
                .doesNotContain(" javafx.")
                .doesNotContain(" com.sun.glass.");
    }

    @Test
    void keepsItsUrlAndItsTokenBetweenStarts() throws Exception {
        String token;
        String management;
        try (RunningOrgbench first = RunningOrgbench.start(data)) {
            token = URI.create(first.told("mcp_url")).getPath();
            management = first.told("management_token");
        }
        try (RunningOrgbench second = RunningOrgbench.start(data)) {
            assertThat(URI.create(second.told("mcp_url")).getPath()).isEqualTo(token);
            assertThat(second.told("management_token")).isEqualTo(management);
        }
    }

    @Test
    void aDefinitionThatBecomesFaultyIsToldAndEachFaultOnce() throws Exception {
        Path prompts = Files.createDirectories(data.resolve("definitions/prompts"));
        Path definitions = prompts.resolveSibling("query.yaml");
        Files.writeString(prompts.resolve("early.yaml"), "name: early");
        Files.writeString(prompts.resolveSibling("rocket.yaml"), "resource: [");
        String rocket = "A tool definition is faulty: rocket.yaml:1: the file ends in the middle of something";
        String query = "A tool definition is faulty: query.yaml:1: the file ends in the middle of something (until";
        String prompt = "A prompt definition is faulty: late.yml: is not read: definitions end in .yaml, so rename it";
        try (RunningOrgbench orgbench = RunningOrgbench.start(data)) {
            awaitErr(rocket, "A prompt definition is faulty: early.yaml");

            Files.writeString(definitions, "resource: [");
            awaitErr(query);
            Files.writeString(prompts.resolve("late.yml"), "name: late");
            awaitErr(prompt);
            assertThat(err()).containsOnlyOnce(rocket).containsOnlyOnce(query).containsOnlyOnce(prompt);

            // The marker is younger than the deletion: who has told of it has seen that too.
            Files.delete(definitions);
            Files.writeString(prompts.resolveSibling("marker.yaml"), "resource: [");
            awaitErr("A tool definition is faulty: marker.yaml:1");
            assertThat(err()).containsOnlyOnce(rocket).containsOnlyOnce(query).containsOnlyOnce(prompt);

            Files.writeString(definitions, "resource: [");
            awaitErr(query, query);
            assertThat(err()).containsOnlyOnce(rocket).containsOnlyOnce(prompt);
            assertThat(Files.readString(data.resolve("orgbench.log"))).contains(rocket, query, prompt);
            assertThat(orgbench.process().isAlive()).isTrue();
        }
    }

    /** Waits until the process has told all of them, in this order. */
    private void awaitErr(String... lines) throws Exception {
        Pattern told =
                Pattern.compile(Stream.of(lines).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
        for (int look = 0; look < 100 && !told.matcher(err()).find(); look++) {
            Thread.sleep(100);
        }
        assertThat(err()).containsPattern(told);
    }

    private String err() {
        try {
            return Files.readString(data.resolve("stderr.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFirstLineIsForProgramsAlsoWhereNoLogCanBeWritten() throws Exception {
        Files.createDirectories(data.resolve("orgbench.log"));
        try (RunningOrgbench orgbench = RunningOrgbench.start(data)) {
            assertThat(status(orgbench.told("management_url") + "/healthz")).isEqualTo(200);
        }
    }

    @Test
    void secondStartSaysWhichProcessHoldsTheFolder() throws Exception {
        try (RunningOrgbench first = RunningOrgbench.start(data)) {
            Finished second =
                    finish("serve", "--port", "0", "--demo-port", "0", "--no-keychain", "--data", data.toString());
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.err())
                    .contains("already running as process " + first.process().pid())
                    .contains("--data")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysWhenItsPortsAreTakenAndWhichItTookInstead() throws Exception {
        try (RunningOrgbench first = RunningOrgbench.start(Files.createDirectory(data.resolve("first")))) {
            int taken = URI.create(first.told("management_url")).getPort();
            Path other = Files.createDirectory(data.resolve("other"));
            List<String> command = RunningOrgbench.command();
            command.addAll(List.of(
                    "serve", "--port", "" + taken, "--demo-port", "0", "--no-keychain", "--data", other.toString()));
            Process second = new ProcessBuilder(command)
                    .redirectError(other.resolve("stderr.txt").toFile())
                    .start();
            try {
                String line = second.inputReader().readLine();
                assertThat(line).doesNotContain("127.0.0.1:" + taken + "/");
            } finally {
                second.destroy();
                second.waitFor();
            }
            assertThat(Files.readString(other.resolve("stderr.txt"))).contains("another program holds port " + taken);
        }
    }

    @Test
    void refusesAPortThatIsNoneInOneLine() throws Exception {
        Finished run = finish("serve", "--port", "70000", "--data", data.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no port 70000").doesNotContain("\tat ");
    }

    @Test
    void refusesASizeThatTheDemoOrgHasNot() throws Exception {
        Finished run = finish("serve", "--demo-size", "huge", "--data", data.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("give small, medium or large").doesNotContain("\tat ");
    }

    private record Finished(int exitCode, String err) {}

    private Finished finish(String... arguments) throws IOException, InterruptedException {
        List<String> command = RunningOrgbench.command();
        command.addAll(List.of(arguments));
        Path err = data.resolve("finished.txt");
        Process process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Finished(process.exitValue(), Files.readString(err));
    }

    private static int status(String url) throws IOException {
        return ((HttpURLConnection) URI.create(url).toURL().openConnection()).getResponseCode();
    }
}
