package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyledTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every screen without a mouse, and for those who hear it: each control has a name, and Tab comes to it and leaves it. */
@ExtendWith(ApplicationExtension.class)
class WindowByKeyboardTest {
    private static final int MOST_STEPS = 200;

    private final OpenWorkbench open;
    private @Nullable Scene scene;

    WindowByKeyboardTest(@TempDir Path data) throws Exception {
        open = new OpenWorkbench(data);
    }

    @Start
    void start(Stage stage) {
        open.show(stage);
        scene = stage.getScene();
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** @param ready there once the screen shows what the org has */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tools   | .tool-title
                    objects | .object-list .list-cell
                    soql    | .query-bar
                    traffic | .traffic-footer
                    limits  | .gauge-name
                    servers | .server-detail
                    connect | .reach-pane
                    """)
    void everyControlHasAName_andTabComesToItAndLeavesIt(String screen, String ready, FxRobot robot) throws Exception {
        open(robot, screen, ready);
        Set<Node> controls = controls(robot);
        assertThat(controls).hasSizeGreaterThan(10);
        assertThat(controls.stream().filter(node -> !hasName(node)).map(WindowByKeyboardTest::words))
                .as("controls without a name on %s", screen)
                .isEmpty();

        assertThat(missed(controls, walk(robot, false)))
                .as("out of Tab's reach on %s", screen)
                .isEmpty();
        assertThat(missed(controls, walk(robot, true)))
                .as("out of Shift+Tab's reach on %s", screen)
                .isEmpty();
    }

    /** @param opens what is pressed to open the sheet */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    servers | #new-server   | .raised-sheet
                    tools   | #org-switcher | .org-menu
                    tools   | #palette      | .raised-sheet
                    servers | #show-power   | .raised-sheet
                    tools   | #settings-button | .raised-sheet
                    """)
    void everyControlOfASheetHasAName(String screen, String opens, String sheetIs, FxRobot robot) throws Exception {
        open(robot, screen, opens);
        robot.clickOn(opens);
        until(robot, sheetIs);
        WaitForAsyncUtils.waitForFxEvents();
        Node sheet = robot.lookup(sheetIs).query();
        List<Node> inside =
                controls(robot).stream().filter(node -> isWithin(node, sheet)).toList();

        assertThat(inside).isNotEmpty();
        assertThat(inside.stream().filter(node -> !hasName(node)).map(WindowByKeyboardTest::words))
                .isEmpty();
    }

    private void open(FxRobot robot, String screen, String ready) throws Exception {
        until(robot, ".tool-title");
        robot.clickOn("#nav-" + screen);
        until(robot, ready);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Set<Node> controls(FxRobot robot) {
        Set<Node> found = new LinkedHashSet<>();
        robot.interact(() -> collect(scene().getRoot(), found));
        return found;
    }

    /** What is disabled or hidden takes no focus. */
    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean hasName(Node node) {
        if (!said(node.getAccessibleText()).isEmpty()) {
            return true;
        }
        boolean named =
                switch (node) {
                    case Labeled labeled -> !said(labeled.getText()).isEmpty();
                    case TextInputControl input -> !said(input.getPromptText()).isEmpty();
                    // The chosen tab is what has the focus for those who hear it.
                    case TabPane tabs ->
                        tabs.getTabs().stream()
                                .noneMatch(tab -> said(tab.getText()).isEmpty());
                    default -> false;
                };
        return named
                || node.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(label -> label instanceof Label one && one.getLabelFor() == node);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** All that has the focus on the way round, until it comes back to where it began. */
    private Set<Node> walk(FxRobot robot, boolean back) {
        Set<Node> seen = new LinkedHashSet<>();
        robot.interact(() -> {
            Node at = scene().getFocusOwner();
            int stuck = 0;
            for (int i = 0; i < MOST_STEPS && at != null && stuck < 2; i++) {
                stuck = seen.add(at) ? 0 : stuck + 1;
                // In the query editor Tab writes; Ctrl+Tab leads out, as the key sheet says.
                boolean editor = at instanceof StyledTextArea<?, ?> && isIn(at, "code-filling");
                Event.fireEvent(
                        at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, editor, false, false));
                at = scene().getFocusOwner();
            }
        });
        return seen;
    }

    private static boolean isIn(Node node, String style) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> missed(Set<Node> controls, Set<Node> reached) {
        List<String> missed = new ArrayList<>();
        for (Node control : controls) {
            if (!reached.contains(control) && !isReachedByArrows(control, reached)) {
                missed.add(words(control));
            }
        }
        return missed;
    }

    /** Tab comes to a group's chosen one; from there the arrows lead to the others, as everywhere. */
    private static boolean isReachedByArrows(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() instanceof Node chosen
                && reached.contains(chosen);
    }

    private static String words(Node node) {
        StringBuilder path = new StringBuilder(node.toString());
        for (@Nullable Parent parent = node.getParent();
                parent != null && path.length() < 400;
                parent = parent.getParent()) {
            path.append(" < ").append(parent.getStyleClass());
        }
        return path.toString();
    }

    private static boolean isWithin(Node node, Node ground) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at == ground) {
                return true;
            }
        }
        return false;
    }

    private Scene scene() {
        return Objects.requireNonNull(scene);
    }

    private static void until(FxRobot robot, String selector) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup(selector).match(Node::isVisible).tryQuery().isPresent());
    }
}
