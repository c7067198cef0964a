package dev.orgbench.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a call takes from client to answer, over HTTP all the way to the demo org. Printed, not asserted. */
@Tag("bench")
class CallBench {
    private static final int WARM_UP = 300;
    private static final int RUNS = 500;

    @TempDir
    Path data;

    @Test
    void callsOfTools() throws Exception {
        ObjectNode describe = new JsonMapper().createObjectNode().put("id", "Account");
        ObjectNode query = new JsonMapper().createObjectNode().put("q", "SELECT Id, Name FROM Account LIMIT 10");
        try (Orgbench orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.system(ZoneId.systemDefault()));
                McpClient client = HttpMcpClient.connect(orgbench.mcpUrl(), "bench", "1", Map.of())) {
            time("describe Account, cached", client, "get_single_salesforce_object_describe_by_id", describe);
            time("query of 10 rows", client, "list_all_salesforce_query", query);
        }
    }

    private static void time(String what, McpClient client, String tool, ObjectNode arguments) throws Exception {
        List<Long> micros = new ArrayList<>();
        for (int run = 0; run < WARM_UP + RUNS; run++) {
            McpAnswer answer = client.callTool(tool, arguments);
            if (answer.isError()) {
                throw new IllegalStateException(answer.text());
            }
            if (run >= WARM_UP) {
                micros.add(answer.took().toNanos() / 1_000);
            }
        }
        Median.print("tools/call, " + what, "us", micros);
    }
}
