package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Where a definition is read or written: numbered lines, and a mark on those that have a fault. */
final class YamlArea extends StackPane {
    private static final int MOST_COLOURED = 100_000;

    private final CodeArea area = new CodeArea();
    private final Map<Integer, String> faults = new TreeMap<>();

    /** @param typed gets the text with every key */
    YamlArea(Consumer<String> typed) {
        getStyleClass().addAll("code-editor", "yaml-area");
        area.setAccessibleText("Definition");
        area.setId("definition-text");
        area.setParagraphGraphicFactory(this::lineNumber);
        area.textProperty().addListener((property, before, now) -> {
            colour(now);
            typed.accept(now);
        });
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    void show(String text, boolean editable) {
        area.setEditable(editable);
        if (!text.equals(area.getText())) {
            area.replaceText(text);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
        }
    }

    /** Shows a line, counted from 1, near the top, with the caret in it. */
    void goTo(int line) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.showParagraphAtTop(paragraph);
    }

    void focusText() {
        area.requestFocus();
    }

    /** Marks the lines that something is wrong with. */
    void mark(List<DefinitionModel.Fault> now) {
        List<Integer> before = List.copyOf(faults.keySet());
        faults.clear();
        now.forEach(
                fault -> faults.merge(Math.max(1, fault.line()), fault.words(), (one, other) -> one + "\n" + other));
        before.forEach(this::renew);
        faults.keySet().forEach(this::renew);
    }

    private void renew(int line) {
        if (line <= area.getParagraphs().size()) {
            area.setParagraphStyle(line - 1, faults.containsKey(line) ? List.of("fault-line") : List.of());
            area.recreateParagraphGraphic(line - 1);
        }
    }

    private Node lineNumber(int paragraph) {
        String fault = faults.get(paragraph + 1);
        Label number = new Label((fault == null ? "" : "● ") + (paragraph + 1));
        number.getStyleClass().addAll("lineno", "yaml-number");
        number.setAlignment(Pos.CENTER_RIGHT);
        if (fault != null) {
            number.getStyleClass().add("fault-number");
            number.setTooltip(new Tooltip(fault));
            number.setAccessibleText("Line " + (paragraph + 1) + ": " + fault);
        }
        return number;
    }

    private void colour(String text) {
        if (text.isEmpty() || text.length() > MOST_COLOURED) {
            return;
        }
        StyleSpansBuilder<Collection<String>> styles = new StyleSpansBuilder<>();
        int end = 0;
        for (Language.Span span : Language.YAML.spans(text)) {
            styles.add(List.of(), span.start() - end);
            styles.add(List.of(span.style()), span.end() - span.start());
            end = span.end();
        }
        styles.add(List.of(), text.length() - end);
        area.setStyleSpans(0, styles.create());
    }
}
