package dev.orgbench.ui.orgs;

import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.ProblemBanner;
import java.net.URI;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How far an attempt to connect is: each step as it is made, the page to open, and why it failed. */
final class AttemptPane extends VBox {
    private final ConnectModel model;
    private final VBox steps = new VBox(8);
    private final TextField address = new TextField();
    private final VBox page;

    AttemptPane(ConnectModel model) {
        super(16);
        this.model = model;
        ProblemBanner problem = new ProblemBanner();
        model.problemProperty().addListener((property, before, now) -> problem.show(now));
        problem.show(model.problemProperty().get());
        address.setId("sign-in-address");
        address.setEditable(false);
        address.getStyleClass().add("code-text");
        address.setAccessibleText("The address of the sign-in page");
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox line =
                new HBox(8, address, new CopyButton("Copy the address", "Copy the sign-in address", address::getText));
        line.setAlignment(Pos.CENTER_LEFT);
        page = new VBox(
                6, Fields.wrapped("No browser? Open this address in one on this machine:", "field-description"), line);
        getChildren().addAll(steps, page, problem);
        model.steps().addListener((ListChangeListener<ConnectModel.Step>) change -> showSteps());
        model.pageProperty().addListener((property, before, now) -> showPage(now));
        model.phaseProperty()
                .addListener(
                        (property, before, now) -> showPage(model.pageProperty().get()));
        showSteps();
        showPage(model.pageProperty().get());
    }

    private void showSteps() {
        steps.getChildren().setAll(model.steps().stream().map(AttemptPane::line).toList());
    }

    private void showPage(@Nullable URI now) {
        boolean shown = now != null && model.isWorking();
        page.setVisible(shown);
        page.setManaged(shown);
        address.setText(now == null ? "" : now.toString());
    }

    private static HBox line(ConnectModel.Step step) {
        Label words = Fields.wrapped(step.words(), "step-words");
        HBox line = new HBox(10, sign(step.state()), words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("step");
        words.setAccessibleText(switch (step.state()) {
                    case UNDER_WAY -> "Under way: ";
                    case DONE -> "Done: ";
                    case FAILED -> "Failed: ";
                    case NOTE -> "Note: ";
                }
                + step.words());
        return line;
    }

    private static Node sign(ConnectModel.Step.State state) {
        return switch (state) {
            case UNDER_WAY -> Icons.turning("Under way");
            case DONE -> Icons.of(Feather.CHECK, "step-done");
            case FAILED -> Icons.of(Feather.X, "step-failed");
            case NOTE -> Icons.of(Feather.INFO, "step-note");
        };
    }
}
