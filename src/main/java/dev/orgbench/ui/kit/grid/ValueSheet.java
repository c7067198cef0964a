package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All of one value. */
final class ValueSheet {
    private ValueSheet() {}

    /** @param value read in the background, as it may lie in a file */
    static void open(Desk desk, String title, Background.Work<JsonNode> value) {
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        CodeViewer text = new CodeViewer(Language.JSON, title, desk.background());
        text.setId("whole-value");
        text.prepare(() -> {
            JsonNode whole = value.call();
            return whole.isContainerNode() ? JsonText.pretty(Values.withoutAttributes(whole)) : Values.text(whole);
        });
        VBox.setVgrow(text, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setCancelButton(true);
        HBox bar = new HBox(8, head, gap, new CopyButton("Copy", "Copy all of it", text::text), close);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(12, bar, text);
        content.getStyleClass().add("value-sheet");
        content.setPrefSize(680, 420);
        Overlay.Sheet sheet = desk.overlay().open(content);
        close.setOnAction(press -> sheet.close());
    }
}
