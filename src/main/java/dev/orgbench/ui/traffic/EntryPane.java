package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.Took;
import dev.orgbench.ui.traffic.BodyPane.Form;
import dev.orgbench.ui.traffic.BodyPane.Side;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One entry: what was asked and answered on the left, what it took upstream on the right. */
final class EntryPane extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Label title = new Label();
    private final Badge status = new Badge();
    private final Label facts = new Label();
    private final ProblemBanner problem = new ProblemBanner();
    private final ProblemBanner requestProblem = new ProblemBanner();
    private final BodyPane message;
    private final BodyPane request;
    private final LimitsPane requestLimits = new LimitsPane();
    private final ExchangesPane exchanges;
    private final SplitPane split;
    private final VBox single;

    /** @param actions what can be done with it */
    EntryPane(Memory memory, Background background, Node actions) {
        getStyleClass().add("message-detail");
        message = new BodyPane("JSON-RPC", Side.REQUEST, List.of(Form.values()), background);
        request = new BodyPane("Request to Salesforce", Side.ANSWER, List.of(Form.values()), background);
        exchanges = new ExchangesPane(background);
        exchanges.setMinWidth(300);
        VBox.setVgrow(message, Priority.ALWAYS);
        VBox left = new VBox(problem, message);
        left.setMinWidth(260);
        split = new RememberedSplit("traffic.exchanges", Orientation.HORIZONTAL, 0.48, memory, left, exchanges);
        VBox.setVgrow(request, Priority.ALWAYS);
        single = new VBox(requestProblem, request, requestLimits);
        StackPane room = new StackPane(split, single);
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox.setMargin(problem, new Insets(0, 16, 6, 16));
        VBox.setMargin(requestProblem, new Insets(0, 16, 6, 16));
        facts.getStyleClass().add("entry-facts");
        facts.setMinHeight(USE_PREF_SIZE);
        facts.setId("entry-facts");
        getChildren().addAll(head(actions), facts, room);
    }

    private Node head(Node actions) {
        title.getStyleClass().add("message-title");
        title.setMinWidth(60);
        title.setId("entry-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, status, gap, actions);
        head.getStyleClass().add("entry-head");
        head.setMinHeight(USE_PREF_SIZE);
        return head;
    }

    /** The exchange that is looked at, where there is one. */
    @Nullable
    Exchange chosenExchange() {
        return exchanges.chosen();
    }

    @Override
    public void requestFocus() {
        Focus.first(split.isVisible() ? message : request);
    }

    void show(Line line, Detail detail) {
        title.setText(line.title());
        boolean isMessage = detail.message().isPresent();
        split.setVisible(isMessage);
        single.setVisible(!isMessage);
        @Nullable Problem failure = line.done() == null ? null : line.done().problem();
        problem.show(failure);
        requestProblem.show(failure);
        facts.setText(facts(line, detail));
        detail.message().ifPresentOrElse(asked -> showMessage(line, asked, detail), () -> showRequest(line, detail));
    }

    private void showMessage(Line line, Message asked, Detail detail) {
        Message.Result result = asked.result();
        if (result == null) {
            status.show("under way", Badge.Tone.ACCENT);
        } else if (line.failed()) {
            status.show("error", Badge.Tone.BAD);
        } else {
            status.show(result.httpStatus() + " · ok", Badge.Tone.GOOD);
        }
        message.show(Parts.request(asked), Parts.answer(asked));
        exchanges.show(detail);
    }

    private void showRequest(Line line, Detail detail) {
        Exchange exchange = detail.exchanges().getFirst();
        String code = exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status());
        status.show(line.failed() ? code : code + " · ok", line.failed() ? Badge.Tone.BAD : Badge.Tone.GOOD);
        request.show(Parts.request(exchange), Parts.answer(exchange));
        requestLimits.show(detail.limits());
    }

    private static String facts(Line line, Detail detail) {
        String from = line.kind() == Line.Kind.REQUEST
                ? "asked by " + (line.client().isEmpty() ? "this window" : line.client() + " in this window")
                : line.who() + "  →  " + line.server();
        Times times = detail.times();
        String took = times == null
                ? ""
                : line.kind() == Line.Kind.REQUEST
                        ? "   ·   " + Took.words(times.whole())
                        : "   ·   " + times.words(!detail.exchanges().isEmpty());
        return TIME.format(line.started()) + "   ·   " + from + took;
    }
}
