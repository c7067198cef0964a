package dev.orgbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.RunningOrgbench;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MCP Inspector's command line, unmodified, against a running Orgbench. */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectorTest {
    private static final Path CLIENTS = Path.of("src/test/clients/node_modules").toAbsolutePath();

    private final Path data;
    private final RunningOrgbench orgbench;

    InspectorTest(@TempDir Path data) throws IOException {
        this.data = data;
        orgbench = RunningOrgbench.start(data);
    }

    private record Run(int exitCode, String out, String err) {
        JsonNode json() throws IOException {
            return new JsonMapper().readTree(out);
        }
    }

    @AfterAll
    void stop() throws IOException {
        orgbench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void listsTheTools(String era) throws Exception {
        Run run = inspect("--protocol-era", era, "--method", "tools/list");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().path("tools"))
                .extracting(tool -> tool.path("name").asText())
                .contains(
                        "list_all_salesforce_query",
                        "list_all_salesforce_objects",
                        "get_single_salesforce_object_describe_by_id",
                        "create_a_salesforce_record",
                        "get_single_salesforce_record_by_id",
                        "create_a_salesforce_custom_object",
                        "list_all_salesforce_custom_fields",
                        "update_a_salesforce_custom_field_by_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void runsAQuery(String era) throws Exception {
        Run run = inspect(
                "--protocol-era",
                era,
                "--method",
                "tools/call",
                "--tool-name",
                "list_all_salesforce_query",
                "--tool-arg",
                "q=SELECT Id, Name, Owner.Name FROM Opportunity WHERE StageName = 'Closed Lost'"
                        + " AND CloseDate = THIS_MONTH ORDER BY Amount DESC LIMIT 3");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode records = run.json().path("structuredContent").path("records");
        assertThat(records).hasSize(3);
        assertThat(records.path(0).path("Owner").path("Name").asText()).isNotEmpty();
    }

    @Test
    void readsSalesforcesOwnErrorOfABadQuery() throws Exception {
        Run run = inspect(
                "--method",
                "tools/call",
                "--tool-name",
                "list_all_salesforce_query",
                "--tool-arg",
                "q=SELECT Id FROM Account ORDER BY Description");
        assertThat(run.out() + run.err()).contains("INVALID_FIELD", "Row:1:Column:33");
    }

    private Run inspect(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                CLIENTS.resolve(".bin/node").toString(),
                CLIENTS.resolve("@modelcontextprotocol/inspector/clients/launcher/build/index.js")
                        .toString(),
                "--cli",
                orgbench.told("mcp_url"),
                "--transport",
                "http"));
        command.addAll(List.of(arguments));
        File out = Files.createTempFile(data, "inspector", ".out").toFile();
        File err = Files.createTempFile(data, "inspector", ".err").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The Inspector hung: " + Files.readString(err.toPath()));
        }
        return new Run(
                process.exitValue(),
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }
}
