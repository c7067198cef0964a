package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.KeyName;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keys, over everything else. A click or Esc puts it away. */
final class KeySheet extends StackPane {
    private static final List<Key> KEYS = List.of(
            new Key(KeyName.onCap("1"), "Tools"),
            new Key(KeyName.onCap("2"), "Traffic"),
            new Key(KeyName.onCap("F"), "Filter"),
            new Key(KeyName.onCap("↵"), "Run the call"),
            new Key("Esc", "Cancel, close, clear the filter"),
            new Key("F5", "Load the tools again"),
            new Key("F1", "This sheet"));

    KeySheet() {
        getStyleClass().add("sheet-veil");
        Label title = new Label("Keys");
        title.getStyleClass().add("sheet-title");
        GridPane grid = new GridPane(24, 10);
        int row = 0;
        for (Key key : KEYS) {
            Label cap = new Label(key.name());
            cap.getStyleClass().add("key-cap");
            grid.addRow(row++, cap, new Label(key.what()));
        }
        VBox sheet = new VBox(16, title, grid);
        sheet.getStyleClass().add("key-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(sheet);
        setOnMouseClicked(click -> setVisible(false));
    }

    private record Key(String name, String what) {}
}
