package dev.orgbench.ui.servers;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** All that can be done with one server, as a menu. */
final class ServerMenu {
    private ServerMenu() {}

    static List<MenuItem> items(ServerRow row, ServerActions actions) {
        if (!row.standing().isUp()) {
            return List.of(
                    item("Duplicate…", () -> actions.duplicate(row)), item("Delete…", () -> actions.delete(row)));
        }
        return List.of(
                item("Copy URL", () -> actions.copyUrl(row)),
                item("Use in Tools", () -> actions.useInTools(row)),
                item("Connect a client…", () -> actions.connect(row)),
                item("What can this URL do?", () -> actions.showPower(row)),
                new SeparatorMenuItem(),
                item("Change…", () -> actions.change(row)),
                item("API tokens…", () -> actions.showApiTokens(row.server())),
                item("Duplicate…", () -> actions.duplicate(row)),
                new SeparatorMenuItem(),
                item("Rotate…", () -> actions.rotate(row)),
                item("Revoke…", () -> actions.revoke(row)),
                item("Delete…", () -> actions.delete(row)));
    }

    private static MenuItem item(String label, Runnable action) {
        MenuItem item = new MenuItem(label);
        item.setOnAction(press -> action.run());
        return item;
    }
}
