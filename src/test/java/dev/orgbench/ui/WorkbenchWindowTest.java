package dev.orgbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Memory;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, by mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest {
    private final Trace trace = new Trace(Clock.systemUTC());
    private final FakeServer server = new FakeServer(trace);
    private final Memory memory = Memory.forThisRun();

    @Start
    void start(Stage stage) {
        memory.put("window.width", "1000");
        memory.put("window.height", "760");
        memory.put("theme", "light");
        new FakeWindow(server, server::origins, server, trace, memory)
                .show(stage, "Port 7420 was taken; the MCP server listens on 7423.");
    }

    @AfterEach
    void release() {
        server.release();
    }

    @Test
    void aToolIsPicked_filled_run_andItsAnswerRead(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_query");
        robot.clickOn(".code-field").write("SELECT Name FROM Opportunity");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

        until(() -> text(robot, "#answer-status").equals("200 · ok"));
        TableView<?> table = robot.lookup(".answer-pane .table-view").queryTableView();
        assertThat(table.getItems()).hasSize(3);
        assertThat(table.getColumns()).extracting(column -> column.getText()).contains("Amount", "Owner.Name");
        assertThat(text(robot, "#answer-facts")).contains("1 request, 14,861 left");
        until(() -> text(robot, "#api-use").equals("139 / 15,000"));
        until(() -> robot.lookup(".status-bar .label").queryAll().stream()
                .anyMatch(node -> ((Labeled) node).getText().startsWith("last call")));
    }

    @Test
    void anErrorSpeaks_withSalesforcesCodeAndWhatToTry(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_query");
        robot.clickOn(".code-field").write("SELECT Amout FROM Opportunity");
        robot.clickOn("#run");

        until(() -> text(robot, "#answer-status").equals("400 · error"));
        Node banner = robot.lookup(".answer-pane .problem-banner").query();
        assertThat(banner.isVisible()).isTrue();
        assertThat(banner.getAccessibleText()).contains("INVALID_FIELD").contains("Did you mean Amount?");
    }

    @Test
    void whatIsMissingIsSaidAtItsField_andNothingIsSent(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_query");
        robot.clickOn("#run");

        until(() -> robot.lookup(".field-problem").queryAll().stream()
                .anyMatch(node -> node.isVisible() && ((Labeled) node).getText().equals("Required.")));
        assertThat(trace.messages()).isEmpty();
        assertThat(robot.lookup(".code-field .styled-text-area").query().isFocused())
                .isTrue();
    }

    @Test
    void aSlowCallIsCancelledByEscape(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_query");
        robot.clickOn(".code-field").write(FakeServer.SLOW);
        robot.clickOn("#run");
        until(() -> !trace.messages().isEmpty());
        robot.type(KeyCode.ESCAPE);

        until(() -> robot.lookup(".answer-pane .state-title")
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("")
                .equals("Cancelled"));
        assertThat(server.interrupted().await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void formAndRawJsonSayTheSame(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_query");
        robot.clickOn(".code-field").write("SELECT Id FROM Task");
        robot.clickOn("#field-limit").write("5");
        robot.clickOn("Raw JSON");

        CodeArea raw = robot.lookup("#raw-arguments .styled-text-area").query();
        assertThat(JsonText.compact(JsonText.parse(raw.getText())))
                .isEqualTo("{\"q\":\"SELECT Id FROM Task\",\"limit\":5}");
        robot.interact(() -> raw.replaceText("{\"q\":\"SELECT Id FROM Case\",\"limit\":7,\"mine\":1.10}"));
        robot.clickOn("Form");

        assertThat(robot.lookup("#field-limit").queryTextInputControl().getText())
                .isEqualTo("7");
        assertThat(robot.lookup(".unknown-members").queryLabeled().getText()).contains("mine");
    }

    @Test
    void listsAndChoicesBecomeArguments(FxRobot robot) throws Exception {
        pick(robot, "get_single_salesforce_object_describe_by_id");
        robot.clickOn("#field-id").write("Account");
        robot.clickOn("Add").clickOn("#field-fields-0").write("Name");
        robot.clickOn("Add").clickOn("#field-fields-1").write("Industry");
        robot.clickOn("#field-fields-1").eraseText("Industry".length());
        robot.write("Type");
        robot.clickOn(robot.lookup(".list-editor .remove-item")
                .<Node>queryAll()
                .iterator()
                .next());
        ComboBox<String> detail = robot.lookup(".schema-form .combo-box").queryComboBox();
        robot.interact(() -> detail.setValue("full"));
        robot.clickOn("Raw JSON");

        CodeArea raw = robot.lookup("#raw-arguments .styled-text-area").query();
        assertThat(JsonText.compact(JsonText.parse(raw.getText())))
                .isEqualTo("{\"id\":\"Account\",\"fields\":[\"Type\"],\"detail\":\"full\"}");
    }

    @Test
    void nullAndNestedFieldsBecomeArguments(FxRobot robot) throws Exception {
        pick(robot, "create_a_salesforce_custom_object");
        robot.clickOn("#field-Metadata-label").write("Invoice");
        robot.interact(() -> robot.lookup(".null-toggle").<ToggleButton>query().fire());
        robot.clickOn("Raw JSON");

        CodeArea raw = robot.lookup("#raw-arguments .styled-text-area").query();
        assertThat(JsonText.compact(JsonText.parse(raw.getText())))
                .isEqualTo("{\"Metadata\":{\"label\":\"Invoice\",\"description\":null}}");
    }

    @Test
    void trafficAppearsWhileItHappens_andShowsItsExchanges(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        TableView<?> messages = robot.lookup("#messages").queryTableView();
        server.call(
                "ChatGPT",
                "create_a_salesforce_record",
                JsonText.parseObject("{\"object_name\":\"Task\",\"fields\":{\"Subject\":\"x\"}}"));
        until(() -> messages.getItems().size() == 1);

        robot.interact(() -> messages.getSelectionModel().select(0));

        until(() -> robot.lookup(".exchange-list .list-cell").queryAll().stream()
                .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).startsWith("POST /sobjects/Task, 403")));
        assertThat(robot.lookup(".message-detail .problem-banner").query().getAccessibleText())
                .contains("REQUEST_LIMIT_EXCEEDED");
    }

    @Test
    void copyPutsTheWholeUrlOnTheClipboard_andSaysSo(FxRobot robot) {
        assertThat(text(robot, "#server-url")).isEqualTo("http://127.0.0.1:7420/mcp/9f3c…e1");
        robot.clickOn("#copy-url");

        assertThat(text(robot, "#copy-url")).isEqualTo("Copied");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                2000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(FakeDesk.URL);
    }

    @Test
    void theKeysAreOnASheet_andNoticesCanBePutAway(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertThat(robot.lookup(".key-sheet").queryAll()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".key-sheet").queryAll()).isEmpty();

        robot.clickOn(".notice .button");
        assertThat(robot.lookup(".notice").queryAll()).isEmpty();
    }

    @Test
    void theThemeIsChangedAndRemembered(FxRobot robot) {
        Region shell = robot.lookup(".top-bar").query();
        var light = shell.getBackground();
        robot.clickOn("#theme");

        assertThat(memory.get("theme")).contains("dark");
        assertThat(shell.getBackground()).isNotEqualTo(light);
    }

    @Test
    void everyButtonAndFieldHasANameForScreenReaders(FxRobot robot) throws Exception {
        pick(robot, "list_all_salesforce_query");

        assertThat(robot.lookup(".button, .text-field, .styled-text-area, .toggle-button")
                        .<Node>queryAll())
                .filteredOn(Node::isVisible)
                .allSatisfy(node -> {
                    String own = node instanceof Labeled labeled ? labeled.getText() : "";
                    assertThat(own + (node.getAccessibleText() == null ? "" : node.getAccessibleText()))
                            .as(node.toString())
                            .isNotBlank();
                });
    }

    private static void pick(FxRobot robot, String tool) throws Exception {
        until(() -> ListedTools.line(robot, tool).isPresent());
        robot.clickOn(ListedTools.line(robot, tool).orElseThrow());
        until(() -> robot.lookup(".tool-title").queryLabeled().getText().equals(tool));
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
