package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says which tools came, went or changed since the list was last loaded, and shows what changed in each. */
final class ChangesStrip extends HBox {
    private final ToolsModel model;
    private final Overlay overlay;
    private final Label words = new Label();
    private final MenuButton see = new MenuButton("See what");

    ChangesStrip(ToolsModel model, Overlay overlay) {
        super(6);
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("changes-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        see.getStyleClass().addAll("flat", "small");
        see.setMinWidth(USE_PREF_SIZE);
        see.setId("see-changes");
        Button away = new Button("", Icons.of(Feather.X));
        away.getStyleClass().addAll("flat", "icon-button");
        away.setAccessibleText("Put this message away");
        away.setOnAction(press -> model.dismissChanges());
        getChildren().addAll(words, see, away);
        model.changesProperty().addListener((property, before, now) -> show(now));
        show(model.changesProperty().get());
    }

    private void show(ToolChanges changes) {
        setVisible(!changes.isEmpty());
        setManaged(!changes.isEmpty());
        words.setText(changes.words());
        see.getItems().clear();
        changes.added().forEach(tool -> item("new: " + tool.name(), () -> model.choose(tool)));
        changes.changed()
                .forEach(tool -> item(
                        "changed: " + tool.after().name(),
                        () -> CompareSheet.ofTool(overlay, model.background(), tool)));
        changes.gone().forEach(tool -> item("gone: " + tool.name(), () -> {}));
    }

    private void item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(press -> action.run());
        see.getItems().add(item);
    }
}
