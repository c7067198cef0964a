package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.form.FormModel;
import dev.orgbench.ui.kit.form.Written;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Fills the form with one of the tool's examples. What stood there before comes back at one press, as long as the
 * example is still as it came. Takes no room where there is no example.
 */
final class ExampleButton extends HBox {
    private static final int LONGEST = 72;

    private final FormModel form;
    private final Runnable filled;
    private final Button undo = new Button("Undo");
    private @Nullable Written before;
    private @Nullable ObjectNode taken;

    /** @param filled called when the form's arguments were replaced */
    ExampleButton(FormModel form, List<ObjectNode> examples, Runnable filled) {
        super(2);
        this.form = form;
        this.filled = filled;
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        undo.getStyleClass().addAll("flat", "small");
        undo.setId("undo-example");
        undo.setTooltip(new Tooltip("Bring back what stood in the form before the example"));
        undo.setOnAction(press -> bringBack());
        getChildren().add(undo);
        if (!examples.isEmpty()) {
            getChildren().add(button(examples));
        }
        form.argumentsProperty().addListener((property, old, now) -> showUndo());
        showUndo();
    }

    private ButtonBase button(List<ObjectNode> examples) {
        ButtonBase button = examples.size() == 1 ? one(examples.getFirst()) : several(examples);
        button.setId("example");
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Button one(ObjectNode example) {
        Button button = new Button("Example");
        button.setTooltip(new Tooltip("Fill in: " + brief(example)));
        button.setOnAction(press -> fill(example));
        return button;
    }

    private MenuButton several(List<ObjectNode> examples) {
        MenuButton button = new MenuButton("Examples");
        for (ObjectNode example : examples) {
            MenuItem item = new MenuItem(brief(example));
            item.setMnemonicParsing(false);
            item.setOnAction(press -> fill(example));
            button.getItems().add(item);
        }
        return button;
    }

    private void fill(ObjectNode example) {
        Written now = form.written();
        // Going from one example to the next still leads back to the person's own words.
        if (before == null || !form.arguments().equals(taken)) {
            before = now.isEmpty() ? null : now;
        }
        taken = example;
        form.load(example);
        filled.run();
        showUndo();
    }

    private void bringBack() {
        if (before != null) {
            form.restore(before);
            before = null;
            filled.run();
            showUndo();
        }
    }

    private void showUndo() {
        boolean possible = before != null && form.arguments().equals(taken);
        undo.setVisible(possible);
        undo.setManaged(possible);
    }

    /** The argument that says most: the query, or else all of them. */
    private static String brief(ObjectNode example) {
        String text = example.path("q").isTextual() ? example.path("q").asText() : JsonText.compact(example);
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
