package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.ui.Picture;
import dev.orgbench.ui.kit.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Makes the pictures that the README shows, of all of Orgbench while an agent works. Needs an X display:
 * {@code xvfb-run mvn verify -Ppictures}.
 */
@Tag("pictures")
class PicturesTest {
    private static final Path FOLDER = Path.of("samples", "screens");
    private static final String QUERY = "list_all_salesforce_query";
    private static final String LARGEST_LOST = """
            SELECT Name, StageName, Amount, CloseDate, Owner.Name
            FROM Opportunity
            WHERE StageName = 'Closed Lost' AND CloseDate = THIS_MONTH
            ORDER BY Amount DESC LIMIT 5""";

    @TempDir
    Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException e) {
            // Another test of this run has started it.
            assertThat(e).hasMessageContaining("already");
        }
        Platform.setImplicitExit(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void bothScreens(String theme) throws Exception {
        try (OpenWorkbench open = new OpenWorkbench(data);
                McpClient agent = open.client("ChatGPT")) {
            open.memory().put("theme", theme);
            Picture picture = new Picture(FOLDER, theme);
            Stage stage = picture.show(open.workbench(), open.memory());
            picture.until(".code-field .styled-text-area");
            picture.on(() -> ((CodeArea) stage.getScene().lookup(".code-field .styled-text-area")).replaceText(LARGEST_LOST));
            for (int i = 0; i < 8; i++) {
                // The first calls of a run start cold: not what a call usually takes.
                picture.press("#run");
                picture.until(".answer-pane .table-view");
            }
            agentMakesATask(agent);
            assertThat(picture.shoot("tools")).isNotEmptyFile();

            picture.press("#nav-traffic");
            picture.on(() -> ((TableView<?>) stage.getScene().lookup("#messages")).getSelectionModel().select(1));
            assertThat(picture.shoot("traffic")).isNotEmptyFile();
            picture.on(stage::hide);
        }
    }

    /** As the source article tells it, with the slip that agents make: a field that is none. */
    private static void agentMakesATask(McpClient agent) throws McpException, JsonText.Malformed {
        agent.listTools();
        JsonNode lost = call(agent, QUERY, """
                {"q":"SELECT Id, OwnerId, Amount FROM Opportunity WHERE StageName = 'Closed Lost' ORDER BY Amount DESC LIMIT 1"}""")
                .at("/records/0");
        call(agent, "get_single_salesforce_object_describe_by_id", "{\"id\":\"Task\"}");
        String task = """
                {"object_name":"Task","fields":{"OwnerId":"%s","WhatId":"%s",
                 "Subject":"Win/loss post-mortem","%s":"Not Started"}}""";
        String owner = lost.path("OwnerId").asText();
        String what = lost.path("Id").asText();
        call(agent, "create_a_salesforce_record", task.formatted(owner, what, "State"));
        call(agent, "create_a_salesforce_record", task.formatted(owner, what, "Status"));
    }

    private static JsonNode call(McpClient agent, String tool, String arguments)
            throws McpException, JsonText.Malformed {
        return agent.callTool(tool, JsonText.parseObject(arguments)).structured();
    }
}
