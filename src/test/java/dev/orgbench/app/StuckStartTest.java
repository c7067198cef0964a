package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The list of servers cannot be read when the window fills: it says so instead of waiting for ever. */
@ExtendWith(ApplicationExtension.class)
class StuckStartTest {
    private final Path data;
    private final OpenWorkbench open;

    StuckStartTest(@TempDir Path data) throws Exception {
        this.data = data;
        open = new OpenWorkbench(data);
        inTheFile("ALTER TABLE server RENAME TO server_away");
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
    void theProblemIsSaidWithWhatToDo_andTryingAgainOpensTheWindow(FxRobot robot) throws Exception {
        appears(robot, ".state-pane .button");
        assertThat(robot.lookup(".state-title").<Labeled>query().getText()).isEqualTo("Demo org cannot be opened");
        assertThat(robot.lookup(".state-text").<Labeled>query().getText())
                .contains("no such table: server", data.resolve("orgbench.db").toString(), "try again");
        robot.clickOn("Try again");
        appears(robot, ".state-pane .button");

        inTheFile("ALTER TABLE server_away RENAME TO server");
        robot.clickOn("Try again");
        appears(robot, ".tools-screen");
        assertThat(robot.lookup("Demo org cannot be opened").tryQuery()).isEmpty();
    }

    private void inTheFile(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("orgbench.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void appears(FxRobot robot, String selector) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup(selector).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
