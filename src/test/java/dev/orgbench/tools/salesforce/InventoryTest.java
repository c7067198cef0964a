package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ServedDemoOrg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The inventory as a client lists it. */
class InventoryTest {
    /** Characters to a token, about, in English and JSON. */
    private static final int CHARACTERS = 4;

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    /** Every turn of a conversation carries the list. */
    @Test
    void theWholeListIsUnderTwelveThousandTokens() throws Exception {
        JsonNode tools = list();

        assertThat(tools).hasSize(26);
        assertThat(tools.toString().length() / CHARACTERS).isLessThan(12_000);
    }

    @Test
    void everyToolIsTitledDescribedHintedAndAnswersWithAnObject() throws Exception {
        for (JsonNode tool : list()) {
            String name = tool.path("name").asText();
            assertThat(name).matches("[a-z0-9_]{1,64}");
            assertThat(tool.path("title").asText()).as(name).isNotBlank();
            assertThat(tool.path("description").asText()).as(name).hasSizeBetween(100, 450);
            assertThat(tool.path("annotations").properties())
                    .as(name)
                    .extracting(Map.Entry::getKey)
                    .contains("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
            assertThat(tool.at("/outputSchema/type").asText()).as(name).isEqualTo("object");
            assertThat(tool.at("/inputSchema/type").asText()).as(name).isEqualTo("object");
            for (Map.Entry<String, JsonNode> argument :
                    tool.at("/inputSchema/properties").properties()) {
                assertThat(argument.getValue().path("description").asText())
                        .as(name + " " + argument.getKey())
                        .isNotBlank();
            }
        }
    }

    /** Descriptions send a model from tool to tool: each that they name exists. */
    @Test
    void descriptionsNameOnlyToolsThatExist() throws Exception {
        JsonNode tools = list();
        List<String> names = new ArrayList<>(tools.findValuesAsText("name"));

        for (JsonNode tool : tools) {
            for (String word : tool.toString().split("[^a-z0-9_]+", -1)) {
                if (word.matches("[a-z]+_.*_salesforce_.+")) {
                    assertThat(names).as(tool.path("name").asText()).contains(word);
                }
            }
        }
    }

    private static JsonNode list() throws Exception {
        Request request = new Request.Builder()
                .url(served.orgbench().mcpUrl().toString())
                .header("Accept", "application/json, text/event-stream")
                .post(RequestBody.create(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", MediaType.get("application/json")))
                .build();
        OkHttpClient http = new OkHttpClient();
        try (Response response = http.newCall(request).execute()) {
            return new JsonMapper().readTree(response.body().string()).at("/result/tools");
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
