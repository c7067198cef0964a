package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What frames the screens: the welcome, the palette, the settings, the keys, the orgs. On all of Orgbench. */
@ExtendWith(ApplicationExtension.class)
class WindowFrameTest {
    private final OpenWorkbench open;

    WindowFrameTest(@TempDir Path data) throws Exception {
        open = new OpenWorkbench(data);
    }

    @Start
    void start(Stage stage) {
        open.memory().put("welcome.seen", "");
        open.show(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void theFirstStartLeadsToTheStepsForChatGpt_andIsNotWelcomedAgain(FxRobot robot) throws Exception {
        appears(robot, "Connect ChatGPT");
        robot.clickOn("Connect ChatGPT");

        appears(robot, ".connect-screen");
        assertThat(robot.lookup("#welcome").queryAll()).isEmpty();
        assertThat(open.memory().get("welcome.seen")).contains("yes");
    }

    @Test
    void thePaletteFindsAnObject_aTool_aScreen(FxRobot robot) throws Exception {
        putWelcomeAway(robot);
        palette(robot);
        // The org is asked for its objects when the palette first wants them.
        until(() -> {
            robot.type(KeyCode.ESCAPE);
            palette(robot);
            robot.write("oppo");
            return first(robot).contains("title=Opportunity,");
        });
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#object-name").equals("Opportunity"));

        palette(robot);
        robot.write("describe by");
        until(() -> first(robot).contains("title=get_single_salesforce_object_describe_by_id"));
        robot.type(KeyCode.ESCAPE);

        palette(robot);
        robot.write("limi").type(KeyCode.ENTER);
        appears(robot, ".limits-screen");
    }

    @Test
    void textGrowsFromTheSettings_andTheThemeChanges(FxRobot robot) throws Exception {
        putWelcomeAway(robot);
        Labeled org = robot.lookup(".org-name").query();
        double before = org.getFont().getSize();
        robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        appears(robot, "#settings");
        robot.interact(() -> robot.lookup("#text-size").<Slider>query().setValue(200));
        until(() -> org.getFont().getSize() == 2 * before);
        robot.clickOn("Dark");
        robot.type(KeyCode.ESCAPE);
        double width = robot.lookup(".shell").<Region>query().getWidth();
        until(() -> robot.lookup(".top-bar > .button").queryAll().stream()
                .map(button -> button.localToScene(button.getLayoutBounds()))
                .allMatch(place -> place.getMinX() >= 0 && place.getMaxX() <= width));
        assertThat(robot.lookup(".navigation")
                        .<Region>query()
                        .localToScene(0, 0)
                        .getX())
                .isZero();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT6).release(KeyCode.DIGIT6, KeyCode.CONTROL);
        appears(robot, "#new-server");
        robot.interact(() -> robot.lookup("#new-server").<Button>query().fire());
        appears(robot, "#save-server");
        until(() ->
                robot.lookup("#save-server").<Button>query().localToScene(0, 0).getX() > 0
                        && robot.lookup(".server-sheet").<Region>query().getWidth() <= width);

        assertThat(robot.lookup("#settings").queryAll()).isEmpty();
        assertThat(open.memory().get("theme")).contains("dark");
        assertThat(open.memory().get("text-scale")).contains("2.0");
    }

    @Test
    void everyScreenHasItsKey_andTheEighthOpensTheOrgs(FxRobot robot) throws Exception {
        putWelcomeAway(robot);
        String[] screens = {"tools", "objects", "soql", "traffic", "limits", "servers", "connect"};
        KeyCode[] digits = {
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7
        };
        for (int i = 0; i < screens.length; i++) {
            robot.press(KeyCode.CONTROL, digits[i]).release(digits[i], KeyCode.CONTROL);
            appears(robot, "." + screens[i] + "-screen");
        }
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT8).release(KeyCode.DIGIT8, KeyCode.CONTROL);
        appears(robot, "#connect-org");
    }

    private static void putWelcomeAway(FxRobot robot) throws TimeoutException {
        appears(robot, "#welcome-close");
        robot.clickOn("#welcome-close");
    }

    private static void palette(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    }

    private static String first(FxRobot robot) {
        ListView<?> list = robot.lookup("#palette-list").queryListView();
        return list.getItems().isEmpty() ? "" : list.getItems().getFirst().toString();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static void appears(FxRobot robot, String selector) throws TimeoutException {
        until(() -> robot.lookup(selector).tryQuery().map(Node::isVisible).orElse(false));
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, seen);
    }
}
