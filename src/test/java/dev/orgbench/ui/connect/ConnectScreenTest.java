package dev.orgbench.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.connect.tunnel.StandIns;
import dev.orgbench.connect.tunnel.TunnelState;
import dev.orgbench.ui.kit.Memory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen, by mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
class ConnectScreenTest {
    private static final String PUBLIC = "https://oklahoma-solo-younger-truck.trycloudflare.com";

    @TempDir
    static Path folder;

    private final ConnectFixture fixture;
    private final Memory memory = Memory.forThisRun();
    private @Nullable ConnectStage shown;

    ConnectScreenTest() throws Exception {
        fixture = new ConnectFixture(Files.createTempDirectory(folder, "run"));
        fixture.standIns().put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
    }

    @Start
    void start(Stage window) {
        memory.put("theme", "light");
        shown = new ConnectStage(window, fixture, memory, 1000, 760);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aClientIsChosenByKeyboard_andItsTextCopiedWhole(FxRobot robot) throws Exception {
        loaded(robot);
        ListView<?> clients = robot.lookup("#clients").query();
        robot.interact(clients::requestFocus);
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.DOWN);
        }
        until(() -> text(robot, "#guide-title").equals("Cursor"));
        assertThat(shownCode(robot)).contains("…").doesNotContain(fixture.token());

        robot.clickOn(".snippet .copy-button");

        assertThat(clipboard()).contains("http://127.0.0.1:").contains(fixture.token());
    }

    @Test
    void whereTheWindowIsNarrowTheDoctorStandsBelowTheSteps(FxRobot robot) throws Exception {
        loaded(robot);
        Node steps = robot.lookup(".guide-pane").query();
        Node doctor = robot.lookup(".doctor-pane").query();
        assertThat(left(doctor)).isGreaterThan(left(steps));

        Region screen = robot.lookup(".connect-screen").query();
        robot.interact(() -> screen.setMaxWidth(700));
        until(() -> left(doctor) == left(steps));
        assertThat(doctor.localToScene(0, 0).getY())
                .isGreaterThan(steps.localToScene(0, 0).getY());

        robot.interact(() -> screen.setMaxWidth(Double.MAX_VALUE));
        until(() -> left(doctor) > left(steps));
    }

    private static double left(Node node) {
        return node.localToScene(0, 0).getX();
    }

    @Test
    void theTokenIsShownOnDemandAlone(FxRobot robot) throws Exception {
        choose(robot, "curl");
        assertThat(shownCode(robot)).doesNotContain(fixture.token());

        robot.clickOn("#reveal");

        until(() -> shownCode(robot).contains(fixture.token()));
        robot.clickOn("#reveal");
        until(() -> !shownCode(robot).contains(fixture.token()));
    }

    @Test
    void anEntryIsMerged_afterItsChangeWasSeen_andTheBackupIsNamed(FxRobot robot) throws Exception {
        Path file = Files.createDirectories(fixture.home().resolve(".cursor")).resolve("mcp.json");
        Files.writeString(file, "{\n  \"mcpServers\": {}\n}\n");
        choose(robot, "cursor");

        robot.clickOn("#merge");
        until(() -> robot.lookup(".diff-added").queryAll().size() > 2);
        assertThat(file).content().doesNotContain("revops-agent");
        assertThat(robot.lookup(".diff-line").queryAll())
                .noneMatch(line -> ((Labeled) line).getText().contains(fixture.token()));
        robot.clickOn("#merge-apply");

        until(() -> robot.lookup(".toast .label").tryQuery().isPresent());
        assertThat(text(robot, ".toast .label"))
                .contains("Merged into ~/.cursor/mcp.json")
                .contains("mcp.json.before-orgbench-");
        assertThat(file).content().contains("revops-agent").contains(fixture.token());
    }

    @Test
    void aFileInAGitWorkTreeIsWarnedOf_andABrokenOneRefused(FxRobot robot) throws Exception {
        Files.createDirectories(fixture.home().resolve("repo/.git"));
        Files.writeString(fixture.home().resolve("repo/broken.json"), "{");
        choose(robot, "cursor");
        robot.clickOn("#merge");

        robot.clickOn("#merge-path").eraseText(40).write("~/repo/.cursor/mcp.json");
        until(() -> robot.lookup(".remedy-caution").queryAll().stream()
                .anyMatch(node -> node.isVisible() && ((Labeled) node).getText().contains("git work tree ~/repo")));
        robot.interact(() -> robot.lookup("#merge-path").queryTextInputControl().setText("~/repo/broken.json"));
        until(() -> robot.lookup(".confirmation .problem-banner").query().isVisible());

        assertThat(robot.lookup("#merge-apply").query().isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#merge-apply").tryQuery()).isEmpty();
    }

    @Test
    void aTunnelIsStarted_confirmed_markedPublic_andStopped(FxRobot robot) throws Exception {
        loaded(robot);
        robot.clickOn("#start-tunnel");

        until(() -> text(robot, "#public-url").equals(PUBLIC));
        assertThat(text(robot, "#public-mark")).isEqualTo("public");
        until(() -> text(robot, "#confirmation").startsWith("Answers from outside"));
        robot.clickOn("#copy-url");
        assertThat(clipboard()).isEqualTo(PUBLIC + "/mcp/" + fixture.token());

        robot.clickOn("#stop-tunnel");

        until(() -> robot.lookup("#start-tunnel").tryQuery().isPresent());
        assertThat(robot.lookup("#public-mark").tryQuery()).isEmpty();
        assertThat(fixture.hosts()).isEmpty();
    }

    @Test
    void aTunnelThatDiesIsSaid_withItsLastWords(FxRobot robot) throws Exception {
        Path gate = folder.resolve("gate" + System.nanoTime());
        new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
        fixture.standIns()
                .put(
                        "cloudflared",
                        StandIns.CLOUDFLARED + "read -r x < " + gate + "\necho 'ERR the edge is gone'\nexit 3\n");
        loaded(robot);
        robot.clickOn("#start-tunnel");
        until(() -> text(robot, "#public-url").equals(PUBLIC));

        Files.writeString(gate, "go\n");

        until(() -> banner(robot).contains("ended by itself (code 3)"));
        assertThat(banner(robot)).contains("the edge is gone").contains("Start it again");
        assertThat(robot.lookup("#public-mark").tryQuery()).isEmpty();
    }

    @Test
    void aMissingProgramIsSaid_withHowToInstallIt(FxRobot robot) throws Exception {
        loaded(robot);
        until(() -> robot.lookup(".hyperlink").queryAll().stream()
                .anyMatch(node -> "Open https://ngrok.com/download".equals(node.getAccessibleText())));

        robot.clickOn("#tunnel-ngrok").clickOn("#start-tunnel");

        until(() -> banner(robot).contains("ngrok is not on this machine"));
        assertThat(stage().model().reach().stateProperty().get()).isInstanceOf(TunnelState.Failed.class);
    }

    @Test
    void noExpiryIsAskedFor_whereTheTunnelCannotStartAnyway(FxRobot robot) throws Exception {
        loaded(robot);
        robot.interact(() -> stage().model().choose(fixture.forever()));
        robot.clickOn("#tunnel-ngrok").clickOn("#start-tunnel");

        until(() -> banner(robot).contains("ngrok is not on this machine"));
        assertThat(stage().desk().overlay().isOpen()).isFalse();
        assertThat(fixture.list().getLast().expiresAt()).isNull();
    }

    @Test
    void aServerWithoutAnExpiryIsNotOpened_untilItHasOne(FxRobot robot) throws Exception {
        loaded(robot);
        robot.interact(() -> stage().model().choose(fixture.forever()));
        robot.clickOn("#start-tunnel");
        until(() -> stage().desk().overlay().isOpen());
        assertThat(stage().model().reach().stateProperty().get()).isInstanceOf(TunnelState.Off.class);
        robot.type(KeyCode.ESCAPE);
        assertThat(fixture.tunnels().running()).isEmpty();

        robot.clickOn("#start-tunnel");
        until(() -> robot.lookup("#expire-and-start").tryQuery().isPresent());
        robot.clickOn("#expire-and-start");

        until(() -> text(robot, "#public-url").equals(PUBLIC));
        assertThat(fixture.list().getLast().expiresAt()).isNotNull();
    }

    @Test
    void aSlowStartIsCancelled(FxRobot robot) throws Exception {
        fixture.standIns().put("cloudflared", StandIns.STAY);
        loaded(robot);
        robot.clickOn("#start-tunnel");
        until(() -> text(robot, "#stop-tunnel").equals("Cancel"));

        robot.clickOn("#stop-tunnel");

        until(() -> robot.lookup("#start-tunnel").tryQuery().isPresent());
        until(() -> fixture.tunnels().state() instanceof TunnelState.Off);
    }

    @Test
    void theDoctorNamesEachStep_andWhatToDo(FxRobot robot) throws Exception {
        loaded(robot);
        until(() -> checks(robot).contains("Public URL answers: bad"));
        assertThat(checks(robot))
                .contains("Orgbench answers: good")
                .contains("Org answers: good")
                .contains("Start a tunnel");

        choose(robot, "claude-code");
        robot.clickOn("#check-again");

        until(() -> checks(robot).contains("API limit: good"));
        assertThat(checks(robot)).doesNotContain("bad");
    }

    @Test
    void theConnectorFileIsSaved_andItsLinksOpenTheBrowser(FxRobot robot) throws Exception {
        loaded(robot);
        Path file = folder.resolve("connector" + System.nanoTime() + ".json");
        stage().answer(file);
        robot.clickOn("#save-connector");
        until(() -> Files.exists(file) && Files.readString(file).contains("list_all_salesforce_query"));

        robot.clickOn("chatgpt.com/plugins");

        until(() -> stage().opened().contains(URI.create("https://chatgpt.com/plugins")));
    }

    @Test
    void withoutServers_orWithAListThatFails_itSaysWhatToDo(FxRobot robot) throws Exception {
        loaded(robot);
        fixture.noServers();
        robot.interact(stage().model()::load);
        until(() -> text(robot, ".state-title").equals("There is no server to hand over"));

        fixture.failWith(new IllegalStateException("no disk"));
        robot.interact(stage().model()::load);
        until(() -> robot.lookup("Try again").tryQuery().isPresent());
        fixture.failWith(null);
        robot.clickOn("Try again");
        until(() -> text(robot, ".state-title").equals("There is no server to hand over"));
    }

    @Test
    void everyControlHasANameForScreenReaders(FxRobot robot) throws Exception {
        for (String client : new String[] {"chatgpt", "claude-code", "curl"}) {
            choose(robot, client);
            assertThat(robot.lookup(
                                    ".button, .text-field, .styled-text-area, .toggle-button, .radio-button, .combo-box, .list-view")
                            .<Node>queryAll())
                    .filteredOn(Node::isVisible)
                    .allSatisfy(node -> {
                        String own = node instanceof Labeled labeled ? labeled.getText() : "";
                        assertThat(own + (node.getAccessibleText() == null ? "" : node.getAccessibleText()))
                                .as(node.toString())
                                .isNotBlank();
                    });
        }
    }

    private ConnectStage stage() {
        return Objects.requireNonNull(shown);
    }

    private void loaded(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#server").<ComboBox<?>>query().getValue() != null);
        until(() -> robot.lookup("#guide-title").tryQuery().isPresent());
    }

    private void choose(FxRobot robot, String guide) throws TimeoutException {
        loaded(robot);
        robot.interact(() -> {
            stage().model()
                    .guideProperty()
                    .set(stage().model().guides().stream()
                            .filter(candidate -> candidate.id().equals(guide))
                            .findFirst()
                            .orElseThrow());
            robot.lookup(".guide-pane").<ScrollPane>query().setVvalue(0);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String shownCode(FxRobot robot) {
        StringBuilder shown = new StringBuilder();
        robot.lookup(".snippet .styled-text-area").queryAll().forEach(area -> {
            if (area instanceof CodeArea code) {
                shown.append(code.getText());
            }
        });
        return shown.toString();
    }

    private static String checks(FxRobot robot) {
        StringBuilder all = new StringBuilder();
        robot.lookup(".check").queryAll().forEach(check -> all.append(check.getAccessibleText())
                .append('\n'));
        return all.toString();
    }

    private static String banner(FxRobot robot) {
        return robot.lookup(".reach-pane .problem-banner")
                .tryQuery()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .orElse("");
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                2000, () -> Clipboard.getSystemClipboard().getString());
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
