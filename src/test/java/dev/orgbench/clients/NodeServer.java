package dev.orgbench.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the MCP servers under {@code src/test/clients/mcp/servers}, each on a free port. */
final class NodeServer implements AutoCloseable {
    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();

    private final Process process;
    private final URI url;

    private NodeServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a script, as {@code legacy.mjs stateful}, and waits until it listens. */
    static NodeServer start(String script) throws IOException {
        String[] words = script.split(" ");
        List<String> command = new ArrayList<>(
                List.of(CLIENTS.resolve("node_modules/.bin/node").toString()));
        command.add(CLIENTS.resolve("mcp/servers").resolve(words[0]).toString());
        command.addAll(List.of(words).subList(1, words.length));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException(script + " told no URL");
        }
        return new NodeServer(process, URI.create(line));
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
