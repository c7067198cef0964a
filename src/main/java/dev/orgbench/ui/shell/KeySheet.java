package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.KeyName;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keys, on a sheet. */
final class KeySheet extends VBox {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "Everywhere",
                    List.of(
                            new Key(KeyName.onCap("K"), "Search or jump to anything"),
                            new Key(KeyName.onCap("1") + " … 7", "The screens"),
                            new Key(KeyName.onCap("8"), "The orgs"),
                            new Key(KeyName.onCap("F"), "Filter the list"),
                            new Key(KeyName.onCap(","), "Settings"),
                            new Key("F5", "Load anew"),
                            new Key("Esc", "Cancel, close, clear the filter"),
                            new Key("F1", "This sheet"))),
            new Group(
                    "Tools and SOQL",
                    List.of(
                            new Key(KeyName.onCap("↵"), "Run the call or the query"),
                            new Key(KeyName.onCap("T"), "New query tab"),
                            new Key(KeyName.onCap("W"), "Close the query tab"),
                            new Key(KeyName.onCap("⇧ T"), "Open it again"),
                            new Key(KeyName.onCap("Space"), "Complete"),
                            new Key("Alt ↵", "Quick fix"),
                            new Key("Ctrl Tab", "Leave the query editor"),
                            new Key(KeyName.onCap("⇧ F"), "Format the query"))),
            new Group("Traffic", List.of(new Key("P", "Pin the entry"), new Key("R", "Send it again"))));

    KeySheet() {
        super(16);
        getStyleClass().add("key-sheet");
        Label title = new Label("Keys");
        title.getStyleClass().add("sheet-title");
        HBox columns = new HBox(48, column(GROUPS.subList(0, 1)), column(GROUPS.subList(1, GROUPS.size())));
        getChildren().addAll(title, columns);
        setFocusTraversable(true);
        setAccessibleText("Keys");
    }

    private static VBox column(List<Group> groups) {
        VBox column = new VBox(16);
        for (Group group : groups) {
            Label head = new Label(group.name());
            head.getStyleClass().add("section-title");
            GridPane grid = new GridPane(16, 8);
            int row = 0;
            for (Key key : group.keys()) {
                Label cap = new Label(key.name());
                cap.getStyleClass().add("key-cap");
                grid.addRow(row++, cap, new Label(key.what()));
            }
            column.getChildren().addAll(head, grid);
        }
        return column;
    }

    private record Group(String name, List<Key> keys) {}

    private record Key(String name, String what) {}
}
