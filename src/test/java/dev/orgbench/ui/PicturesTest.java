package dev.orgbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.mcp.client.McpException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes the pictures that the README shows. Needs an X display: {@code xvfb-run mvn verify -Ppictures}. */
@Tag("pictures")
class PicturesTest {
    private static final Path FOLDER = Path.of("samples", "screens");
    private static final String QUERY = """
            SELECT Name, StageName, Amount, CloseDate, Owner.Name
            FROM Opportunity
            WHERE StageName = 'Closed Lost' AND CloseDate = THIS_MONTH
            ORDER BY Amount DESC LIMIT 3""";

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
        FakeWorkbench fake = FakeWorkbench.create();
        fake.memory().put("theme", theme);
        Picture picture = new Picture(FOLDER, theme);
        Stage stage = picture.show(fake.workbench(), fake.memory());

        agentWorks(fake);
        picture.on(() -> ((CodeArea) stage.getScene().lookup(".code-field .styled-text-area")).replaceText(QUERY));
        picture.press("#run");
        assertThat(picture.shoot("tools")).isNotEmptyFile();

        agentFails(fake);
        picture.press("#nav-traffic");
        picture.on(() -> ((TableView<?>) stage.getScene().lookup("#messages")).getSelectionModel().select(0));
        assertThat(picture.shoot("traffic")).isNotEmptyFile();
        picture.on(stage::hide);
    }

    private static void agentWorks(FakeWorkbench fake) throws McpException, JsonText.Malformed {
        fake.server().message("ChatGPT", "initialize", "2025-11-25");
        fake.server().message("ChatGPT", "tools/list", "10 tools");
        fake.server().call("ChatGPT", "list_all_salesforce_objects", JsonText.parseObject("{\"search\":\"feature\"}"));
        fake.server()
                .call(
                        "ChatGPT",
                        "get_single_salesforce_object_describe_by_id",
                        JsonText.parseObject("{\"id\":\"Feature_Request__c\"}"));
    }

    private static void agentFails(FakeWorkbench fake) throws McpException, JsonText.Malformed {
        fake.server()
                .call(
                        "ChatGPT",
                        "create_a_salesforce_record",
                        JsonText.parseObject(
                                """
                                {"object_name":"Task","fields":{"OwnerId":"005Kx000001aQbLIAU","WhatId":"006Kx000004PmZdIAK",
                                 "Subject":"Win/loss post-mortem","Status":"Not Started"}}"""));
    }
}
