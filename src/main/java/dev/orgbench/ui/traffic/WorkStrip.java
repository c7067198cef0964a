package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An export or a replay under way, or why it failed. Takes no room while there is neither. */
final class WorkStrip extends VBox {
    private static final Duration LOOK = Duration.millis(100);
    /** What is over sooner shows no progress. */
    private static final Duration SOON = Duration.millis(300);

    private final ExportModel export;
    private final Replay replay;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final HBox running;
    private final ProblemBanner problem = new ProblemBanner();
    private final HBox failed;
    private final Timeline looks = new Timeline(new KeyFrame(LOOK, look -> showProgress()));
    private final Timeline later = new Timeline(new KeyFrame(SOON, over -> showRunning()));

    WorkStrip(ExportModel export, Replay replay) {
        this.export = export;
        this.replay = replay;
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().add("small");
        cancel.setId("cancel-work");
        cancel.setOnAction(press -> cancel());
        progress.setPrefWidth(180);
        progress.setAccessibleText("Progress");
        running = new HBox(12, words, progress, cancel);
        running.setAlignment(Pos.CENTER_LEFT);
        Button close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText("Put the error away");
        close.setOnAction(press -> dismiss());
        HBox.setHgrow(problem, Priority.ALWAYS);
        failed = new HBox(4, problem, close);
        failed.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(running, failed);
        setPadding(new Insets(0, 16, 8, 16));
        looks.setCycleCount(Animation.INDEFINITE);
        export.stateProperty().addListener((property, before, now) -> show());
        replay.stateProperty().addListener((property, before, now) -> show());
        show();
    }

    private boolean isBusy() {
        return export.stateProperty().get() instanceof ExportModel.State.Running
                || replay.stateProperty().get() instanceof Replay.State.Running;
    }

    private void show() {
        later.stop();
        looks.stop();
        @Nullable
        Problem failure =
                switch (export.stateProperty().get()) {
                    case ExportModel.State.Failed(Problem why) -> why;
                    default -> replay.stateProperty().get() instanceof Replay.State.Failed(Problem why) ? why : null;
                };
        problem.show(failure);
        toggle(failed, failure != null);
        toggle(running, false);
        toggle(this, failure != null);
        if (isBusy()) {
            later.playFromStart();
        }
    }

    private void showRunning() {
        toggle(this, true);
        toggle(running, true);
        showProgress();
        looks.playFromStart();
    }

    private void showProgress() {
        if (export.stateProperty().get() instanceof ExportModel.State.Running(var file, int total)) {
            int done = export.written();
            words.setText(String.format(Locale.ROOT, "Exporting to %s: %,d entries", file.getFileName(), done));
            progress.setProgress(total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
        } else if (replay.stateProperty().get() instanceof Replay.State.Running(String tool)) {
            words.setText("Replaying " + tool);
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        }
    }

    /** Stops what is under way; tells whether there was anything. */
    boolean cancel() {
        boolean busy = isBusy();
        if (export.stateProperty().get() instanceof ExportModel.State.Running) {
            export.cancel();
        } else if (busy) {
            replay.cancel();
        }
        return busy;
    }

    private void dismiss() {
        export.dismiss();
        replay.dismiss();
    }

    private static void toggle(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
