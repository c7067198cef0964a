package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.ListedTools;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
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

/** A second window on what the first one left: screen, tool, object and query are the same. On all of Orgbench. */
@ExtendWith(ApplicationExtension.class)
class WindowComesBackTest {
    private static final String TOOL = "list_all_salesforce_custom_objects";

    private final OpenWorkbench open;

    WindowComesBackTest(@TempDir Path data) throws Exception {
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
    void eachScreenIsTheOneThatWasOpenLast(FxRobot robot) throws Exception {
        appears(robot, ".tools-screen");
        KeyCode[] digits = {
            KeyCode.DIGIT7,
            KeyCode.DIGIT6,
            KeyCode.DIGIT5,
            KeyCode.DIGIT4,
            KeyCode.DIGIT3,
            KeyCode.DIGIT2,
            KeyCode.DIGIT1
        };
        String[] screens = {"connect", "servers", "limits", "traffic", "soql", "objects", "tools"};
        for (int i = 0; i < digits.length; i++) {
            key(robot, digits[i]);
            appears(robot, "." + screens[i] + "-screen");
            startAgain(robot);
            appears(robot, "." + screens[i] + "-screen");
            assertThat(robot.lookup("#nav-" + screens[i])
                            .queryAs(ToggleButton.class)
                            .isSelected())
                    .isTrue();
        }
    }

    @Test
    void theToolTheObjectAndTheQueryAreStillChosen(FxRobot robot) throws Exception {
        until(() -> ListedTools.line(robot, TOOL).isPresent());
        robot.clickOn(ListedTools.line(robot, TOOL).orElseThrow());
        key(robot, KeyCode.DIGIT2);
        until(() -> robot.lookup(".objects-screen .list-cell").queryAll().stream()
                .anyMatch(cell -> object(cell, "Contact")));
        robot.clickOn(robot.lookup(".objects-screen .list-cell").<Node>queryAll().stream()
                .filter(cell -> object(cell, "Contact"))
                .findFirst()
                .orElseThrow());
        until(() -> text(robot, "#object-name").equals("Contact"));
        key(robot, KeyCode.DIGIT3);
        robot.clickOn("#new-tab").write("SELECT Id FROM Task").type(KeyCode.ESCAPE);
        robot.clickOn("#new-tab").write("SELECT Id FROM Case").type(KeyCode.ESCAPE);
        robot.interact(() -> queries(robot).getSelectionModel().select(1));

        startAgain(robot);

        until(() -> robot.lookup(".soql-screen").tryQuery().isPresent());
        assertThat(queries(robot).getTabs()).hasSize(3);
        assertThat(queries(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
        key(robot, KeyCode.DIGIT2);
        until(() -> text(robot, "#object-name").equals("Contact"));
        key(robot, KeyCode.DIGIT1);
        until(() -> text(robot, ".tool-title").equals(TOOL));
    }

    private void startAgain(FxRobot robot) {
        robot.interact(() -> {
            robot.lookup(".shell").query().getScene().getWindow().hide();
            open.show(new Stage());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean object(Node cell, String name) {
        return String.valueOf(cell.getAccessibleText()).startsWith(name);
    }

    private static TabPane queries(FxRobot robot) {
        return robot.lookup(".editor-tabs .tab-pane").queryAs(TabPane.class);
    }

    private static void key(FxRobot robot, KeyCode digit) {
        robot.press(KeyCode.CONTROL, digit).release(digit, KeyCode.CONTROL);
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
        WaitForAsyncUtils.waitForFxEvents();
    }
}
