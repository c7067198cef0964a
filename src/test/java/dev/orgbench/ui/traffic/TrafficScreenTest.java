package dev.orgbench.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.ChosenFiles;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.Toasts;
import dev.orgbench.ui.kit.VirtualThreads;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screen by mouse and keyboard, on a server that answers as the real one does. */
@ExtendWith(ApplicationExtension.class)
class TrafficScreenTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String CREATE = "create_a_salesforce_record";

    private final Trace trace = new Trace(Clock.systemUTC());
    private final FakeServer server = new FakeServer(trace);
    private final Memory memory = Memory.forThisRun();
    private final CompletableFuture<String> opened = new CompletableFuture<>();
    private final Overlay overlay = new Overlay();
    private final Toasts toasts = new Toasts();

    @TempDir
    static Path folder;

    private final CompletableFuture<TrafficScreen> shown = new CompletableFuture<>();

    @Start
    void start(Stage stage) {
        Background background = new VirtualThreads(Platform::runLater);
        Executor feed = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, Platform::runLater);
        TrafficScreen screen = TrafficScreen.of(
                new Desk(
                        FakeDesk.org(OrgKind.DEMO),
                        FakeDesk.servers(server, background, memory),
                        trace,
                        background,
                        feed,
                        memory,
                        Drafts.forThisRun(),
                        navigator(),
                        overlay,
                        toasts,
                        new ChosenFiles(folder),
                        page -> {
                            throw new IOException("no browser here");
                        }),
                "0.1.0");
        Scene scene = new Scene(new StackPane(screen, toasts, overlay), 1000, 720);
        new Theme(scene, memory);
        stage.setScene(scene);
        stage.show();
        shown.complete(screen);
    }

    @Test
    void anEntryShowsWhatWasAsked_andTheRequestThatFailedFirst(FxRobot robot) throws Exception {
        server.call("ChatGPT", CREATE, arguments("{\"object_name\":\"Task\",\"fields\":{\"Subject\":\"x\"}}"));
        choose(robot, CREATE);

        until(() -> text(robot, "#entry-title").equals(CREATE));
        until(() -> robot.lookup(".exchange-list .list-cell").queryAll().stream()
                .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).startsWith("POST /sobjects/Task, 403")));
        ListView<Exchange> exchanges = robot.lookup(".exchange-list").queryListView();
        assertThat(exchanges.getSelectionModel().getSelectedItem().status()).isEqualTo(403);
        assertThat(robot.lookup(".problem-banner").<Node>queryAll())
                .anySatisfy(banner -> assertThat(banner.getAccessibleText()).contains("REQUEST_LIMIT_EXCEEDED"));
        assertThat(text(robot, "#entry-facts")).contains("ChatGPT", "Demo org", "Salesforce");
        assertThat(robot.lookup(".limits-use").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("138 → 140 of 15,000, 2 by this");
    }

    @Test
    void theFilterIsReached_typedInto_andClearedByKeys(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        server.message("ChatGPT", "tools/list", "8 tools");
        until(() -> titles(robot).size() == 2);

        robot.interact(() -> shown.join().focusFilter());
        robot.write("opportunity");
        until(() -> titles(robot).equals(List.of(QUERY)));
        robot.type(KeyCode.ESCAPE);

        until(() -> titles(robot).size() == 2);
    }

    @Test
    void aFilterOfTheMenuStandsAsAChip_thatTakesItAway(FxRobot robot) throws Exception {
        server.message("ChatGPT", "tools/list", "8 tools");
        server.message("Inspector", "tools/list", "8 tools");
        until(() -> titles(robot).size() == 2);
        MenuButton who = robot.lookup("#traffic-who").queryAs(MenuButton.class);
        robot.interact(who::show);
        robot.interact(() -> {
            MenuItem clients = who.getItems().getFirst();
            ((Menu) clients)
                    .getItems().stream()
                            .filter(item -> item.getText().equals("Inspector"))
                            .findFirst()
                            .orElseThrow()
                            .fire();
            who.hide();
        });
        until(() -> titles(robot).size() == 1);

        robot.clickOn(".filter-tag");

        until(() -> titles(robot).size() == 2);
        assertThat(robot.lookup(".chip-row").query().isVisible()).isFalse();
    }

    @Test
    void aKeyPinsARow_andItStaysOnTop(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        choose(robot, QUERY);
        robot.type(KeyCode.P);
        server.message("ChatGPT", "tools/list", "8 tools");

        until(() -> titles(robot).equals(List.of(QUERY, "tools/list")));
        assertThat(memory.get("traffic.pins").orElse("")).startsWith("1@");
    }

    @Test
    void aReadingCallIsReplayedAtOnce_andTheNewOneIsSelected(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        choose(robot, QUERY);
        robot.type(KeyCode.R);

        until(() -> titles(robot).size() == 2);
        TableView<Row> table = table(robot);
        until(() -> table.getSelectionModel().getSelectedIndex() == 0);
        assertThat(trace.messages().getLast().client()).isEqualTo("Orgbench");
        assertThat(JsonText.parse(trace.messages().getLast().request())
                        .at("/params/arguments/q")
                        .asText())
                .isEqualTo("SELECT Name FROM Opportunity");
    }

    @Test
    void whatMayDestroyAsksBeforeItIsReplayed(FxRobot robot) throws Exception {
        String update = destructiveTool();
        server.call("ChatGPT", update, arguments("{\"id\":\"001\"}"));
        choose(robot, update);
        robot.clickOn("#replay");
        until(overlay::isOpen);
        assertThat(trace.messages()).hasSize(1);

        robot.type(KeyCode.ESCAPE);
        assertThat(trace.messages()).hasSize(1);
        robot.clickOn("#replay");
        until(overlay::isOpen);
        robot.clickOn("#confirm");

        until(() -> trace.messages().size() == 2);
    }

    @Test
    void aServerThatDoesNotAnswerIsSaid_andCanBePutAway(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        choose(robot, QUERY);
        server.breakDown("127.0.0.1:7420 does not answer.");
        robot.clickOn("#replay");

        until(() -> robot.lookup(".problem-banner").<Node>queryAll().stream()
                .anyMatch(banner ->
                        banner.isVisible() && banner.getAccessibleText().contains("does not answer")));
        Node strip = robot.lookup(".problem-banner")
                .<Node>queryAll()
                .iterator()
                .next()
                .getParent();
        Node close = robot.from(strip).lookup(".icon-button").query();
        robot.clickOn(close);
        until(() -> robot.lookup(".problem-banner").<Node>queryAll().stream().noneMatch(Node::isVisible));
    }

    @Test
    void editAndReplayOpensTheToolWithItsArguments(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        choose(robot, QUERY);
        robot.type(KeyCode.E);

        assertThat(opened.get(5, TimeUnit.SECONDS)).isEqualTo(QUERY + " {\"q\":\"SELECT Name FROM Opportunity\"}");
    }

    @Test
    void twoEntriesAreComparedSideBySide(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        server.call("Inspector", QUERY, arguments("{\"q\":\"SELECT Id FROM Opportunity\"}"));
        choose(robot, QUERY);
        robot.interact(() -> table(robot).getSelectionModel().selectRange(0, 2));
        robot.type(KeyCode.C);

        until(() -> text(robot, "#compare-found").equals("1 line differs"));
        robot.interact(() -> robot.lookup(".segment").queryAllAs(ToggleButton.class).stream()
                .filter(segment -> segment.getText().equals("Answers"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> text(robot, "#compare-found").contains("differ"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !overlay.isOpen());
    }

    @Test
    void whatIsListedIsWrittenToAFile_withoutTheSession(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        trace.recording("demo", "SOQL").record(ownRequest());
        until(() -> titles(robot).size() == 2);
        MenuButton export = robot.lookup("#traffic-export").queryAs(MenuButton.class);
        robot.interact(export::show);
        robot.interact(() -> {
            export.getItems().stream()
                    .filter(item -> String.valueOf(item.getText()).contains("Listed entries (2) as HAR"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            export.hide();
        });

        until(() -> toasts.getChildren().stream().anyMatch(toast -> String.valueOf(toast.getAccessibleText())
                .startsWith("2 entries written to orgbench-traffic-")));
        try (var files = Files.list(folder)) {
            Path har = files.filter(file -> file.toString().endsWith(".har"))
                    .findFirst()
                    .orElseThrow();
            JsonNode log = JsonText.parse(Files.readString(har)).path("log");
            assertThat(log.path("entries")).hasSize(3);
            assertThat(log.path("pages")).hasSize(1);
        }
    }

    @Test
    void aCallIsCopiedWithoutItsToken_unlessItIsAskedFor(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"it's\"}"));
        choose(robot, QUERY);
        copy(robot, "cURL");
        assertThat(clipboard())
                .startsWith("curl -X POST 'http://127.0.0.1:7420/mcp/••••'")
                .contains("'\\''");
        copy(robot, "cURL with the token");
        assertThat(clipboard()).startsWith("curl -X POST '" + FakeDesk.URL + "'");
        copy(robot, "Arguments");
        assertThat(clipboard()).isEqualTo("{\n  \"q\": \"it's\"\n}");
        copy(robot, "Request to Salesforce as cURL");
        assertThat(clipboard())
                .contains("curl -X GET 'http://127.0.0.1:7421/services/data/v62.0/query")
                .contains("Bearer 00D…masked");
    }

    @Test
    void whilePausedAHintTellsWhatIsNew_andGoesThere(FxRobot robot) throws Exception {
        server.message("ChatGPT", "tools/list", "8 tools");
        until(() -> titles(robot).size() == 1);
        robot.clickOn("#pause");
        server.message("ChatGPT", "ping", "ok");
        until(() -> text(robot, "#new-hint").equals("1 new while paused"));
        assertThat(titles(robot)).containsExactly("tools/list");

        robot.clickOn("#new-hint");

        until(() -> titles(robot).equals(List.of("ping", "tools/list")));
    }

    @Test
    void whoHasScrolledAwayIsNotMoved(FxRobot robot) throws Exception {
        for (int i = 0; i < 60; i++) {
            trace.begin("demo", "Demo org", "c", "ping", null, "{}").answered(null, 200, "{}", "ok");
        }
        until(() -> titles(robot).size() == 60);
        robot.interact(() -> table(robot).scrollTo(30));
        WaitForAsyncUtils.waitForFxEvents();
        server.message("ChatGPT", "tools/list", "8 tools");

        until(() -> text(robot, "#new-hint").equals("1 new"));
        assertThat(titles(robot)).hasSize(60);
        robot.clickOn("#new-hint");
        until(() -> titles(robot).size() == 61);
        until(() -> !robot.lookup("#new-hint").query().isVisible());
    }

    @Test
    void theTimelineShowsCallsWithTheirExchanges_andChoosingOneShowsIt(FxRobot robot) throws Exception {
        server.call("ChatGPT", CREATE, arguments("{\"object_name\":\"Task\",\"fields\":{\"Subject\":\"x\"}}"));
        until(() -> titles(robot).size() == 1);
        robot.clickOn("Timeline");
        ListView<?> lines = robot.lookup("#timeline .list-view").queryListView();
        until(() -> lines.getItems().size() == 3);

        robot.interact(() -> lines.getSelectionModel().select(1));

        until(() -> text(robot, "#entry-title").equals(CREATE));
        robot.clickOn("10 min");
        until(() -> lines.getItems().size() == 3);
    }

    @Test
    void clearingEmptiesTheListAlone_andSaysHowToComeBack(FxRobot robot) throws Exception {
        trace.begin("demo", "Demo org", "ChatGPT", "tools/list", null, "{}").answered(null, 200, "{}", "8 tools");
        until(() -> titles(robot).size() == 1);
        robot.clickOn("#clear");
        until(() -> titles(robot).isEmpty());

        robot.clickOn("Show it again");

        until(() -> titles(robot).size() == 1);
    }

    @Test
    void theKeyboardGoesIntoTheEntryAndBack(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        choose(robot, QUERY);
        until(() -> text(robot, "#entry-title").equals(QUERY));
        robot.type(KeyCode.ENTER);
        until(() -> !table(robot).isFocused());
        robot.type(KeyCode.ESCAPE);
        until(() -> table(robot).isFocused());
        robot.type(KeyCode.ESCAPE);
        until(() -> table(robot).getSelectionModel().isEmpty());
    }

    @Test
    void everyControlHasANameForScreenReaders(FxRobot robot) throws Exception {
        server.call("ChatGPT", QUERY, arguments("{\"q\":\"SELECT Name FROM Opportunity\"}"));
        choose(robot, QUERY);

        assertThat(robot.lookup(
                                ".button, .text-field, .toggle-button, .menu-button, .list-view, .table-view, .tree-view")
                        .<Node>queryAll())
                .filteredOn(Node::isVisible)
                .allSatisfy(node -> {
                    String own = node instanceof Labeled labeled ? labeled.getText() : "";
                    assertThat(own + (node.getAccessibleText() == null ? "" : node.getAccessibleText()))
                            .as(node.toString())
                            .isNotBlank();
                });
    }

    /** Every way leads to {@link #opened}. */
    private Navigator navigator() {
        InvocationHandler handler = (proxy, method, given) -> {
            opened.complete(given[0]
                    + (given.length > 1 && given[1] instanceof ObjectNode json ? " " + JsonText.compact(json) : ""));
            return null;
        };
        return (Navigator)
                Proxy.newProxyInstance(Navigator.class.getClassLoader(), new Class<?>[] {Navigator.class}, handler);
    }

    private String destructiveTool() throws Exception {
        for (JsonNode tool : server.listTools()) {
            JsonNode hints = tool.path("annotations");
            if (!hints.path("readOnlyHint").asBoolean(false)
                    && hints.path("destructiveHint").asBoolean(true)) {
                return tool.path("name").asText();
            }
        }
        throw new AssertionError("The fake server has no destructive tool");
    }

    private static Exchange ownRequest() {
        return new Exchange(
                0,
                Instant.now(),
                Duration.ofMillis(3),
                "GET",
                "http://127.0.0.1:7421/services/data/v62.0/limits",
                List.of(),
                "",
                200,
                List.of(),
                "{}",
                null);
    }

    private static ObjectNode arguments(String json) throws JsonText.Malformed {
        return JsonText.parseObject(json);
    }

    private void choose(FxRobot robot, String title) throws TimeoutException {
        until(() -> titles(robot).contains(title));
        robot.interact(() -> {
            shown.join().requestFocus();
            table(robot).getSelectionModel().clearAndSelect(titles(robot).indexOf(title));
        });
        until(() -> text(robot, "#entry-title").equals(title));
    }

    private static void copy(FxRobot robot, String what) {
        MenuButton copy = robot.lookup("#copy-as").queryAs(MenuButton.class);
        robot.interact(copy::show);
        robot.interact(() -> {
            copy.getItems().stream()
                    .filter(item -> item.getText().equals(what))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            copy.hide();
        });
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                2000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static TableView<Row> table(FxRobot robot) {
        return robot.lookup("#messages").queryTableView();
    }

    private static List<String> titles(FxRobot robot) {
        return List.copyOf(table(robot).getItems()).stream()
                .map(row -> row.line().title())
                .toList();
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
