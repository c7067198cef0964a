package dev.orgbench.gateway;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ServedDemoOrg;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that is set to ask before it changes or deletes, by a client of 2026-07-28 that can ask its person. */
class ConfirmationTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UPDATE = "update_a_salesforce_record_by_id";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    private final HttpClient http = HttpClient.newHttpClient();
    private ServerRegister.NewServer server;
    private URI url;
    private String account = "";

    @BeforeEach
    void makeAServerThatAsks() throws IOException {
        server = served.orgbench()
                .servers()
                .create(
                        served.orgbench().orgId(),
                        "Asks first",
                        McpServer.Config.EVERYTHING
                                .draft()
                                .confirmDestructive(true)
                                .config(),
                        null);
        url = served.orgbench().gateway().url(server.token());
        account = served.records("SELECT Id FROM Account ORDER BY Id LIMIT 1")
                .at("/0/Id")
                .asText();
    }

    @Test
    void whatThePersonConfirmsIsCarriedOut() throws Exception {
        ObjectNode call = update("Confirmed");
        JsonNode asked = send(call, true).path("result");
        List<String> before = served.writes();

        assertThat(asked.path("resultType").asText()).isEqualTo("input_required");
        JsonNode question = asked.at("/inputRequests/confirm");
        assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asText())
                .contains(UPDATE, "Demo org", "Confirmed", "\\u202e")
                .doesNotContain("\u202e");
        assertThat(served.writes()).isEqualTo(before);

        JsonNode done = send(answered(call, asked, "accept", true), true).path("result");
        assertThat(done.path("isError").asBoolean()).as(done.toString()).isFalse();
        assertThat(description()).startsWith("Confirmed");
    }

    @Test
    void whatThePersonDeclinesIsNot() throws Exception {
        ObjectNode call = update("Declined");
        for (var no : List.of(entry("decline", true), entry("cancel", true), entry("accept", false))) {
            JsonNode asked = send(call, true).path("result");
            JsonNode refused = send(answered(call, asked, no.getKey(), no.getValue()), true)
                    .path("result");
            assertThat(refused.path("isError").asBoolean()).isTrue();
            assertThat(refused.at("/content/0/text").asText()).contains("did not confirm");
        }
        assertThat(description()).doesNotStartWith("Declined");
    }

    @Test
    void anAnswerCountsForTheCallThatThePersonSaw() throws Exception {
        ObjectNode call = update("Seen");
        JsonNode asked = send(call, true).path("result");
        ObjectNode other = answered(update("Unseen"), asked, "accept", true);

        assertThat(send(other, true).at("/error/code").asInt()).isEqualTo(-32602);
        ObjectNode unasked = answered(call, asked, "accept", true);
        unasked.remove("requestState");
        assertThat(send(unasked, true).at("/result/resultType").asText()).isEqualTo("input_required");
        assertThat(description()).doesNotStartWith("Seen").doesNotStartWith("Unseen");
    }

    @Test
    void anAnswerCountsOnce() throws Exception {
        ObjectNode call = update("Once");
        JsonNode asked = send(call, true).path("result");
        ObjectNode yes = answered(call, asked, "accept", true);
        assertThat(send(yes, true).at("/result/isError").asBoolean(true)).isFalse();
        List<String> once = served.writes();

        JsonNode again = send(yes, true).path("error");
        assertThat(again.path("code").asInt()).isEqualTo(-32602);
        assertThat(again.path("message").asText()).contains("answered before", "without requestState");
        assertThat(served.writes()).isEqualTo(once);

        JsonNode declined = send(call, true).path("result");
        send(answered(call, declined, "decline", true), true);
        ObjectNode changedHisMind = answered(call, declined, "accept", true);
        assertThat(send(changedHisMind, true).at("/error/message").asText()).contains("answered before");
        assertThat(served.writes()).isEqualTo(once);
    }

    @Test
    void aServerThatWasNarrowedMeanwhileRefuses() throws Exception {
        ObjectNode call = update("Too late");
        JsonNode asked = send(call, true).path("result");
        served.orgbench()
                .servers()
                .change(
                        server.server().id(),
                        "Reads only",
                        server.server()
                                .config()
                                .draft()
                                .methods(List.of("read"))
                                .config(),
                        null);

        assertThat(send(answered(call, asked, "accept", true), true)
                        .at("/error/message")
                        .asText())
                .contains("Unknown tool");
        assertThat(description()).doesNotStartWith("Too late");
    }

    @Test
    void aClientThatCannotAskGoesOn_andReadingNeedsNoQuestion() throws Exception {
        assertThat(send(update("Unasked"), false).at("/result/isError").asBoolean())
                .isFalse();
        ObjectNode read = JSON.createObjectNode().put("name", "list_all_salesforce_query");
        read.putObject("arguments").put("q", "SELECT Id FROM Account LIMIT 1");
        assertThat(send(read, true).at("/result/resultType").asText()).isEqualTo("complete");
    }

    private ObjectNode update(String description) {
        ObjectNode params = JSON.createObjectNode().put("name", UPDATE);
        ObjectNode arguments =
                params.putObject("arguments").put("object_name", "Account").put("id", account);
        arguments.putObject("fields").put("Description", description + " \u202e");
        return params;
    }

    private static ObjectNode answered(ObjectNode call, JsonNode asked, String action, boolean confirm) {
        ObjectNode again = call.deepCopy();
        ObjectNode answer =
                again.putObject("inputResponses").putObject("confirm").put("action", action);
        answer.putObject("content").put("confirm", confirm);
        again.set("requestState", asked.path("requestState"));
        return again;
    }

    private String description() throws IOException {
        return served.records("SELECT Description FROM Account WHERE Id = '" + account + "'")
                .at("/0/Description")
                .asText();
    }

    private JsonNode send(ObjectNode params, boolean canAsk) throws IOException, InterruptedException {
        ObjectNode whole = params.deepCopy();
        ObjectNode meta = whole.putObject("_meta").put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        ObjectNode capabilities = meta.putObject("io.modelcontextprotocol/clientCapabilities");
        if (canAsk) {
            capabilities.putObject("elicitation");
        }
        ObjectNode message =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        message.set("params", whole);
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", params.path("name").asText())
                .POST(BodyPublishers.ofString(message.toString()))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
