package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the style sheets and the width of the window make of controls. */
@ExtendWith(ApplicationExtension.class)
class DressedTest {
    private static final List<String> NAMES = List.of(
            "create_a_custom_salesforce_object", "list_all_salesforce_contacts", "update_a_salesforce_contact_by_id");

    @Start
    void start(Stage stage) {
        VBox all = new VBox(new ScrollPane(new VBox()), new TextArea("a\nb"), new ToolName());
        Scene scene = new Scene(all, 600, 400);
        new Theme(scene, Memory.forThisRun());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void noPictureOfWhatIsScrolledIsKept(FxRobot robot) {
        assertThat(robot.lookup(".viewport").<Node>queryAll()).hasSize(2).noneMatch(Node::isCache);
    }

    @Test
    void aToolsNameLeavesOutWhatAllShare_andNeverShowsTwoGaps(FxRobot robot) {
        assertThat(shown(robot, 500)).isEqualTo("create_a_custom_salesforce_object");
        assertThat(shown(robot, 190)).isEqualTo("create_a_custom_…_object");
        assertThat(shown(robot, 120)).startsWith("create_").endsWith("object").containsOnlyOnce("…");
    }

    @Test
    void aToolsNameFollowsItsFont(FxRobot robot) {
        ToolName name = robot.lookup(node -> node instanceof ToolName).query();
        robot.interact(() -> name.setStyle("-fx-font-size: 18px"));
        assertThat(shown(robot, 260)).isEqualTo("create_a_custom_…_object");
        robot.interact(() -> name.setStyle(null));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.from(name).lookup(".text").queryText().getText())
                .isEqualTo("create_a_custom_salesforce_object");
    }

    private String shown(FxRobot robot, double width) {
        ToolName name = robot.lookup(node -> node instanceof ToolName).query();
        robot.interact(() -> {
            name.show(NAMES.getFirst(), ToolName.shared(NAMES));
            name.setMinWidth(width);
            name.setMaxWidth(width);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(name).lookup(".text").queryText().getText();
    }
}
