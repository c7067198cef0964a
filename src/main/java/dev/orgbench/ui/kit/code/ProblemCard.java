package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Severity;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** In the corner of the editor: the problem nearest to the caret, and what would mend it. */
final class ProblemCard extends VBox {
    private final Label message = new Label();
    private final HBox mend = new HBox(6);
    private final Consumer<Fix> taken;

    ProblemCard(Consumer<Fix> taken) {
        super(4);
        this.taken = taken;
        setId("problem-card");
        getStyleClass().add("problem-card");
        setMaxSize(340, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        mend.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(message, mend);
        show(null);
    }

    void show(@Nullable Problem problem) {
        boolean shown = problem != null && problem.severity() != Severity.HINT;
        setVisible(shown);
        if (!shown || problem == null) {
            return;
        }
        message.setText(problem.message());
        getStyleClass().remove("problem-card-warning");
        if (problem.severity() == Severity.WARNING) {
            getStyleClass().add("problem-card-warning");
        }
        mend.getChildren().clear();
        problem.fixes().stream().limit(2).forEach(fix -> {
            Button button = new Button(fix.label());
            button.setMnemonicParsing(false);
            button.getStyleClass().addAll("flat", "link-button", "fix-button");
            button.setFocusTraversable(false);
            button.setOnAction(press -> taken.accept(fix));
            mend.getChildren().add(button);
        });
        if (!problem.fixes().isEmpty()) {
            Label key = new Label("Alt ↵");
            key.getStyleClass().add("key-cap");
            mend.getChildren().add(key);
        }
        mend.setVisible(!problem.fixes().isEmpty());
        mend.setManaged(!problem.fixes().isEmpty());
        setAccessibleText(problem.message());
    }
}
