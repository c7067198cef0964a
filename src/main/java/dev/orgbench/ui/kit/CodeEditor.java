package dev.orgbench.ui.kit;

import java.util.Collection;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Where a text is written in the code font, coloured by its {@link Language} with every key. */
public final class CodeEditor extends StackPane {
    /** Above this many characters colouring would be felt at every key, and is left out. */
    private static final int MOST_COLOURED = 100_000;

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused-within");

    private final CodeArea area = new CodeArea();
    private final Language language;

    private CodeEditor(Language language, String name) {
        this.language = language;
        getStyleClass().add("code-editor");
        area.setAccessibleText(name);
        area.setFocusTraversable(true);
        area.textProperty().addListener((property, before, now) -> colour(now));
        area.focusedProperty().addListener((property, before, now) -> pseudoClassStateChanged(FOCUSED, now));
        leaveByTab();
    }

    /** An editor that fills its room and scrolls. */
    public static CodeEditor filling(Language language, String name) {
        CodeEditor editor = new CodeEditor(language, name);
        editor.getChildren().add(new VirtualizedScrollPane<>(editor.area));
        return editor;
    }

    /** An editor as high as its text, from {@code lines} lines upward. */
    public static CodeEditor field(Language language, String name, int lines) {
        CodeEditor editor = new CodeEditor(language, name);
        editor.getChildren().add(CodeField.of(editor.area, lines));
        editor.getStyleClass().add("code-field");
        return editor;
    }

    /** The text; fires with every keystroke. */
    public ObservableValue<String> textProperty() {
        return area.textProperty();
    }

    /** Replaces the text and shows its beginning; undo does not go back past it. */
    public void show(String text) {
        if (!text.equals(area.getText())) {
            area.replaceText(text);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
            area.requestFollowCaret();
        }
    }

    /** What the text would be after {@code pasted} came in at the caret, in place of what is chosen. */
    public String textWith(String pasted) {
        IndexRange chosen = area.getSelection();
        return new StringBuilder(area.getText())
                .replace(chosen.getStart(), chosen.getEnd(), pasted)
                .toString();
    }

    /** Puts the caret here. */
    public void focusText() {
        area.requestFocus();
    }

    /** In a form Tab goes on to the next field, as everywhere else. */
    private void leaveByTab() {
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
                area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
    }

    private void colour(String text) {
        if (text.isEmpty() || text.length() > MOST_COLOURED) {
            return;
        }
        StyleSpansBuilder<Collection<String>> styles = new StyleSpansBuilder<>();
        int end = 0;
        for (Language.Span span : language.spans(text)) {
            styles.add(List.of(), span.start() - end);
            styles.add(List.of(span.style()), span.end() - span.start());
            end = span.end();
        }
        styles.add(List.of(), text.length() - end);
        area.setStyleSpans(0, styles.create());
    }
}
