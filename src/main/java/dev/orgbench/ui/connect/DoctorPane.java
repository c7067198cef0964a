package dev.orgbench.ui.connect;

import dev.orgbench.connect.doctor.Check;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.ProblemBanner;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Each step from here to the client: good, or with what to do about it. */
final class DoctorPane extends VBox {
    private final DoctorModel doctor;
    private final VBox checks = new VBox(10);
    private final ProblemBanner problem = new ProblemBanner();
    private final Node spinner = Icons.turning("Looking at each step");

    DoctorPane(ConnectModel model) {
        doctor = model.doctor();
        getStyleClass().add("doctor-pane");
        Label title = new Label("Doctor");
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        spinner.visibleProperty().bind(doctor.lookingProperty());
        Button again = new Button("Check again");
        again.setId("check-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.disableProperty().bind(model.serverProperty().isNull());
        again.setOnAction(press -> model.examine());
        HBox head = new HBox(8, title, spinner, again);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(checks);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, problem, scroll);
        doctor.checks().addListener((ListChangeListener<Check>) change -> show());
        doctor.problemProperty().addListener((property, before, now) -> problem.show(now));
        show();
    }

    private void show() {
        checks.getChildren()
                .setAll(doctor.checks().stream().map(DoctorPane::line).toList());
        if (doctor.checks().isEmpty()) {
            Label none = new Label(
                    "Choose a server, and each step from here to the client is looked at. One small request goes to the org.");
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            none.setVisible(!doctor.lookingProperty().get());
            checks.getChildren().setAll(none);
        }
    }

    private static Node line(Check check) {
        Label name = new Label(check.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label detail = new Label(check.detail());
        detail.getStyleClass().add("check-detail");
        HBox line = new HBox(10, icon(check.outcome()), name, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox whole = new VBox(6, line);
        whole.getStyleClass().add("check");
        whole.setAccessibleText(
                check.name() + ": " + word(check.outcome()) + ". " + check.detail() + ". " + check.remedy());
        if (!check.remedy().isEmpty()) {
            Label remedy = new Label(check.remedy());
            remedy.setWrapText(true);
            remedy.setMinHeight(Region.USE_PREF_SIZE);
            remedy.setMaxWidth(Double.MAX_VALUE);
            remedy.getStyleClass()
                    .addAll("remedy", check.outcome() == Check.Outcome.BAD ? "remedy-bad" : "remedy-caution");
            whole.getChildren().add(remedy);
        }
        return whole;
    }

    private static FontIcon icon(Check.Outcome outcome) {
        return switch (outcome) {
            case GOOD -> Icons.of(Feather.CHECK, "check-good");
            case CAUTION -> Icons.of(Feather.ALERT_TRIANGLE, "check-caution");
            case BAD -> Icons.of(Feather.X, "check-bad");
            case SKIPPED -> Icons.of(Feather.MINUS, "check-skipped");
        };
    }

    private static String word(Check.Outcome outcome) {
        return switch (outcome) {
            case GOOD -> "good";
            case CAUTION -> "works, but";
            case BAD -> "bad";
            case SKIPPED -> "not looked at";
        };
    }
}
