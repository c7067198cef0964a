package dev.orgbench.ui.kit.grid;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Overlay;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Changes a text of several lines. A field of one line would join them without a word. */
final class TextSheet {
    /** Longer texts go into text areas in Salesforce too. */
    private static final int LINE = 255;

    private TextSheet() {}

    /** Whether a cell is too small for such a text. */
    static boolean isNeeded(String text, GridColumn column) {
        return column.kind() == GridColumn.Kind.TEXT
                && (column.length() > LINE || text.chars().anyMatch(Character::isISOControl));
    }

    /** @param take is given the new text; says why it is not taken, or null */
    static void open(Desk desk, GridColumn column, String text, Function<String, @Nullable String> take) {
        Label head = new Label("Change " + column.title());
        head.getStyleClass().add("sheet-title");
        TextArea area = new TextArea(text);
        area.setId("cell-text");
        area.setWrapText(true);
        area.setAccessibleText("New value of " + column.title());
        String shown = area.getText();
        VBox.setVgrow(area, Priority.ALWAYS);
        Label fault = new Label();
        fault.setId("cell-text-fault");
        fault.getStyleClass().add("field-problem");
        fault.setWrapText(true);
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        Button agree = new Button("Change");
        agree.setId("cell-text-agree");
        agree.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, fault, gap, cancel, agree);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, head, area, buttons);
        content.getStyleClass().add("value-sheet");
        content.setPrefSize(560, 360);
        Overlay.Sheet sheet = desk.overlay().open(content);
        cancel.setOnAction(press -> sheet.close());
        agree.setOnAction(press -> {
            String why = area.getText().equals(shown) ? null : take.apply(asBefore(area.getText(), text));
            if (why == null) {
                sheet.close();
            }
            fault.setText(why);
        });
        content.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                key.consume();
                agree.fire();
            }
        });
        Focus.on(area);
    }

    /** The control ends lines its own way; the org's way stays. */
    private static String asBefore(String typed, String before) {
        return before.contains("\r\n") ? typed.replace("\n", "\r\n") : typed;
    }
}
