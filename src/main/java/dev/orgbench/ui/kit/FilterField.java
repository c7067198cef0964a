package dev.orgbench.ui.kit;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field that narrows what stands below it while one types. Esc empties it. */
public final class FilterField extends TextField {
    private Runnable below = () -> {};

    /**
     * @param prompt what may be typed
     * @param says what it filters, for screen readers
     * @param text follows the field, and the field follows it; whoever gives it keeps it alive
     */
    public FilterField(String id, String prompt, String says, StringProperty text) {
        setId(id);
        setPromptText(prompt);
        setAccessibleText(says);
        textProperty().bindBidirectional(text);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                key.consume();
            } else if (key.getCode() == KeyCode.DOWN) {
                below.run();
                key.consume();
            }
        });
    }

    /** Down leads there. */
    public void leadTo(Runnable focus) {
        below = focus;
    }

    /** Puts the caret here; what stands here is replaced by what is typed. */
    public void take() {
        requestFocus();
        selectAll();
    }
}
