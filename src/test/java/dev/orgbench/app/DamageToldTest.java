package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

/** A file that was damaged while Orgbench was closed: the window says so, and where it went. */
@ExtendWith(ApplicationExtension.class)
class DamageToldTest {
    private final OpenWorkbench open;

    DamageToldTest(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("trace.db"), "no database".repeat(1_000));
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
    void whatHappenedEarlierIsSetAside_andAPersonIsTold(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup(".notice .label")
                .tryQuery()
                .isPresent());

        Labeled notice = robot.lookup(".notice .label").query();
        assertThat(notice.getText()).contains("was damaged", "trace.db.damaged-");
        robot.clickOn(".notice .button");
        assertThat(robot.lookup(".notice").tryQuery()).isEmpty();
    }
}
