package dev.orgbench.ui.kit;

import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Shows a {@link Problem}: its code and message, and below what to try. Takes no room while there is none. */
public final class ProblemBanner extends HBox {
    private static final int LONGEST_ADVICE = 200;

    private final Text code = new Text();
    private final Text message = new Text();
    private final Label excerpt = new Label();
    private final Label advice = new Label();
    private final Tooltip whole = new Tooltip();
    private Problem shown = new Problem(null, "", null);

    public ProblemBanner() {
        getStyleClass().add("problem-banner");
        code.getStyleClass().add("problem-code");
        message.getStyleClass().add("problem-message");
        advice.getStyleClass().add("problem-advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        excerpt.getStyleClass().addAll("code-text", "problem-excerpt");
        excerpt.setMinHeight(USE_PREF_SIZE);
        whole.setWrapText(true);
        whole.setMaxWidth(560);
        VBox words = new VBox(4, new TextFlow(code, message), excerpt, advice);
        HBox.setHgrow(words, Priority.ALWAYS);
        CopyButton copy = new CopyButton("", "Copy the error", () -> shown.text());
        copy.getStyleClass().add("on-banner");
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, "problem-icon"), words, copy);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(USE_PREF_SIZE);
        show(null);
    }

    /** Shows {@code problem}, or nothing. */
    public void show(@Nullable Problem problem) {
        setVisible(problem != null);
        setManaged(problem != null);
        if (problem == null) {
            return;
        }
        shown = problem;
        code.setText(problem.code() == null ? "" : problem.code() + "  ");
        message.setText(problem.message());
        String pointing = problem.excerpt();
        excerpt.setText(pointing == null ? "" : pointing);
        excerpt.setManaged(pointing != null);
        String advising = problem.advice();
        advice.setText(advising == null ? "" : shortened(advising));
        advice.setManaged(advising != null);
        whole.setText(advising);
        advice.setTooltip(advising == null || advising.equals(advice.getText()) ? null : whole);
        setAccessibleText("Error: " + problem.text());
    }

    /** A list of every field there is would push the answer off the screen; the tool tip and the clipboard have it all. */
    private static String shortened(String advice) {
        // Line by line: what to try stands in the last, after all that the org had to say.
        return advice.lines().map(ProblemBanner::shortenedLine).collect(Collectors.joining("\n"));
    }

    private static String shortenedLine(String line) {
        if (line.length() <= LONGEST_ADVICE) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_ADVICE);
        return line.substring(0, end < 0 ? LONGEST_ADVICE : end) + " …";
    }
}
