package dev.orgbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code serve} in a process of its own, as programs of others start it. */
public final class RunningOrgbench implements AutoCloseable {
    private final Process process;
    private final JsonNode firstLine;

    private RunningOrgbench(Process process, JsonNode firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /** Starts it on free ports and waits for its first line. */
    public static RunningOrgbench start(Path data, String... jvmArguments) throws IOException {
        List<String> command = command(jvmArguments);
        command.addAll(List.of("serve", "--port", "0", "--demo-port", "0", "--no-keychain", "--data", data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolve("stderr.txt").toFile())
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("serve printed nothing; see stderr.txt in " + data);
        }
        return new RunningOrgbench(process, new JsonMapper().readTree(line));
    }

    /** The command that starts Orgbench with this test's class path; arguments for Orgbench go behind it. */
    public static List<String> command(String... jvmArguments) {
        return command("dev.orgbench.cli.Main", jvmArguments);
    }

    /** The command that starts a class with this test's class path; its arguments go behind it. */
    public static List<String> command(Class<?> main, String... jvmArguments) {
        return command(main.getName(), jvmArguments);
    }

    private static List<String> command(String main, String... jvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }

    /** The JSON of the first line. */
    public JsonNode firstLine() {
        return firstLine;
    }

    /** One of its texts, as {@code mcp_url}. */
    public String told(String key) {
        return firstLine.path(key).asText();
    }

    public Process process() {
        return process;
    }

    /** SIGTERM, then wait. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("serve did not end within 10 s of SIGTERM");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
