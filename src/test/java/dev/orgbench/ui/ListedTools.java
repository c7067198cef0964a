package dev.orgbench.ui;

import java.util.Optional;
import javafx.scene.Node;
import org.testfx.api.FxRobot;

/** The list of tools as a person finds one in it: its name may be shortened, what a screen reader says is not. */
public final class ListedTools {
    private ListedTools() {}

    /** The line of that tool, if it is in sight. */
    public static Optional<Node> line(FxRobot robot, String tool) {
        return robot.lookup(".tool-list .list-cell").<Node>queryAll().stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(tool + ","))
                .findFirst();
    }
}
