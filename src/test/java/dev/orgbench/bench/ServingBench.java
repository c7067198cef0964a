package dev.orgbench.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.RunningOrgbench;
import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.salesforce.Salesforce;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serving costs: time that a call takes over the request itself, and memory of the headless server. Printed. */
@Tag("bench")
class ServingBench {
    private static final int WARM_UP = 1_500;
    private static final int RUNS = 1_500;
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

    private static final Pattern GENERATION =
            Pattern.compile("(?:DefNew|Tenured|tenured|def new) *(?:generation)? +total \\d+K, used (\\d+)K");

    @TempDir
    Path data;

    /** In turn, so that both see the same machine. */
    @Test
    void aCallOverTheRequestThatItMakes() throws Exception {
        ObjectNode query = new JsonMapper().createObjectNode().put("q", SOQL);
        try (Orgbench orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.system(ZoneId.systemDefault()));
                McpClient client = HttpMcpClient.connect(orgbench.mcpUrl(), "bench", "1", Map.of())) {
            Salesforce org = orgbench.org().connection().as(exchange -> {});
            List<Long> direct = new ArrayList<>();
            List<Long> called = new ArrayList<>();
            List<Long> listed = new ArrayList<>();
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                long from = System.nanoTime();
                org.query(SOQL);
                long asked = System.nanoTime();
                McpAnswer answer = client.callTool("list_all_salesforce_query", query);
                long answered = System.nanoTime();
                client.listTools();
                if (answer.isError()) {
                    throw new IllegalStateException(answer.text());
                }
                if (run >= WARM_UP) {
                    direct.add((asked - from) / 1_000);
                    called.add((answered - asked) / 1_000);
                    listed.add((System.nanoTime() - answered) / 1_000);
                }
            }
            Median.print("a query asked of the demo org directly", "us", direct);
            Median.print("the same by list_all_salesforce_query", "us", called);
            Median.print("tools/list of the whole inventory, over HTTP", "us", listed);
            System.out.printf(
                    "%-60s %,8d us at the median%n", "a call over its request", Median.of(called) - Median.of(direct));
        }
    }

    @Test
    void memoryOfTheHeadlessServer() throws Exception {
        try (RunningOrgbench serving = RunningOrgbench.start(data, "-XX:+UseSerialGC")) {
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
                Load.Result load = new Load(url, CALL, 8).run(60);
                System.out.printf(
                        "%-60s %,8d kB%n",
                        "heap after minute " + minute + " of " + Math.round(load.perSecond()) + " calls a second",
                        heap(pid));
            }
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
