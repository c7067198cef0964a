package dev.orgbench.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.VirtualThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What stands behind More, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class MorePaneTest {
    @TempDir
    static Path folder;

    private final ServersDesk desk;

    MorePaneTest() throws IOException {
        desk = new ServersDesk(Files.createTempDirectory(folder, "run"));
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
    void objectsAreNamedTakenOutAndSavedWithoutAMouse(FxRobot robot) throws Exception {
        robot.clickOn("#new-server");
        until(() -> robot.lookup("#more").tryQuery().isPresent());
        robot.clickOn("#server-name").write("By keys");
        assertThat(isShown(robot.lookup("#read-objects").query()))
                .as("a newcomer sees none of it")
                .isFalse();
        robot.interact(() -> robot.lookup("#more").query().requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.TAB);
        assertThat(robot.lookup("#read-objects").query().isFocused()).isTrue();
        robot.write("Account").type(KeyCode.ENTER);
        until(() -> chips(robot).equals(List.of("Account ×")));
        robot.write("Contact,").type(KeyCode.ENTER);
        until(() -> chips(robot).size() == 2);
        robot.type(KeyCode.BACK_SPACE);
        until(() -> chips(robot).equals(List.of("Account ×")));
        robot.interact(() -> robot.lookup("#per-minute").query().requestFocus());
        robot.write("60").push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> !desk.shelf.servers().isEmpty());
        McpServer made = desk.server("By keys");
        assertThat(made.config().readObjects()).containsExactly("Account");
        assertThat(made.config().ceiling()).isEqualTo(new McpServer.Ceiling(0, 60));
        until(() -> robot.lookup(".server-detail .label").queryAll().stream().anyMatch(label -> ((Labeled) label)
                .getText()
                .contains("Reaches only Account  ·  takes at most 60 calls a minute")));
    }

    @Test
    void anUnderscoreIsSeenAndMakesNoMnemonic(FxRobot robot) throws Exception {
        robot.clickOn("#new-server");
        until(() -> robot.lookup("#more").tryQuery().isPresent());
        assertThat(seen(robot, ".chip")).contains("create_many");
        robot.interact(() -> robot.lookup("#more").query().requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.TAB);
        robot.write("Acme_Invoice__c").type(KeyCode.ENTER);
        until(() -> seen(robot, ".name-chip").equals(List.of("Acme_Invoice__c ×")));
    }

    /** What a person reads, which is not always the text that was set. */
    private static List<String> seen(FxRobot robot, String labeled) {
        return robot.lookup(labeled + " > .text").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup(".name-chip").queryAll().stream()
                .map(chip -> ((Labeled) chip).getText())
                .toList();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
