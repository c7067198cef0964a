package dev.orgbench.ui.connect;

import dev.orgbench.connect.guide.Step;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.PageLink;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One numbered step, with what is to be copied as a chip that copies it. */
final class StepView {
    private static final double LONGEST_VALUE = 320;

    private StepView() {}

    static Node of(int number, Step step, boolean revealed, Desk desk) {
        Label count = new Label(number + ".");
        count.getStyleClass().add("step-number");
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("step-text");
        step.parts().forEach(part -> flow.getChildren().add(part(part, revealed, desk)));
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox line = new HBox(6, count, flow);
        line.getStyleClass().add("step");
        return line;
    }

    private static Node part(Step.Part part, boolean revealed, Desk desk) {
        return switch (part) {
            case Step.Words words -> text(words.text(), "step-words");
            case Step.Strong strong -> text(strong.text(), "step-strong");
            case Step.Code code -> text(code.text(), "step-code");
            case Step.Link link -> link(link, desk);
            case Step.Value value -> value(value, revealed);
        };
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static Node link(Step.Link link, Desk desk) {
        Hyperlink shown = new PageLink(link.text(), link.target(), desk);
        shown.getStyleClass().add("step-link");
        return shown;
    }

    private static Node value(Step.Value value, boolean revealed) {
        if (!value.ready()) {
            Label missing = new Label("the public URL; start a tunnel above");
            missing.getStyleClass().addAll("value-chip", "value-missing");
            return missing;
        }
        Label shown = new Label(revealed ? value.text() : value.masked());
        shown.getStyleClass().add("value-chip");
        shown.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        shown.setMaxWidth(LONGEST_VALUE);
        CopyButton copy = new CopyButton("Copy", "Copy the " + value.name(), value::text);
        copy.setId("copy-" + value.name());
        copy.getStyleClass().add("link-button");
        HBox chip = new HBox(2, shown, copy);
        // So that the chip's text stands on the line of the words around it.
        chip.setAlignment(Pos.BASELINE_LEFT);
        return chip;
    }
}
