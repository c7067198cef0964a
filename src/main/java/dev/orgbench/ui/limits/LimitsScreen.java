package dev.orgbench.ui.limits;

import dev.orgbench.salesforce.OrgLimit;
import dev.orgbench.ui.kit.FilterField;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The Limits screen: what is left of the day, use over time, every limit, the last answer's headers, who used it. */
public final class LimitsScreen extends VBox {
    private static final Duration TICK = Duration.seconds(2);
    private static final Duration UNSEEN = Duration.millis(300);

    private final LimitsModel model;
    private final DayUse day;
    private final WarningLine warning = new WarningLine();
    private final UsePane use;
    private final ProblemBanner problem = new ProblemBanner();
    private final ProblemBanner useProblem = new ProblemBanner();
    private final GaugeGrid gauges = new GaugeGrid();
    private final StackPane limits = new StackPane();
    private final FilterField filter;
    private final HeadersPane headers;
    private final UsersTable users = new UsersTable();
    private final Timeline ticking = new Timeline();
    private final PauseTransition patience = new PauseTransition(UNSEEN);

    public LimitsScreen(LimitsModel model, Memory memory) {
        this.model = model;
        filter = new FilterField("limits-filter", "Filter limits", "Filter limits by name", model.filterProperty());
        getStyleClass().add("limits-screen");
        day = new DayUse(model);
        use = new UsePane(memory, model.clock().getZone());
        headers = new HeadersPane(model.clock().getZone());
        SplitPane split = new RememberedSplit("limits.side", Orientation.HORIZONTAL, 0.63, memory, body(), side());
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(new LimitsBar(model), split);
        model.limitsProperty().addListener((property, before, now) -> showLimits());
        model.problemProperty().addListener((property, before, now) -> showLimits());
        model.loadingProperty().addListener((property, before, now) -> showLimits());
        model.filterProperty().addListener((property, before, now) -> showLimits());
        model.useProperty().addListener((property, before, now) -> showUse());
        model.useProblemProperty().addListener((property, before, now) -> useProblem.show(now));
        model.lastAnswerProperty().addListener((property, before, now) -> {
            headers.show(now);
            day.show();
        });
        patience.setOnFinished(over -> showLimits());
        ticking.getKeyFrames().add(new KeyFrame(TICK, tick -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        // Off the screen nothing is asked and nothing is drawn.
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                ticking.stop();
            } else {
                ticking.play();
                model.readUse();
                if (model.askedProperty().get() == null) {
                    model.refresh();
                }
            }
        });
        headers.show(model.lastAnswerProperty().get());
        showLimits();
        showUse();
    }

    /** Puts the caret into the filter of the limits. */
    public void focusFilter() {
        filter.take();
    }

    private Node body() {
        Label title = new Label("Every limit, worst first");
        title.getStyleClass().add("part-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        filter.setPrefWidth(180);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, filter);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(problem, useProblem, warning, day, use, head, limits);
        body.getStyleClass().add("limits-body");
        ScrollPane scroll = scroll(body);
        scroll.setMinWidth(380);
        return scroll;
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("limits-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node side() {
        Label title = new Label("Who used it");
        title.getStyleClass().add("part-title");
        VBox side = new VBox(headers, title, users);
        VBox.setMargin(title, new Insets(8, 0, 0, 0));
        side.getStyleClass().add("limits-side");
        ScrollPane scroll = scroll(side);
        scroll.setMinWidth(300);
        return scroll;
    }

    private void showLimits() {
        List<OrgLimit> known = model.limitsProperty().get();
        Problem failed = model.problemProperty().get();
        boolean loading = model.loadingProperty().get();
        problem.show(loading ? null : failed);
        if (known != null) {
            List<OrgLimit> shown = model.shown();
            gauges.show(shown);
            limits.getChildren().setAll(shown.isEmpty() ? nothing(known) : gauges);
        } else if (loading) {
            if (limits.getChildren().isEmpty() && patience.getStatus() == Animation.Status.STOPPED) {
                patience.playFromStart();
                return;
            }
            limits.getChildren()
                    .setAll(StatePane.loading("Asking " + model.orgName() + " for its limits")
                            .with("Cancel", model::cancel));
        } else if (failed != null) {
            // Why stands at the top, which is in sight also in a low window.
            limits.getChildren()
                    .setAll(StatePane.empty(
                                    Feather.ACTIVITY,
                                    "Limits not known",
                                    "The org could not be asked. What Orgbench used stands above.")
                            .with("Try again", model::refresh));
        } else {
            limits.getChildren()
                    .setAll(StatePane.empty(
                                    Feather.ACTIVITY, "Not asked yet", "The org tells its limits for one API request.")
                            .with("Ask now", model::refresh));
        }
        day.show();
    }

    private Node nothing(List<OrgLimit> known) {
        return known.isEmpty()
                ? StatePane.empty(Feather.ACTIVITY, "No limits told", "The org answered with none. Try again later.")
                : StatePane.noMatch("limit", filter::clear);
    }

    private void showUse() {
        UsePicture picture = model.useProperty().get();
        if (picture != null) {
            use.show(picture);
            users.show(picture.totals());
        }
        warning.show(model.warning());
        day.show();
    }

    /** Where the day will run out. */
    private static final class WarningLine extends HBox {
        private final Text head = new Text();
        private final Text text = new Text();

        WarningLine() {
            getStyleClass().add("limits-warning");
            setId("limits-warning");
            head.getStyleClass().add("limits-warning-head");
            text.getStyleClass().add("limits-warning-text");
            TextFlow words = new TextFlow(head, new Text("  "), text);
            HBox.setHgrow(words, Priority.ALWAYS);
            setMinHeight(USE_PREF_SIZE);
            getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), words);
        }

        void show(Optional<Warning> warning) {
            setVisible(warning.isPresent());
            setManaged(warning.isPresent());
            warning.ifPresent(words -> {
                head.setText(words.head());
                text.setText(words.text());
                setAccessibleText(words.head() + " " + words.text());
            });
        }
    }
}
