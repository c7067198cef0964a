package dev.orgbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import dev.orgbench.mcp.conformance.ConformanceServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many calls of a tool that does nothing are answered over 32 connections: by our protocol, by Jetty alone with the
 * same bytes, and by the stateless server of the TypeScript SDK. In turn, in one run; printed as ratios.
 */
@Tag("bench")
class ThroughputBench {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 5;
    private static final double WARM_UP_SECONDS = 8;
    private static final double ROUND_SECONDS = 3;
    /** Of both Java servers: the collector that Orgbench is started with. */
    private static final String[] JVM = {"-Xmx256m", "-XX:+UseSerialGC"};

    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"test_simple_text\",\"arguments\":{}}}";

    @Test
    void callsOfATool() throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            URI ours = start(processes, RunningOrgbench.command(ConformanceServer.class, JVM));
            List<String> bare = RunningOrgbench.command(BareServer.class, JVM);
            bare.add(answer(ours));
            Map<String, URI> servers = new LinkedHashMap<>();
            servers.put("ours", ours);
            servers.put("Jetty alone", start(processes, bare));
            Path node = CLIENTS.resolve("node_modules/.bin/node");
            if (Files.exists(node)) {
                servers.put(
                        "TypeScript SDK 1.32.2",
                        start(
                                processes,
                                List.of(
                                        node.toString(),
                                        CLIENTS.resolve("mcp/servers/noop.mjs").toString())));
            } else {
                System.out.println("Without `npm ci` in src/test/clients there is no TypeScript SDK to compare with.");
            }
            measure(servers);
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    /** One server and what came of asking it. */
    private record Measured(String name, Load load, List<Load.Result> results) {
        double perSecond() {
            return results.stream()
                    .map(Load.Result::perSecond)
                    .sorted()
                    .toList()
                    .get(results.size() / 2);
        }
    }

    /** The first is ours. */
    private static void measure(Map<String, URI> servers) throws Exception {
        List<Measured> measured = new ArrayList<>();
        for (Map.Entry<String, URI> each : servers.entrySet()) {
            Load load = Load.posting(each.getValue(), CALL, CONNECTIONS);
            load.run(WARM_UP_SECONDS);
            measured.add(new Measured(each.getKey(), load, new ArrayList<>()));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Measured each : measured) {
                each.results().add(each.load().run(ROUND_SECONDS));
            }
        }
        double ours = measured.getFirst().perSecond();
        for (Measured each : measured) {
            System.out.printf(
                    "%-24s %,9.0f calls a second at the median of %d rounds, p99 %,6d us; ours is %.2f of it%n",
                    each.name(),
                    each.perSecond(),
                    ROUNDS,
                    Median.of(each.results().stream().map(Load.Result::p99).toList()),
                    ours / each.perSecond());
        }
    }

    private static URI start(List<Process> processes, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        String line = process.inputReader().readLine();
        assertThat(line).as(String.join(" ", command)).isNotNull();
        return URI.create(line.strip());
    }

    private static String answer(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CALL))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
