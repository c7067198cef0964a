package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.OfficialClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What agents do with Orgbench, step by step as the source article tells it: through the official SDK's client, over
 * HTTP, ending in a look at the demo org itself, past Orgbench.
 */
class AgentWorkflowTest {
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";
    private static final String QUERY = "list_all_salesforce_query";

    private final OkHttpClient http = new OkHttpClient();
    private final Orgbench orgbench;
    private final OfficialClient agent;

    AgentWorkflowTest(@TempDir Path data) throws Exception {
        orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.system(ZoneId.systemDefault()));
        agent = new OfficialClient(orgbench.mcpUrl());
    }

    @BeforeEach
    void startsWithTheWholeInventory() {
        assertThat(agent.tools()).hasSize(26);
    }

    @AfterEach
    void close() {
        agent.close();
        orgbench.close();
    }

    @Test
    void administratorPutsUnderReviewIntoTheHelpTextOfTheStatusPicklist() throws Exception {
        JsonNode objects = agent.call("list_all_salesforce_objects", Map.of("search", "feature"));
        String object = objects.path("sobjects").path(0).path("name").asText();
        assertThat(object).isEqualTo("Feature_Request__c");

        JsonNode status = field(agent.call(DESCRIBE, Map.of("id", object)), "Status__c");
        List<String> choices = labels(status);
        String toolingId = status.path("toolingId").asText();
        assertThat(toolingId).matches("00N[A-Za-z0-9]{15}");
        assertThat(choices).isNotEmpty();

        String help = "Under Review: product is looking at it and has not decided.";
        agent.call(
                "update_a_salesforce_custom_field_by_id",
                Map.of("id", toolingId, "Metadata", Map.of("inlineHelpText", help)));

        JsonNode after = field(agent.call(DESCRIBE, Map.of("id", object)), "Status__c");
        assertThat(labels(after)).isEqualTo(choices);
        JsonNode inTheOrg = field(org("/sobjects/Feature_Request__c/describe"), "Status__c");
        assertThat(inTheOrg.path("inlineHelpText").asText()).isEqualTo(help);
        assertThat(inTheOrg.path("picklistValues")).hasSameSizeAs(choices);
        assertThat(inTheOrg.path("type").asText()).isEqualTo("picklist");
    }

    @Test
    void salesMakesATaskForTheOwnerOfTheLargestLostOpportunity() throws Exception {
        JsonNode lost = agent.call(
                        QUERY,
                        Map.of(
                                "q",
                                "SELECT Id, Name, OwnerId, Amount FROM Opportunity WHERE StageName = 'Closed Lost'"
                                        + " AND CloseDate = THIS_MONTH ORDER BY Amount DESC LIMIT 3"))
                .path("records");
        assertThat(lost).hasSize(3);
        assertThat(lost.path(0).path("Amount").decimalValue())
                .isGreaterThan(lost.path(1).path("Amount").decimalValue());
        JsonNode largest = lost.path(0);

        JsonNode made = agent.call(
                "create_a_salesforce_record",
                Map.of(
                        "object_name",
                        "Task",
                        "fields",
                        Map.of(
                                "OwnerId",
                                largest.path("OwnerId").asText(),
                                "WhatId",
                                largest.path("Id").asText(),
                                "Subject",
                                "Win/loss post-mortem",
                                "Status",
                                "Not Started")));
        assertThat(made.path("success").asBoolean()).isTrue();

        JsonNode task = org("/sobjects/Task/" + made.path("id").asText());
        assertThat(task.path("OwnerId")).isEqualTo(largest.path("OwnerId"));
        assertThat(task.path("WhatId")).isEqualTo(largest.path("Id"));
        assertThat(task.path("Subject").asText()).isEqualTo("Win/loss post-mortem");
        assertThat(task.path("IsClosed").asBoolean()).isFalse();
    }

    @Test
    void anObjectJustMadeIsWrittenAndQueriedInTheNextCalls() throws Exception {
        JsonNode object = agent.call(
                "create_a_salesforce_custom_object",
                Map.of(
                        "DeveloperName",
                        "Project_Tracker",
                        "Metadata",
                        Map.of(
                                "label", "Project Tracker",
                                "pluralLabel", "Project Trackers",
                                "deploymentStatus", "Deployed",
                                "sharingModel", "ReadWrite",
                                "nameField", Map.of("type", "Text", "label", "Project"))));
        assertThat(object.path("id").asText()).startsWith("01I");

        agent.call(
                "create_a_salesforce_record",
                Map.of("object_name", "Project_Tracker__c", "fields", Map.of("Name", "Apollo 🚀")));
        JsonNode records = agent.call(QUERY, Map.of("q", "SELECT Name, Owner.Name FROM Project_Tracker__c"))
                .path("records");
        assertThat(records).hasSize(1);
        assertThat(records.path(0).path("Name").asText()).isEqualTo("Apollo 🚀");
        assertThat(org("/query?q=" + encode("SELECT COUNT() FROM Project_Tracker__c"))
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aMistakeIsAnsweredWithWhatToDoAndWritesNothing() throws Exception {
        int tasks = count("Task");
        assertThat(agent.failure("create_a_salesforce_record", Map.of("fields", Map.of("Subject", "x"))))
                .contains("object_name");
        assertThat(agent.failure("create_a_salesforce_record", Map.of("object_name", "Taks", "fields", Map.of())))
                .contains("Taks", "Task");
        assertThat(agent.failure(
                        "create_a_salesforce_record",
                        Map.of("object_name", "Task", "fields", Map.of("Subjekt", "x", "Status", "Not Started"))))
                .contains("Subjekt", "Subject");
        assertThat(agent.failure(QUERY, Map.of("q", "SELECT Id FROM Account WHERE")))
                .contains("MALFORMED_QUERY", "Row:1:Column:");
        assertThat(count("Task")).isEqualTo(tasks);
    }

    private int count(String object) throws Exception {
        return org("/query?q=" + encode("SELECT COUNT() FROM " + object))
                .path("totalSize")
                .asInt();
    }

    private JsonNode org(String path) throws Exception {
        Request request = new Request.Builder()
                .url(orgbench.demoUrl() + "/services/data/v62.0" + path)
                .header("Authorization", "Bearer " + orgbench.demoAccessToken())
                .build();
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            assertThat(response.code()).as(body).isEqualTo(200);
            return new JsonMapper().readTree(body);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode field(JsonNode describe, String name) {
        return StreamSupport.stream(describe.path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(JsonNode field) {
        return StreamSupport.stream(field.path("picklistValues").spliterator(), false)
                .map(value ->
                        value.isTextual() ? value.asText() : value.path("value").asText())
                .toList();
    }
}
