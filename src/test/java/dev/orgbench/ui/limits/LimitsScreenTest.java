package dev.orgbench.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Gauge;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The Limits screen, by mouse and keyboard, on an org over HTTP. */
@ExtendWith(ApplicationExtension.class)
class LimitsScreenTest {
    private final Trace trace = new Trace(Clock.systemUTC());
    private final StackPane root = new StackPane();
    private final Memory memory = Memory.forThisRun();
    private final LimitedOrg org = new LimitedOrg();
    private LimitsModel model;

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(root, 1000, 760);
        new Theme(scene, memory);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void look() {
        model = new LimitsModel(
                org.org(),
                trace,
                new VirtualThreads(Platform::runLater),
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, Platform::runLater),
                Clock.systemUTC());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> root.getChildren().clear());
        model.close();
        org.close();
    }

    @Test
    void openingAsksOnceAndShowsTheWorstLimitFirst(FxRobot robot) throws Exception {
        open(robot);

        until(() -> robot.lookup(".gauge").queryAll().size() == 12);
        assertThat(robot.lookup(".gauge")
                        .queryAllAs(Gauge.class)
                        .iterator()
                        .next()
                        .getAccessibleText())
                .isEqualTo("File storage (MB): 100%, 1,024 of 1,024 used, used up");
        until(() -> text(robot, "#day-used").equals("12,408"));
        assertThat(text(robot, "#day-rest")).startsWith("of 15,000 API requests used in 24 hours · 2,592 left");
        assertThat(org.asked()).isEqualTo(1);
        until(() -> !robot.lookup(".header-line").queryAll().isEmpty());
    }

    @Test
    void refreshAsksAgainAndSaysSo(FxRobot robot) throws Exception {
        open(robot);
        until(() -> robot.lookup(".gauge").queryAll().size() == 12);
        assertThat(text(robot, "#limits-refresh")).isEqualTo("Refresh · 1 request");

        org.answer = LimitedOrg.limits(14_000);
        robot.clickOn("#limits-refresh");
        until(() -> text(robot, "#day-used").equals("14,000"));
        assertThat(org.asked()).isEqualTo(2);
    }

    @Test
    void theFilterNarrowsTheLimitsAndEscapeClearsIt(FxRobot robot) throws Exception {
        LimitsScreen screen = open(robot);
        until(() -> robot.lookup(".gauge").queryAll().size() == 12);

        robot.interact(screen::focusFilter);
        robot.write("storage");
        until(() -> robot.lookup(".gauge").queryAll().size() == 2);
        robot.write(" nowhere");
        until(() -> stateTitles(robot).contains("No limit matches"));
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup(".gauge").queryAll().size() == 12);
    }

    @Test
    void aRefusalSaysWhyAndCanBeTriedAgain(FxRobot robot) throws Exception {
        org.answer = LimitedOrg.refusal();
        open(robot);
        until(() -> stateTitles(robot).contains("Limits not known"));
        assertThat(robot.lookup(".limits-body > .problem-banner").query().getAccessibleText())
                .contains("TotalRequests Limit exceeded");

        org.answer = LimitedOrg.limits(3);
        robot.clickOn("Try again");
        until(() -> robot.lookup(".gauge").queryAll().size() == 12);
    }

    @Test
    void anOrgThatGoesWhileTheScreenIsOpenLeavesWhatIsKnown(FxRobot robot) throws Exception {
        open(robot);
        until(() -> robot.lookup(".gauge").queryAll().size() == 12);

        org.close();
        robot.clickOn("#limits-refresh");
        until(() -> robot.lookup(".problem-banner").queryAll().stream().anyMatch(Node::isVisible));
        assertThat(robot.lookup(".gauge").queryAll()).hasSize(12);
    }

    @Test
    void anOrgThatDoesNotAnswerIsWaitedForAndCanBeGivenUp(FxRobot robot) throws Exception {
        org.hold = new CountDownLatch(1);
        open(robot);
        until(() -> stateTitles(robot).contains("Asking Demo org for its limits"));

        robot.clickOn("Cancel");
        until(() -> stateTitles(robot).contains("Not asked yet"));
        org.hold.countDown();
        robot.clickOn("Ask now");
        until(() -> robot.lookup(".gauge").queryAll().size() == 12);
    }

    @Test
    void whoUsedItIsThereAndGrowsWhileOneLooks(FxRobot robot) throws Exception {
        LimitedOrg.fill(trace, Clock.systemUTC().instant().minusSeconds(60), 12_000);
        open(robot);
        TableView<?> table = robot.lookup("#who-used-it").queryTableView();
        until(() -> table.getItems().size() > 10);
        int before = table.getItems().size();
        assertThat(robot.lookup(".legend-entry").queryAll()).hasSize(6);
        until(() -> robot.lookup("#limits-warning").query().isVisible());

        Trace.Open call = trace.begin("demo", "New server", "c", "tools/call", "new_tool", "{}");
        call.record(LimitedOrg.counted(Clock.systemUTC().instant(), 12_500));
        call.answered(null, 200, "{}", "ok");
        until(() -> table.getItems().size() > before);
    }

    @Test
    void theChartIsWalkedThroughByKeys(FxRobot robot) throws Exception {
        LimitedOrg.fill(trace, Clock.systemUTC().instant(), 12_000);
        open(robot);
        until(() -> !robot.lookup(".plot").queryAll().isEmpty());
        until(() -> model.limitsProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> {
            robot.interact(() -> robot.lookup(".plot").query().requestFocus());
            robot.type(KeyCode.END).type(KeyCode.LEFT);
            return text(robot, ".plot-caption").matches("... \\d\\d:\\d\\d to \\d\\d:\\d\\d: .*\\d.*");
        });

        robot.clickOn("Against the limit");
        until(() -> text(robot, ".plot-caption").contains(" of 15,000 used"));
        robot.clickOn("7 days");
        until(() -> model.useProperty().get().range() == Range.WEEK);
        assertThat(memory.get("limits.view")).contains("LEVEL");
    }

    @Test
    void aNewOrgSaysWhatWouldFillTheScreen(FxRobot robot) throws Exception {
        org.answer = LimitedOrg.refusal();
        open(robot);

        until(() -> stateTitles(robot).contains("No API requests in the last 24 hours"));
        assertThat(stateTitles(robot)).contains("Nobody yet");
    }

    private LimitsScreen open(FxRobot robot) {
        CompletableFuture<LimitsScreen> opened = new CompletableFuture<>();
        robot.interact(() -> {
            LimitsScreen screen = new LimitsScreen(model, memory);
            root.getChildren().setAll(screen);
            opened.complete(screen);
        });
        return opened.join();
    }

    private static String text(FxRobot robot, String selector) {
        return ((Labeled) robot.lookup(selector).query()).getText();
    }

    private static List<String> stateTitles(FxRobot robot) {
        return robot.lookup(".state-title").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, seen);
    }
}
