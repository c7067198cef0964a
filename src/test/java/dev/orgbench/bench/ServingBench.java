package dev.orgbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import dev.orgbench.orgs.Orgs;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serving costs: time that a call takes over the request itself, and memory of the headless server. Printed. */
@Tag("bench")
class ServingBench {
    private static final int ROUNDS = 7;
    private static final double WARM_UP_SECONDS = 10;
    private static final double ROUND_SECONDS = 2;
    private static final int STREAMS = 1_000;
    private static final int SOAK_MINUTES = Integer.getInteger("soak.minutes", 10);
    private static final String SOQL = "SELECT Id, Name FROM Account LIMIT 10";
    private static final String LISTEN =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{\"notifications\":"
                    + "{\"toolsListChanged\":true},\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_all_salesforce_query\","
                    + "\"arguments\":{\"q\":\"" + SOQL + "\"}}}";

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private static final Pattern GENERATION =
            Pattern.compile("(?:DefNew|Tenured|tenured|def new) *(?:generation)? +total \\d+K, used (\\d+)K");

    @TempDir
    Path data;

    /** In turn, so that all see the same machine; one connection each, so that a time is that of one request. */
    @Test
    void aCallOverTheRequestThatItMakes() throws Exception {
        try (RunningOrgbench serving = RunningOrgbench.start(data, "-XX:+UseSerialGC")) {
            allowAnyNumberOfRequests(serving);
            URI url = URI.create(serving.told("mcp_url"));
            URI query = URI.create(serving.told("demo_url") + "/services/data/v" + Orgs.API_VERSION + "/query?q="
                    + URLEncoder.encode(SOQL, StandardCharsets.UTF_8));
            Load direct = Load.getting(query, serving.told("demo_access_token"), 1);
            Load called = Load.posting(url, CALL, 1);
            Load listed = Load.posting(url, LIST, 1);
            List<Long> directly = new ArrayList<>();
            List<Long> byTool = new ArrayList<>();
            List<Long> lists = new ArrayList<>();
            for (Load each : List.of(direct, called, listed)) {
                each.run(WARM_UP_SECONDS);
            }
            for (int round = 0; round < ROUNDS; round++) {
                directly.add(direct.run(ROUND_SECONDS).median());
                byTool.add(called.run(ROUND_SECONDS).median());
                lists.add(listed.run(ROUND_SECONDS).median());
            }
            Median.print("a query asked of the demo org directly", "us", directly);
            Median.print("the same by list_all_salesforce_query", "us", byTool);
            Median.print("tools/list of the whole inventory", "us", lists);
            assertAnswered(url);
            System.out.printf(
                    "%-60s %,8d us at the median%n",
                    "a call over its request", Median.of(byTool) - Median.of(directly));
        }
    }

    @Test
    void memoryOfTheHeadlessServer() throws Exception {
        try (RunningOrgbench serving = RunningOrgbench.start(data, "-XX:+UseSerialGC")) {
            allowAnyNumberOfRequests(serving);
            allowAnyNumberOfRequests(serving);
            URI url = URI.create(serving.told("mcp_url"));
            long pid = serving.process().pid();
            long idle = heap(pid);
            System.out.printf("%-60s %,8d kB%n", "heap of the idle headless server, after a collection", idle);
            List<Socket> streams = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                streams.add(listen(url));
            }
            System.out.printf("%-60s %,8d kB%n", STREAMS + " open listen streams, more than idle", heap(pid) - idle);
            for (Socket stream : streams) {
                stream.close();
            }
            for (int minute = 1; minute <= SOAK_MINUTES; minute++) {
                Load.Result load = Load.posting(url, CALL, 8).run(60);
                System.out.printf(
                        "%-60s %,8d kB%n",
                        "heap after minute " + minute + " of " + Math.round(load.perSecond()) + " calls a second",
                        heap(pid));
            }
            assertAnswered(url);
        }
    }

    /** The demo org's day ends after 15,000 requests, and what it refuses costs less than what it answers. */
    private static void allowAnyNumberOfRequests(RunningOrgbench serving) throws Exception {
        HttpRequest scenario = HttpRequest.newBuilder(URI.create(serving.told("demo_url") + "/demo/scenario"))
                .header("Authorization", "Bearer " + serving.told("demo_access_token"))
                .POST(BodyPublishers.ofString("name: No limit\nlimits: {dailyRequests: 2000000000}\n"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(scenario, BodyHandlers.ofString()).body()).contains("No limit");
        }
    }

    /** What was timed were answers, to the last one. */
    private static void assertAnswered(URI url) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(CALL))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(call, BodyHandlers.ofString()).body()).contains("\"isError\":false");
        }
    }

    private static Socket listen(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        byte[] body = LISTEN.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream"
                        + "\r\nMCP-Protocol-Version: 2026-07-28\r\nMcp-Method: subscriptions/listen"
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        // The acknowledgement: from here on it is open.
        if (socket.getInputStream().read() < 0) {
            throw new IOException("no stream was opened");
        }
        return socket;
    }

    /** Used kilobytes of both generations after a whole collection; what is not heap is told as well, and left out. */
    private static long heap(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        long sum = 0;
        Matcher generation = GENERATION.matcher(jcmd(pid, "GC.heap_info"));
        while (generation.find()) {
            sum += Long.parseLong(generation.group(1));
        }
        return sum;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
