package dev.orgbench.ui.kit.form;

import dev.orgbench.ui.kit.CopyButton;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Stands for a text that is too long for a field: a control that lays out megabytes would stop the window. */
final class LongText extends VBox {
    /** The longest text that is edited in place. */
    static final int LONGEST_EDITED = 20_000;

    private static final int SHOWN = 200;

    /** @param replace called when the person wants to write another text instead */
    LongText(String name, String text, Runnable replace) {
        super(4);
        getStyleClass().add("long-text");
        Label head = new Label(String.format(Locale.ROOT, "%,d characters, kept as they are", text.length()));
        head.getStyleClass().add("field-name");
        Label start =
                new Label(text.substring(0, Math.min(SHOWN, text.length())).replaceAll("\\s+", " ") + "…");
        start.getStyleClass().addAll("muted", "code-text");
        Button clear = new Button("Replace");
        clear.getStyleClass().add("small");
        clear.setAccessibleText("Replace the long text of " + name);
        clear.setOnAction(press -> replace.run());
        Node copy = new CopyButton("Copy", "Copy the whole text", () -> text);
        HBox buttons = new HBox(6, clear, copy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, start, buttons);
        setAccessibleText(name + ", " + head.getText());
    }

    static boolean isNeeded(String text) {
        return text.length() > LONGEST_EDITED;
    }
}
