package dev.orgbench.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import org.testfx.api.FxRobot;

/** The list of tools as a person finds one in it: its name may be shortened, what a screen reader says is not. */
public final class ListedTools {
    private ListedTools() {}

    /** The line of that tool, brought into sight as by a person who scrolls; empty if it is not listed. */
    public static Optional<Node> line(FxRobot robot, String tool) {
        robot.lookup(".tool-list .list-view")
                .tryQueryAs(ListView.class)
                .ifPresent(list -> robot.interact(() -> {
                    for (int row = 0; row < list.getItems().size(); row++) {
                        if (String.valueOf(list.getItems().get(row)).contains("[name=" + tool + ",")) {
                            list.scrollTo(Math.max(0, row - 2));
                        }
                    }
                }));
        return robot.lookup(".tool-list .list-cell").<Node>queryAll().stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(tool + ","))
                .findFirst();
    }
}
