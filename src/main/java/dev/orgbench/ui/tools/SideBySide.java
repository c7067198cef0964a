package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Comparison;
import dev.orgbench.ui.kit.ComparisonView;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.StatePane;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Two texts beside each other, compared in the background. */
final class SideBySide extends StackPane {
    private final Background background;
    private Background.Job comparing = Background.Job.NONE;

    SideBySide(Background background) {
        this.background = background;
        getStyleClass().add("side-by-side");
    }

    /** Compares what both give; they are asked in the background, as the texts may be long. */
    void show(Supplier<String> left, Supplier<String> right) {
        comparing.cancel();
        getChildren().setAll(StatePane.loading("Comparing"));
        comparing = background.run(() -> Comparison.of(left.get(), right.get()), this::show, failure -> getChildren()
                .setAll(StatePane.failed(Problem.of(failure), () -> show(left, right))));
    }

    private void show(Comparison comparison) {
        if (comparison.differences() == 0 && !comparison.cut()) {
            getChildren()
                    .setAll(StatePane.empty(
                            Feather.CHECK_CIRCLE, "No difference", "Both are the same, line for line."));
            return;
        }
        ComparisonView view = new ComparisonView(comparison.differences() + " lines differ");
        view.show(comparison);
        getChildren().setAll(view);
    }
}
