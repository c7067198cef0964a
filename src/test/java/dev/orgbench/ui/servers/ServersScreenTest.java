package dev.orgbench.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.gateway.ApiTokens;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.VirtualThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The Servers screen by mouse and keyboard, over a real register and a running demo org. */
@ExtendWith(ApplicationExtension.class)
class ServersScreenTest {
    @TempDir
    static Path folder;

    private final Path own;
    private final ServersDesk desk;

    ServersScreenTest() throws IOException {
        own = Files.createTempDirectory(folder, "run");
        desk = new ServersDesk(own);
        desk.fill();
    }

    @Start
    void start(Stage stage) {
        desk.memory.put("theme", "light");
        stage.setScene(desk.scene(new VirtualThreads(Platform::runLater), Platform::runLater, 1000, 720));
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aServerIsMadeWithAScopeAndItsToolsAreSeenBefore(FxRobot robot) throws Exception {
        until(() -> rows(robot) == 3);
        robot.clickOn("#new-server");
        until(() -> robot.lookup("#preview-total").tryQuery().isPresent());
        assertThat(text(robot, "#preview-total")).startsWith(tools(List.of())).contains("It cannot write.");
        robot.clickOn("#server-name").write("Sales, read only");
        robot.clickOn("records");
        until(() -> text(robot, "#preview-total").startsWith(tools(List.of("records"))));
        assertThat(robot.lookup("#preview-tools .list-cell").queryAll().stream().map(Node::getAccessibleText))
                .contains("create_a_salesforce_record, write, out of scope");
        robot.clickOn("8 hours").clickOn("#save-server");

        until(() -> rows(robot) == 4);
        McpServer made = desk.server("Sales, read only");
        assertThat(made.config()).isEqualTo(new McpServer.Config(List.of("read"), List.of("records")));
        assertThat(made.expiresAt()).isEqualTo(desk.clock.instant().plusSeconds(8 * 3600));
        until(() -> text(robot, ".server-name").equals("Sales, read only"));
    }

    @Test
    void aSheetIsAgreedToByCtrlEnter_whateverIsFocused(FxRobot robot) throws Exception {
        until(() -> rows(robot) == 3);
        robot.clickOn("#new-server");
        until(() -> robot.lookup("#preview-total").tryQuery().isPresent());
        robot.clickOn("#server-name").write("By keys");
        robot.interact(() -> robot.lookup("#may-write").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> rows(robot) == 4);
        assertThat(desk.server("By keys").config().methods()).containsExactly("read");
    }

    @Test
    void whatIsMissingIsSaidAtItsField(FxRobot robot) throws Exception {
        until(() -> rows(robot) == 3);
        robot.clickOn("#new-server");
        until(() -> robot.lookup("#save-server").tryQuery().isPresent());
        robot.clickOn("#save-server");
        until(() -> problems(robot).contains("A name is required"));
        assertThat(robot.lookup("#server-name").query().isFocused()).isTrue();
        robot.clickOn("#may-read");
        until(() -> problems(robot).contains("Choose at least one"));
        assertThat(desk.shelf.servers()).hasSize(3);
    }

    @Test
    void onlyTheKeyboardIsNeededToMakeChangeAndDelete(FxRobot robot) throws Exception {
        until(() -> rows(robot) == 3);
        robot.interact(() -> robot.lookup("#new-server").query().requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#server-name").tryQuery().map(Node::isFocused).orElse(false));
        robot.write("By keys").type(KeyCode.ENTER);
        until(() -> rows(robot) == 4);

        robot.interact(() -> robot.lookup("#servers").query().requestFocus());
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        until(() -> robot.lookup("#server-name").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#server-name").tryQuery().isEmpty());
        assertThat(robot.lookup("#servers").query().isFocused()).isTrue();
        robot.type(KeyCode.DELETE);
        until(() -> robot.lookup("#confirm").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#confirm").query().requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> rows(robot) == 3);
        assertThat(desk.shelf.servers()).noneMatch(server -> server.name().equals("By keys"));
    }

    @Test
    void rotatingAsksOnceNamesServerAndOrgAndKillsTheOldUrl(FxRobot robot) throws Exception {
        select(robot, 0);
        String old = desk.register().token(desk.server("Workbench").id()).orElseThrow();
        robot.clickOn("#rotate-server");
        until(() -> robot.lookup("#confirm").tryQuery().isPresent());
        assertThat(words(robot, ".confirmation .label")).contains("“Workbench”").contains("Org: Demo org");
        assertThat(desk.register().findByToken(old)).isPresent();
        robot.clickOn("#confirm");
        until(() -> desk.register().findByToken(old).isEmpty());
        assertThat(desk.register().token(desk.server("Workbench").id())).get().isNotEqualTo(old);
        until(() -> words(robot, ".toast .label").contains("is at …/mcp/"));
    }

    @Test
    void aRevokedServerStaysListedAndOffersOnlyWhatIsLeft(FxRobot robot) throws Exception {
        select(robot, 2);
        robot.clickOn("#revoke-server");
        until(() -> robot.lookup("#confirm").tryQuery().isPresent());
        robot.clickOn("#confirm");
        until(() -> text(robot, ".server-detail .badge").equals("revoked"));
        assertThat(rows(robot)).isEqualTo(3);
        assertThat(robot.lookup("#rotate-server").tryQuery()).isEmpty();
        assertThat(robot.lookup("#duplicate-server").tryQuery()).isPresent();
        assertThat(desk.register().token(desk.server("RevOps agent").id())).isEmpty();
    }

    @Test
    void anEndedServerIsDuplicatedUnderANewUrl(FxRobot robot) throws Exception {
        select(robot, 1);
        robot.clickOn("#duplicate-server");
        until(() -> robot.lookup("#server-name").tryQuery().isPresent());
        assertThat(robot.lookup("#server-name").queryTextInputControl().getText())
                .isEqualTo("Copy of Contractor");
        robot.clickOn("#save-server");
        until(() -> rows(robot) == 4);
        assertThat(desk.server("Copy of Contractor").config())
                .isEqualTo(desk.server("Contractor").config());
    }

    @Test
    void aNarrowListLeavesColumnsOutRatherThanCuttingTheirWords(FxRobot robot) throws Exception {
        until(() -> rows(robot) == 3);
        TableView<?> table = robot.lookup("#servers").queryTableView();

        robot.interact(() -> table.setMaxWidth(520));
        until(() -> visible(table).equals(List.of("Name", "Scope", "Expires", "Last call", "Calls", "State")));
        robot.interact(() -> table.setMaxWidth(450));
        until(() -> visible(table).equals(List.of("Name", "Scope", "Expires", "Last call", "State")));
        robot.interact(() -> table.setMaxWidth(Double.MAX_VALUE));
        until(() -> visible(table).size() == 7);
    }

    private static List<String> visible(TableView<?> table) {
        return table.getVisibleLeafColumns().stream()
                .map(column -> column.getText())
                .toList();
    }

    @Test
    void anApiTokenIsShownOnceCopiedAndRevoked(FxRobot robot) throws Exception {
        select(robot, 2);
        robot.clickOn("#api-tokens");
        until(() -> robot.lookup("#api-token-name").tryQuery().isPresent());
        until(() -> robot.lookup("#api-token-name").query().isFocused());
        robot.write("CI").type(KeyCode.ENTER);
        until(() -> !token(robot).isEmpty());
        String text = token(robot);
        robot.clickOn("#copy-api-token");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(
                        2_000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(text);
        ApiTokens tokens = desk.register().apiTokens();
        String server = desk.server("RevOps agent").id();
        assertThat(tokens.accepts(server, text)).isTrue();

        robot.clickOn("#api-token-name").write("CI").type(KeyCode.ENTER);
        until(() -> words(robot, ".api-tokens-sheet .problem-banner").contains("already")
                || String.valueOf(robot.lookup(".api-tokens-sheet .problem-banner")
                                .query()
                                .getAccessibleText())
                        .contains("already"));
        robot.clickOn(robot.lookup("#api-token-list").lookup(".button").<Node>query());
        until(() -> robot.lookup("#confirm").tryQuery().isPresent());
        robot.clickOn("#confirm");
        until(() ->
                robot.lookup("#api-token-list").<ListView<?>>query().getItems().isEmpty());
        assertThat(tokens.accepts(server, text)).isFalse();
        assertThat(robot.lookup("#fresh-api-token")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
    }

    @Test
    void whatAUrlCanDoIsReadAndExported(FxRobot robot) throws Exception {
        select(robot, 2);
        robot.clickOn("#show-power");
        until(() -> robot.lookup("#export-power")
                .tryQuery()
                .map(node -> !node.isDisabled())
                .orElse(false));
        assertThat(robot.lookup("#power-tools").<TableView<?>>query().getItems())
                .isNotEmpty();
        robot.clickOn("Objects").clickOn("#power-filter").write("feature");
        until(() ->
                robot.lookup("#power-objects").<TableView<?>>query().getItems().size() <= 2);
        robot.clickOn("#export-power");
        Path file = own.resolve("revops-agent-scope.md");
        until(() -> Files.exists(file) && Files.size(file) > 0);
        String page = Files.readString(file);
        assertThat(page)
                .contains(
                        "# What “RevOps agent” can do",
                        "Scope: read, write · metadata",
                        "`list_all_salesforce_objects`");
        assertThat(page)
                .doesNotContain(
                        desk.register().token(desk.server("RevOps agent").id()).orElseThrow());
    }

    @Test
    void anOrgThatIsGoneIsSaidAndTheToolsAreThereAllTheSame(FxRobot robot) throws Exception {
        desk.loseTheOrg();
        select(robot, 0);
        robot.clickOn("#show-power");
        until(() -> robot.lookup("#power-tools").tryQuery().isPresent());
        robot.clickOn("Objects");
        until(() -> robot.lookup(".power-sheet .state-title").tryQuery().isPresent());
        until(() -> robot.lookup(".power-sheet").lookup("Try again").tryQuery().isPresent());
    }

    @Test
    void theUrlIsCopiedWholeAndLeadsToToolsAndConnect(FxRobot robot) throws Exception {
        select(robot, 0);
        robot.clickOn("#copy-server-url");
        String token = desk.register().token(desk.server("Workbench").id()).orElseThrow();
        until(() -> ("http://127.0.0.1:7420/mcp/" + token)
                .equals(WaitForAsyncUtils.waitForAsyncFx(
                        2_000, () -> Clipboard.getSystemClipboard().getString())));
        robot.clickOn("#connect-server").clickOn("#use-in-tools");
        until(() -> desk.visits.places().size() == 2);
        assertThat(desk.visits.places().getFirst())
                .isEqualTo("connect " + desk.server("Workbench").id());
        assertThat(desk.visits.places().getLast()).isEqualTo("list_all_salesforce_query");
    }

    /** As the preview counts them that read and have one of these tags. */
    private String tools(List<String> tags) {
        return desk.shelf
                        .tools(new McpServer.Config(List.of("read"), tags).terms(""))
                        .size()
                + " tools, about ";
    }

    private static void select(FxRobot robot, int row) throws Exception {
        until(() -> rows(robot) == 3);
        robot.interact(() -> robot.lookup("#servers")
                .<TableView<?>>query()
                .getSelectionModel()
                .select(row));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#servers").<TableView<?>>query().getItems().size();
    }

    private static String token(FxRobot robot) {
        return robot.lookup("#fresh-api-token").<TextInputControl>query().getText();
    }

    private static String problems(FxRobot robot) {
        return robot.lookup(".field-problem").queryAll().stream()
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .toList()
                .toString();
    }

    private static String words(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAll().stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .toList()
                .toString();
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
