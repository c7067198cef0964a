package dev.orgbench.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeSecrets;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import dev.orgbench.ui.kit.form.FormParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The Tools screen by mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
class ToolsScreenTest {
    private static final String QUERY = "list_all_salesforce_query";

    private final Trace trace = new Trace(Clock.systemUTC());
    private final FakeServer server = new FakeServer(trace);
    private final Path calls;
    private final Path definitions;
    private volatile List<String> missing = List.of();

    ToolsScreenTest(@TempDir Path folder) {
        calls = folder.resolve("calls");
        definitions = folder.resolve("definitions");
    }

    @Start
    void start(Stage stage) {
        Memory memory = Memory.forThisRun();
        memory.put("theme", "light");
        Desk desk = FakeDesk.on(
                new WithOddTools(), trace, new VirtualThreads(Platform::runLater), Platform::runLater, memory);
        ToolsScreen screen = ToolsScreen.of(
                desk,
                new ToolSources(
                        any -> server.origins(),
                        any -> missing,
                        new Definitions(
                                        SalesforceBehaviours.all(),
                                        List.of(
                                                new BundledDefinitions("salesforce"),
                                                new FolderDefinitions(definitions)))
                                .own()
                                .orElseThrow(),
                        null,
                        address -> server,
                        new OtherServers(new FakeSecrets(), desk.background(), told -> {}),
                        FormParts.PLAIN.soqlEditor()),
                calls);
        Scene scene = new Scene(new StackPane(screen, desk.toasts(), desk.overlay()), 1000, 780);
        new Theme(scene, memory);
        stage.setScene(scene);
        stage.show();
        screen.load();
    }

    @Test
    void aCallIsSavedAsAFile_andRunFromTheListByItsKeys(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        robot.clickOn(".code-field").write("SELECT Name FROM Opportunity");
        robot.clickOn("#save-as");
        robot.write("Lost deals");
        robot.type(KeyCode.ENTER);
        ListView<?> saved = robot.lookup("#saved-calls").queryListView();
        until(() -> saved.getItems().size() == 2);
        assertThat(calls.resolve("My calls/Lost deals.json")).content().contains("SELECT Name FROM Opportunity");

        pick(robot, "list_all_salesforce_limits");
        robot.interact(() -> {
            saved.requestFocus();
            saved.getSelectionModel().select(1);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        until(() -> text(robot, ".tool-title").equals(QUERY)
                && text(robot, "#answer-status").equals("200 · ok"));
    }

    @Test
    void theButtonThatCancelsIsNotWrittenInTheColourOfTheOneThatRuns(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        robot.clickOn(".code-field").write("SELECT Name FROM Opportunity");
        Button run = robot.lookup("#run").queryButton();
        List<Paint> fills = new ArrayList<>();

        robot.interact(() -> {
            fills.add(fill(run));
            run.fire();
            fills.add(fill(run));
        });

        assertThat(fills).hasSize(2).doesNotHaveDuplicates();
    }

    private static Paint fill(Button button) {
        button.getScene().getRoot().applyCss();
        return ((Labeled) button.getGraphic().lookup(".label")).getTextFill();
    }

    @Test
    void filesThatAppearInTheFolderAppearInTheList(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        Files.createDirectories(calls.resolve("From a colleague"));
        Files.writeString(calls.resolve("From a colleague/x.json"), "{\"tool\":\"no_such_tool\",\"arguments\":{}}");
        ListView<?> saved = robot.lookup("#saved-calls").queryListView();

        until(() -> saved.getItems().size() == 2);
        robot.interact(() -> saved.getSelectionModel().select(1));
        robot.interact(saved::requestFocus).type(KeyCode.ENTER);
        until(() -> robot.lookup(".toast").tryQuery().isPresent());
        assertThat(robot.lookup(".toast").query().getAccessibleText()).isEqualTo("Demo org has no tool no_such_tool");
    }

    @Test
    void deletingAsksOnce_andNamesTheOrg(FxRobot robot) throws Exception {
        pick(robot, "delete_a_salesforce_record_by_id");
        robot.clickOn("#field-object_name").write("Task");
        robot.clickOn("#field-id").write("00T000000000001");
        robot.clickOn("#run");
        assertThat(robot.lookup(".confirmation .muted").queryLabeled().getText())
                .isEqualTo("Org: Demo org");
        assertThat(trace.messages()).isEmpty();
        robot.clickOn("#confirm");

        until(() -> trace.messages().size() == 1);
    }

    @Test
    void historyRunsAgain_goesIntoTheForm_andComparesTwo(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, JsonText.parseObject("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        server.call("ChatGPT", QUERY, JsonText.parseObject("{\"q\":\"SELECT Amout FROM Opportunity\"}"));
        pick(robot, QUERY);
        robot.clickOn("History");
        TableView<?> table = robot.lookup("#tool-history").queryTableView();
        until(() -> table.getItems().size() == 2);
        robot.interact(() -> table.getSelectionModel().selectAll());
        robot.clickOn("#history-compare");
        until(() -> robot.lookup(".comparison .list-cell").queryAll().stream()
                .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).contains("Amout")));
        robot.type(KeyCode.ESCAPE);

        robot.interact(() -> table.getSelectionModel().clearAndSelect(1));
        robot.clickOn("#history-again");
        until(() ->
                table.getItems().size() == 3 && text(robot, "#answer-status").equals("200 · ok"));
        robot.interact(() -> table.getSelectionModel().clearAndSelect(1));
        robot.clickOn("#history-edit");
        until(() -> robot.lookup(".code-field .styled-text-area")
                .<CodeArea>query()
                .getText()
                .contains("Amout"));
    }

    @Test
    void aDefinitionIsMadeMine_faultsAreMarkedWhileTyping_andSavingShowsAtOnce(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        robot.clickOn("Definition");
        until(() -> robot.lookup("#definition-text").<CodeArea>query().getText().contains("resource: query"));
        CodeArea text = robot.lookup("#definition-text").query();
        assertThat(text.isEditable()).isFalse();
        robot.clickOn("#make-mine");
        until(text::isEditable);

        robot.interact(() -> text.replaceText(text.getText().replace("api: rest", "api: soap")));
        until(() -> robot.lookup(".fault-link").queryAll().size() == 1);
        assertThat(robot.lookup("#save-definition").query().isDisabled()).isTrue();
        robot.interact(() -> text.replaceText(text.getText().replace("api: soap", "api: rest") + "# mine\n"));
        until(() -> robot.lookup(".fault-link").queryAll().isEmpty());
        robot.clickOn("#save-definition");

        until(() -> Files.readString(definitions.resolve("query.yaml")).endsWith("# mine\n"));
    }

    @Test
    void aFaultyFileOfOnesOwnIsMendedHere_thoughItsToolsAreGone(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        Files.createDirectories(definitions);
        Files.writeString(definitions.resolve("mine.yaml"), "resource: [");
        until(() -> robot.lookup("#mend-definition")
                        .match(Node::isVisible)
                        .tryQuery()
                        .isPresent()
                && robot.lookup(".faulty-strip").query().isVisible());
        robot.clickOn("#mend-definition");
        until(() -> robot.lookup("#definition-text").<CodeArea>query().getText().equals("resource: ["));

        until(() -> robot.lookup(".fault-link").queryAll().size() == 1);
    }

    @Test
    void whyToolsAreMissingIsSaid(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        missing = List.of("The org has no object \"Contcat\". Did you mean Contact?", "Task could not be described.");
        robot.interact(robot.lookup(".tools-screen").<ToolsScreen>query()::load);
        until(() ->
                robot.lookup(".faulty-strip").match(Node::isVisible).tryQuery().isPresent());
        assertThat(robot.lookup(".faulty-strip").lookup(".label").queryLabeled().getText())
                .isEqualTo("The org has no object \"Contcat\". Did you mean Contact? And 1 more.");
        assertThat(robot.lookup("#mend-definition").query().isVisible()).isFalse();

        missing = List.of();
        robot.interact(robot.lookup(".tools-screen").<ToolsScreen>query()::load);
        until(() -> !robot.lookup(".faulty-strip").query().isVisible());
    }

    @Test
    void aVariantIsChosen_andAMapIsFilled(FxRobot robot) throws Exception {
        pick(robot, "odd_variants");
        ComboBox<String> which = robot.lookup("#variant").queryComboBox();
        robot.interact(() -> which.getSelectionModel().select("call"));
        robot.clickOn("#field-number").write("12345");
        robot.clickOn(robot.lookup(".map-editor").lookup("Add").<Node>query());
        robot.write("note");
        robot.clickOn("#field-more-note").write("hello");
        robot.clickOn("Raw JSON");

        CodeArea raw = robot.lookup("#raw-arguments .styled-text-area").query();
        assertThat(JsonText.compact(JsonText.parse(raw.getText())))
                .isEqualTo("{\"kind\":\"call\",\"number\":\"12345\",\"more\":{\"note\":\"hello\"}}");
    }

    @Test
    void fiveMegabytesInAFieldStayWhatTheyAre_andNothingFreezes(FxRobot robot) throws Exception {
        pick(robot, "odd_variants");
        String large = "🙂x".repeat(1_700_000);
        TextInputControl to = robot.lookup("#field-to").queryTextInputControl();
        long from = System.nanoTime();
        robot.interact(() -> to.replaceSelection(large));
        until(() -> robot.lookup(".long-text").tryQuery().isPresent());
        robot.clickOn("Raw JSON");
        until(() -> robot.lookup(".call-pane .state-title").tryQuery().isPresent());
        robot.clickOn("Form");

        assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(15));
        assertThat(robot.lookup(".long-text").query().getAccessibleText())
                .isEqualTo("to, 5,100,000 characters, kept as they are");
        robot.clickOn("Replace");
        assertThat(robot.lookup("#field-to").queryTextInputControl().getText()).isEmpty();
    }

    @Test
    void veryLongTextThatIsNoJsonIsNoDeadEnd_andIsPastedWhereTheCaretIs(FxRobot robot) throws Exception {
        pick(robot, "odd_variants");
        robot.clickOn("Raw JSON");
        robot.interact(
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "x".repeat(500_000))));
        robot.clickOn("#raw-arguments").press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        until(() -> text(robot, ".call-pane .state-text").startsWith("500,002 characters"));
        robot.clickOn("Write others");

        until(() -> robot.lookup("#raw-arguments .styled-text-area")
                .<CodeArea>query()
                .getText()
                .equals("{}"));
    }

    @Test
    void ofEightHundredFieldsOneIsFoundByName(FxRobot robot) throws Exception {
        pick(robot, "odd_wide");
        assertThat(robot.lookup(".field-name").queryAll().size()).isLessThan(80);
        robot.clickOn(".more-fields").write("f77");
        for (int i = 0; i < 9; i++) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#field-f777").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#field-f777").queryTextInputControl().setText("שלום 日本"));
        robot.clickOn("Raw JSON");

        assertThat(robot.lookup("#raw-arguments .styled-text-area")
                        .<CodeArea>query()
                        .getText())
                .contains("שלום 日本");
    }

    @Test
    void anotherMcpUrlIsAdded_withoutShowingItsHeader(FxRobot robot) throws Exception {
        pick(robot, QUERY);
        MenuButton picker = robot.lookup("#server-picker").query();
        robot.interact(() -> picker.getItems().stream()
                .filter(item -> "Other MCP URL…".equals(item.getText()))
                .forEach(item -> item.fire()));
        robot.clickOn("#other-url").write("nonsense");
        robot.clickOn("#connect-other");
        assertThat(robot.lookup(".confirmation .field-problem").queryLabeled().getText())
                .contains("http");
        robot.interact(() -> robot.lookup("#other-url").queryTextInputControl().setText("https://example.com/mcp"));
        assertThat(robot.lookup(".confirmation .field-description").queryAllAs(Labeled.class))
                .anySatisfy(said -> assertThat(said.getText()).contains("are kept until you forget"));
        robot.clickOn("#add-header");
        robot.clickOn(".header-value").write("Bearer abc");
        robot.clickOn("#connect-other");

        until(() -> picker.getText().equals("example.com"));
        until(() -> robot.lookup(QUERY).tryQuery().isPresent());

        robot.interact(() -> List.copyOf(picker.getItems()).stream()
                .filter(item -> "Forget example.com".equals(item.getText()))
                .forEach(item -> item.fire()));
        until(() -> picker.getText().equals("Demo org"));
        assertThat(picker.getItems())
                .noneMatch(item -> String.valueOf(item.getText()).contains("example.com"));
    }

    /** The fake server's tools, and some whose schemas ask much of a form. */
    private final class WithOddTools implements McpClient {
        @Override
        public List<JsonNode> listTools() throws McpException {
            List<JsonNode> tools = new ArrayList<>(server.listTools());
            tools.add(tool("odd_variants", json("""
                    {"type":"object","properties":{"more":{"type":"object"}},"oneOf":[
                      {"properties":{"kind":{"const":"mail"},"to":{"type":"string"}},"required":["kind","to"]},
                      {"properties":{"kind":{"const":"call"},"number":{"type":"string"}},"required":["kind","number"]}]}""")));
            ObjectNode wide = JsonText.NODES.objectNode().put("type", "object");
            ObjectNode properties = wide.putObject("properties");
            for (int i = 0; i < 800; i++) {
                properties.putObject("f" + i).put("type", "string");
            }
            tools.add(tool("odd_wide", wide));
            return tools;
        }

        private ObjectNode tool(String name, JsonNode schema) {
            ObjectNode tool = JsonText.NODES.objectNode().put("name", name).put("description", "An odd one.");
            tool.set("inputSchema", schema);
            tool.putObject("annotations").put("readOnlyHint", true);
            return tool;
        }

        @Override
        public McpAnswer callTool(String name, ObjectNode arguments) throws McpException {
            return server.callTool(name, arguments);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonText.Malformed e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    private static void pick(FxRobot robot, String tool) throws Exception {
        until(() -> robot.lookup(".tool-list .list-view").tryQuery().isPresent()
                && !robot.lookup(".tool-list .list-view")
                        .<ListView<?>>query()
                        .getItems()
                        .isEmpty());
        ListView<ToolGroups.Row> list = robot.lookup(".tool-list .list-view").query();
        robot.interact(() -> list.getItems().stream()
                .filter(row -> row instanceof ToolGroups.Row.Item(ToolEntry entry)
                        && entry.name().equals(tool))
                .forEach(list.getSelectionModel()::select));
        until(() -> text(robot, ".tool-title").equals(tool));
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
