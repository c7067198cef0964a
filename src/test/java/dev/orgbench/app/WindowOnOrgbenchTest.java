package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.OfficialClient;
import dev.orgbench.ui.ListedTools;
import dev.orgbench.ui.kit.JsonText;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window by mouse and keyboard, on all of Orgbench: what is clicked goes over HTTP to the demo org and back. */
@ExtendWith(ApplicationExtension.class)
class WindowOnOrgbenchTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";

    private final OpenWorkbench open;

    WindowOnOrgbenchTest(@TempDir Path data) throws Exception {
        open = new OpenWorkbench(data);
    }

    @Start
    void start(Stage stage) {
        open.show(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void atTheFirstStartRunAnswersAtOnce_withAnExampleOfTheDemoOrg(FxRobot robot) throws Exception {
        until(() -> title(robot).equals(QUERY));
        assertThat(robot.lookup(".tool-list .list-view").query().isFocused()).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

        until(() -> status(robot).equals("200 · ok"));
        TableView<?> table = robot.lookup(".answer-pane .table-view").queryTableView();
        assertThat(table.getItems()).hasSize(3);
        assertThat(table.getColumns()).extracting(column -> column.getText()).contains("Amount", "OwnerId");
        until(() -> text(robot, "#api-use").endsWith("/ 15,000"));
    }

    @Test
    void aBadQueryReadsWithSalesforcesCodeAndThePlace(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        query(robot, "SELECT Id FROM Opportunity ORDER BY Description");
        robot.clickOn("#run");

        until(() -> status(robot).equals("400 · error"));
        assertThat(robot.lookup(".answer-pane .problem-banner").query().getAccessibleText())
                .contains("INVALID_FIELD", "Row 1, column 37", "Description");
        assertThat(text(robot, ".answer-pane .problem-excerpt"))
                .isEqualTo("SELECT Id FROM Opportunity ORDER BY Description\n" + " ".repeat(36) + "^");
    }

    @Test
    void anUnknownFieldInAQueryReadsWithThePlaceAndWhatIsMeant(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        query(robot, "SELECT Id, Amout FROM Opportunity");
        robot.clickOn("#run");

        until(() -> status(robot).endsWith("error"));
        assertThat(robot.lookup(".answer-pane .problem-banner").query().getAccessibleText())
                .contains("Row 1, column 12", "No field Amout on Opportunity", "Did you mean Amount?");
        assertThat(text(robot, ".answer-pane .problem-excerpt"))
                .isEqualTo("SELECT Id, Amout FROM Opportunity\n           ^");
    }

    @Test
    void theOwnerOfTheLargestLostDealGetsATask_byHand(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        query(
                robot,
                "SELECT Id, Name, OwnerId, Amount FROM Opportunity WHERE StageName = 'Closed Lost'"
                        + " AND CloseDate = THIS_MONTH ORDER BY Amount DESC LIMIT 3");
        robot.clickOn("#run");
        until(() -> status(robot).equals("200 · ok"));
        JsonNode found = copiedAnswer(robot).path("records");
        assertThat(found).hasSize(3);
        JsonNode lost = found.path(0);

        pick(robot, "create_a_salesforce_record");
        robot.clickOn("#example");
        CodeArea raw = raw(robot);
        assertThat(raw.getText()).contains("Win/loss post-mortem");
        robot.interact(() -> raw.replaceText(
                """
                {"object_name":"Task","fields":{"Subject":"Win/loss post-mortem","Status":"Not Started",
                 "OwnerId":"%s","WhatId":"%s"}}""".formatted(lost.path("OwnerId").asText(), lost.path("Id").asText())));
        robot.clickOn("#run");
        until(() -> status(robot).equals("200 · ok"));
        JsonNode made = copiedAnswer(robot);

        pick(robot, QUERY);
        query(
                robot,
                "SELECT Subject, WhatId, OwnerId FROM Task WHERE Id = '"
                        + made.path("id").asText() + "'");
        robot.clickOn("#run");
        until(() -> status(robot).equals("200 · ok")
                && robot.lookup(".answer-pane .table-view").queryTableView().getColumns().stream()
                        .anyMatch(column -> column.getText().equals("Subject")));
        JsonNode task = copiedAnswer(robot).at("/records/0");
        assertThat(task.path("WhatId")).isEqualTo(lost.path("Id"));
        assertThat(task.path("OwnerId")).isEqualTo(lost.path("OwnerId"));
    }

    @Test
    void underReviewGoesIntoTheHelpTextOfTheStatusPicklist_byHand(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_objects");
        robot.clickOn("#field-search").write("feature");
        robot.clickOn("#run");
        until(() -> status(robot).equals("200 · ok"));
        String object = copiedAnswer(robot).at("/sobjects/0/name").asText();
        assertThat(object).isEqualTo("Feature_Request__c");
        JsonNode before = statusField(robot, object);
        assertThat(before.path("toolingId").asText()).startsWith("00N");

        pick(robot, "update_a_salesforce_custom_field_by_id");
        String help = "Under Review: product is looking at it and has not decided.";
        CodeArea raw = raw(robot);
        robot.interact(() -> raw.replaceText("{\"id\":\"%s\",\"Metadata\":{\"inlineHelpText\":\"%s\"}}"
                .formatted(before.path("toolingId").asText(), help)));
        robot.clickOn("#run");
        until(() -> status(robot).startsWith("20"));

        JsonNode after = statusField(robot, object);
        assertThat(after.path("inlineHelpText").asText()).isEqualTo(help);
        assertThat(after.path("picklistValues"))
                .isEqualTo(before.path("picklistValues"))
                .isNotEmpty();
    }

    @Test
    void anAgentsCallAppearsInTrafficWhileTheWindowIsOpen_withWhatItTookUpstream(FxRobot robot) throws Exception {
        until(() -> title(robot).equals(QUERY));
        robot.clickOn("#nav-traffic");
        robot.clickOn("#connect-copy");
        String url = WaitForAsyncUtils.waitForAsyncFx(
                2_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(url).isEqualTo(open.orgbench().mcpUrl().toString());

        TableView<?> messages = robot.lookup("#messages").queryTableView();
        try (OfficialClient agent = new OfficialClient(open.orgbench().mcpUrl())) {
            agent.failure(
                    "create_a_salesforce_record", Map.of("object_name", "Task", "fields", Map.of("Subjekt", "x")));
            agent.call(QUERY, Map.of("q", "SELECT Id FROM Task LIMIT 1"));
        }
        until(() -> messages.getItems().size() >= 6);
        robot.clickOn("Calls");
        until(() -> messages.getItems().size() == 2);

        robot.interact(() -> messages.getSelectionModel().select(0));
        until(() ->
                exchanges(robot).anyMatch(cell -> cell.startsWith("GET /query?q=SELECT Id FROM Task LIMIT 1, 200")));
        robot.interact(() -> messages.getSelectionModel().select(1));
        until(() -> robot.lookup(".message-detail .problem-banner").query().isVisible());
        assertThat(robot.lookup(".message-detail .problem-banner").query().getAccessibleText())
                .contains("Subjekt", "Subject");
        until(() -> robot.lookup(".status-bar .label").queryAll().stream()
                .anyMatch(node -> ((Labeled) node).getText().startsWith("1 client: ")));
    }

    @Test
    void theNextPageComesIntoTheSameTable(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        query(robot, "SELECT Id, Name FROM Account ORDER BY Id");
        robot.clickOn("#field-limit").write("20");
        robot.clickOn("#run");
        until(() -> robot.lookup("#next-page").match(Node::isVisible).tryQuery().isPresent()
                && status(robot).equals("200 · ok"));
        Object first = robot.lookup(".answer-pane .table-view")
                .queryTableView()
                .getItems()
                .getFirst();
        robot.clickOn("#next-page");

        until(() -> status(robot).equals("200 · ok")
                && !robot.lookup(".answer-pane .table-view")
                        .queryTableView()
                        .getItems()
                        .getFirst()
                        .equals(first));
        assertThat(robot.lookup("#field-next_cursor").queryTextInputControl().getText())
                .isNotEmpty();
    }

    @Test
    void anExampleNeverCostsWhatWasTyped(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_objects");
        robot.clickOn("#field-search").write("mine");
        robot.clickOn("#example");
        assertThat(robot.lookup("#field-search").queryTextInputControl().getText())
                .isNotEqualTo("mine");
        robot.clickOn("#undo-example");

        assertThat(robot.lookup("#field-search").queryTextInputControl().getText())
                .isEqualTo("mine");
        assertThat(robot.lookup("#undo-example").query().isVisible()).isFalse();
    }

    /** As the describe tool answers it; the call is made anew. */
    private static JsonNode statusField(FxRobot robot, String object) throws Exception {
        pick(robot, DESCRIBE);
        robot.interact(() -> robot.lookup("#field-id").queryTextInputControl().setText(object));
        robot.clickOn("#run");
        until(() -> status(robot).equals("200 · ok"));
        for (JsonNode field : copiedAnswer(robot).path("fields")) {
            if (field.path("name").asText().equals("Status__c")) {
                return field;
            }
        }
        throw new AssertionError("no Status__c on " + object);
    }

    private static CodeArea raw(FxRobot robot) {
        robot.clickOn("Raw JSON");
        return robot.lookup("#raw-arguments .styled-text-area").query();
    }

    private static JsonNode copiedAnswer(FxRobot robot) throws Exception {
        robot.interact(
                () -> robot.lookup(".answer-bar .copy-button").queryButton().fire());
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                2_000, () -> Clipboard.getSystemClipboard().getString());
        return JsonText.parse(copied);
    }

    private static void query(FxRobot robot, String soql) {
        CodeArea area = robot.lookup(".code-field .styled-text-area").query();
        robot.interact(() -> area.replaceText(soql));
    }

    private static void pick(FxRobot robot, String tool) throws Exception {
        until(() -> ListedTools.line(robot, tool).isPresent());
        robot.clickOn(ListedTools.line(robot, tool).orElseThrow());
        until(() -> title(robot).equals(tool));
    }

    private static Stream<String> exchanges(FxRobot robot) {
        return robot.lookup(".exchange-list .list-cell").queryAll().stream()
                .map(cell -> String.valueOf(cell.getAccessibleText()));
    }

    private static String title(FxRobot robot) {
        return text(robot, ".tool-title");
    }

    /** Empty while no answer is shown. */
    private static String status(FxRobot robot) {
        return robot.lookup(".answer-pane .answer-bar")
                        .match(Node::isVisible)
                        .tryQuery()
                        .isPresent()
                ? text(robot, "#answer-status")
                : "";
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
