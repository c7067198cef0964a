package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.RecordTable;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The answer to a call: how it went and what it cost in one line, what came back in several views. */
final class AnswerPane extends VBox {
    private static final double ONE_LINE = 780;

    private static final String NEXT_CURSOR = "next_cursor";

    private final ToolCall call;
    private final Runnable again;
    private final Background background;
    private final Consumer<String> nextPage;
    private final Badge status = new Badge();
    private final Label count = new Label();
    private final Label facts = new Label();
    private final Segments<AnswerView> views =
            new Segments<>("How the answer is shown", List.of(AnswerView.values()), AnswerView::label);
    private final ProblemBanner problem = new ProblemBanner();
    private final StackPane room = new StackPane();
    private final BorderPane bar = new BorderPane();
    private final Button next = new Button("Next page");
    private final HBox more = new HBox(10);
    /** Views of the answer that were looked at, so that going back to one is quick. */
    private final Map<AnswerView, Node> made = new EnumMap<>(AnswerView.class);
    /** What the person chose last, apart for answers and for errors, as one looks for other things there. */
    private @Nullable AnswerView chosenForAnswers;

    private @Nullable AnswerView chosenForErrors;
    private @Nullable Answer answer;

    /**
     * @param again runs the call once more
     * @param nextPage runs it with a cursor
     */
    AnswerPane(ToolCall call, Background background, Runnable again, Consumer<String> nextPage) {
        this.call = call;
        this.background = background;
        this.again = again;
        this.nextPage = nextPage;
        getStyleClass().add("answer-pane");
        count.getStyleClass().add("answer-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("muted");
        facts.setMinWidth(0);
        facts.setId("answer-facts");
        status.setId("answer-status");
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        CopyButton copy = new CopyButton("", "Copy the answer’s text", () -> answer == null ? "" : answer.text());
        next.setId("next-page");
        next.getStyleClass().addAll("small");
        next.setMinWidth(USE_PREF_SIZE);
        next.setTooltip(new Tooltip("Run the call again with the cursor of this answer"));
        more.getChildren().addAll(next, new Label("This is one page; the org has more."));
        more.getStyleClass().add("answer-more");
        more.setMinHeight(USE_PREF_SIZE);
        HBox said = new HBox(12, status, count, facts);
        said.setAlignment(Pos.CENTER_LEFT);
        HBox looks = new HBox(4, views, copy);
        looks.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("answer-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        widthProperty().addListener((property, before, now) -> arrange(said, looks, now.doubleValue() < ONE_LINE));
        arrange(said, looks, false);
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox.setMargin(problem, new Insets(0, 16, 12, 16));
        getChildren().addAll(bar, problem, room, more);
        views.valueProperty().addListener((property, before, now) -> {
            if (answer != null && now != null) {
                if (answer.problem() == null) {
                    chosenForAnswers = now;
                } else {
                    chosenForErrors = now;
                }
                look(now, answer);
            }
        });
        call.stateProperty().addListener((property, before, now) -> show(now));
        show(call.stateProperty().get());
    }

    /** In one line where there is room, else one above the other. */
    private void arrange(HBox said, HBox looks, boolean narrow) {
        bar.getChildren().clear();
        looks.getStyleClass().remove("second-line");
        if (narrow) {
            bar.setTop(said);
            bar.setLeft(looks);
            looks.getStyleClass().add("second-line");
        } else {
            bar.setCenter(said);
            bar.setRight(looks);
        }
    }

    private void show(ToolCall.State state) {
        answer = null;
        problem.show(null);
        showMore(false);
        bar.setVisible(state instanceof ToolCall.State.Answered);
        bar.setManaged(bar.isVisible());
        switch (state) {
            case ToolCall.State.Idle idle ->
                room.getChildren()
                        .setAll(StatePane.empty(
                                Feather.PLAY_CIRCLE,
                                "No answer yet",
                                "Fill in the arguments and press " + KeyName.inText("Enter")
                                        + ". What you see here is what an agent gets."));
            case ToolCall.State.Running running -> room.getChildren().setAll(new RunningPane(call));
            case ToolCall.State.Cancelled cancelled ->
                room.getChildren()
                        .setAll(StatePane.empty(
                                        Feather.SLASH,
                                        "Cancelled",
                                        call.tool().kind() == Kind.READ
                                                ? "The call was stopped. Nothing was changed."
                                                : "The call was stopped, but the org may have carried it out already. Look before you run it again.")
                                .with("Run again", again));
            case ToolCall.State.Failed(Problem why) -> room.getChildren().setAll(StatePane.failed(why, again));
            case ToolCall.State.Answered(Answer came) -> show(came);
        }
    }

    private void show(Answer came) {
        status.show(came.status(), came.tone());
        count.setText(came.records().map(records -> records.count()).orElse(""));
        count.setManaged(came.records().isPresent());
        facts.setText(String.join("     ", came.facts()));
        String cursor = came.wire().structured().path(NEXT_CURSOR).asText("");
        showMore(!cursor.isEmpty());
        next.setOnAction(press -> nextPage.accept(cursor));
        problem.show(came.problem());
        List<AnswerView> possible = new ArrayList<>(List.of(AnswerView.values()));
        if (came.records().isEmpty()) {
            possible.remove(AnswerView.TABLE);
        }
        AnswerView wanted = came.problem() == null ? chosenForAnswers : chosenForErrors;
        views.setChoices(possible);
        AnswerView first = came.records().isPresent()
                ? AnswerView.TABLE
                : came.problem() == null ? AnswerView.TREE : AnswerView.TEXT;
        AnswerView now = wanted != null && possible.contains(wanted) ? wanted : first;
        views.valueProperty().set(now);
        answer = came;
        made.keySet().retainAll(Set.of(AnswerView.TABLE));
        if (made.get(AnswerView.TABLE) instanceof RecordTable table) {
            // A table is costly to make: the next page comes into the one that stands.
            came.records().ifPresent(table::show);
        }
        look(now, came);
        setAccessibleText(came.status() + ", " + String.join(", ", came.facts()));
    }

    private void showMore(boolean is) {
        more.setVisible(is);
        more.setManaged(is);
    }

    private void look(AnswerView view, Answer shown) {
        room.getChildren().setAll(made.computeIfAbsent(view, each -> each.show(shown, background)));
    }

    /** What is shown while the answer is awaited; says nothing for the first moment, so that quick calls do not flicker. */
    private static final class RunningPane extends StackPane {
        RunningPane(ToolCall call) {
            StatePane waiting = StatePane.loading("Calling " + call.tool().name());
            Label elapsed = new Label();
            elapsed.getStyleClass().add("state-text");
            ProgressLine progress = new ProgressLine();
            waiting.getChildren().addAll(progress, elapsed);
            waiting.setVisible(false);
            getChildren().add(waiting);
            long from = System.nanoTime();
            var clock = new Timeline(new KeyFrame(Duration.millis(100), tick -> {
                double seconds = (System.nanoTime() - from) / 1e9;
                waiting.setVisible(seconds > 0.25);
                progress.show(call.progress());
                elapsed.setText(String.format(Locale.ROOT, "%.1f s · Esc cancels", seconds));
            }));
            clock.setCycleCount(Animation.INDEFINITE);
            sceneProperty().addListener((property, before, now) -> {
                if (now == null) {
                    clock.stop();
                }
            });
            clock.play();
        }
    }
}
