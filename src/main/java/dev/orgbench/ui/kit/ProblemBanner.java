package dev.orgbench.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Shows a {@link Problem}: its code and message, and below what to try. Takes no room while there is none. */
public final class ProblemBanner extends HBox {
    private final Text code = new Text();
    private final Text message = new Text();
    private final Label advice = new Label();
    private Problem shown = new Problem(null, "", null);

    public ProblemBanner() {
        getStyleClass().add("problem-banner");
        code.getStyleClass().add("problem-code");
        message.getStyleClass().add("problem-message");
        advice.getStyleClass().add("problem-advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, new TextFlow(code, message), advice);
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
        advice.setText(problem.advice() == null ? "" : problem.advice());
        advice.setManaged(problem.advice() != null);
        setAccessibleText("Error: " + problem.text());
    }
}
