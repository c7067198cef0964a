package dev.orgbench.ui.kit;

import java.util.Collection;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Text in the code font, coloured by its {@link Language}. Either an editor or read-only. */
public final class CodePane extends StackPane {
    /** Above this many characters colouring would be felt, and is left out. */
    private static final int MOST_COLOURED = 250_000;

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused-within");

    private final CodeArea area = new CodeArea();
    private final Language language;
    private String whole = "";

    private CodePane(Language language, String name, boolean editable) {
        this.language = language;
        getStyleClass().add(editable ? "code-editor" : "code-viewer");
        area.setEditable(editable);
        area.setAccessibleText(name);
        area.setFocusTraversable(true);
        area.textProperty().addListener((property, before, now) -> colour(now));
        area.focusedProperty().addListener((property, before, now) -> pseudoClassStateChanged(FOCUSED, now));
    }

    /** Read-only, fills its room and scrolls. */
    public static CodePane viewer(Language language, String name) {
        CodePane pane = new CodePane(language, name, false);
        // Code keeps its lines; what is prose reads better wrapped.
        pane.area.setWrapText(language == Language.PLAIN);
        pane.getChildren().add(new VirtualizedScrollPane<>(pane.area));
        return pane;
    }

    /** An editor that fills its room and scrolls. */
    public static CodePane editor(Language language, String name) {
        CodePane pane = new CodePane(language, name, true);
        pane.getChildren().add(new VirtualizedScrollPane<>(pane.area));
        pane.leaveByTab();
        return pane;
    }

    /** An editor as high as its text, from {@code lines} lines upward. */
    public static CodePane field(Language language, String name, int lines) {
        CodePane pane = new CodePane(language, name, true);
        pane.area.setAutoHeight(true);
        pane.area.setWrapText(true);
        pane.area.setMinHeight(lines * 20.0 + 18);
        pane.getChildren().add(pane.area);
        pane.getStyleClass().add("code-field");
        pane.leaveByTab();
        return pane;
    }

    /** The text; fires with every keystroke. */
    public ObservableValue<String> textProperty() {
        return area.textProperty();
    }

    /** All of the text, also where a viewer shows only a part. */
    public String text() {
        return area.isEditable() ? area.getText() : whole;
    }

    /** Replaces the text and shows its beginning; a viewer leaves out what would be too long to show. */
    public void show(String text) {
        whole = text;
        String shown = area.isEditable() ? text : Excerpt.of(text);
        if (!shown.equals(area.getText())) {
            area.replaceText(shown);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
            area.requestFollowCaret();
        }
    }

    /** Puts the caret here. */
    public void focusText() {
        area.requestFocus();
    }

    /** The area itself, for what only it can do. */
    public CodeArea area() {
        return area;
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
        if (text.isEmpty() || text.length() > MOST_COLOURED || language == Language.PLAIN) {
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
