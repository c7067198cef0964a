package dev.orgbench.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A server whose answers are as large as real ones get: 2,000 records of 22 fields, and a describe of a megabyte. */
final class BigAnswers implements McpClient {
    static final String QUERY = "list_all_salesforce_query";
    static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";

    private final Trace trace;
    private final FakeServer tools;

    BigAnswers(Trace trace) {
        this.trace = trace;
        this.tools = new FakeServer(trace);
    }

    @Override
    public List<JsonNode> listTools() throws McpException {
        return tools.listTools();
    }

    @Override
    public McpAnswer callTool(String name, ObjectNode arguments) {
        ObjectNode request =
                JsonText.NODES.objectNode().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        request.putObject("params").put("name", name).set("arguments", arguments);
        Trace.Open open = trace.begin("demo", "Demo org", "ChatGPT", "tools/call", name, JsonText.compact(request));
        ObjectNode structured = name.equals(QUERY) ? records() : describe();
        String text = JsonText.compact(structured);
        open.record(new Exchange(
                open.messageId(),
                Instant.now(),
                Duration.ofMillis(20),
                "GET",
                "http://127.0.0.1:7421/services/data/v62.0/query",
                List.of(),
                "",
                200,
                List.of(),
                text,
                null));
        ObjectNode response = JsonText.NODES.objectNode().put("jsonrpc", "2.0").put("id", 1);
        ObjectNode result = response.putObject("result");
        result.putArray("content").addObject().put("type", "text").put("text", text);
        result.set("structuredContent", structured);
        open.answered(null, 200, JsonText.compact(response), structured.size() + " members");
        return new McpAnswer(
                request,
                response,
                200,
                Map.of("orgbench-message", List.of(Long.toString(open.messageId()))),
                Duration.ofMillis(20));
    }

    @Override
    public void close() {
        tools.close();
    }

    private static ObjectNode records() {
        ObjectNode answer = JsonText.NODES.objectNode().put("totalSize", 2_000).put("done", true);
        ArrayNode records = answer.putArray("records");
        for (int i = 0; i < 2_000; i++) {
            ObjectNode record = records.addObject();
            record.putObject("attributes").put("type", "Opportunity");
            record.put("Id", String.format("006Kx00000%05dIAK", i));
            for (int field = 1; field < 15; field++) {
                record.put("Text_" + field + "__c", "Grand Hotels " + field + " of " + i);
            }
            for (int field = 15; field < 21; field++) {
                record.put("Amount_" + field + "__c", BigDecimal.valueOf(i * 9_973L + field, 2));
            }
            record.putObject("Owner").put("Name", "Dana Whitfield");
        }
        return answer;
    }

    private static ObjectNode describe() {
        ObjectNode answer = JsonText.NODES.objectNode().put("name", "Account").put("label", "Account");
        ArrayNode fields = answer.putArray("fields");
        for (int i = 0; i < 900; i++) {
            ObjectNode field =
                    fields.addObject().put("name", "Field_" + i + "__c").put("label", "Field " + i);
            field.put("type", "picklist")
                    .put("createable", true)
                    .put("updateable", i % 3 == 0)
                    .put("length", i);
            field.put("inlineHelpText", "What the field is for, in the words of whoever made it. ".repeat(3));
            ArrayNode values = field.putArray("picklistValues");
            for (int value = 0; value < 18; value++) {
                values.addObject()
                        .put("value", "Choice " + value)
                        .put("active", true)
                        .put("label", "C");
            }
        }
        return answer;
    }
}
