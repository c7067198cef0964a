package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.CopyUrl;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One message: what was asked and answered on the left, what it took upstream on the right. */
final class MessageDetail extends StackPane {
    private final TrafficModel model;
    private final ChangeListener<Message> answered = (property, before, now) -> show();
    private final Label title = new Label();
    private final Badge status = new Badge();
    private final ProblemBanner problem = new ProblemBanner();
    private final Segments<Side> side = new Segments<>("What is shown", List.of(Side.values()), Side::label);
    private final CodeViewer code;
    private final ExchangesPane exchanges;
    private final SplitPane split;
    private final Background background;
    private Background.Job reading = Background.Job.NONE;
    private final StackPane nothing = new StackPane();

    MessageDetail(TrafficModel model, Memory memory, Background background) {
        this.model = model;
        this.background = background;
        this.code = new CodeViewer(Language.JSON, "JSON-RPC", background);
        this.exchanges = new ExchangesPane(background);
        getStyleClass().add("message-detail");
        VBox left = new VBox(head(), problem, room());
        VBox.setMargin(problem, new Insets(0, 16, 8, 16));
        left.setMinWidth(300);
        exchanges.setMinWidth(300);
        split = new RememberedSplit("traffic.exchanges", Orientation.HORIZONTAL, 0.5, memory, left, exchanges);
        getChildren().addAll(split, nothing);
        side.valueProperty().addListener((property, before, now) -> showCode());
        model.selectedProperty().addListener((property, before, now) -> follow(before, now));
        model.selectedExchangesProperty().addListener((property, before, now) -> showExchanges());
        model.agentSeenProperty().addListener((property, before, now) -> showNothing());
        showNothing();
        follow(null, model.selectedProperty().get());
    }

    private enum Side {
        REQUEST("Request"),
        ANSWER("Answer");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private void showNothing() {
        nothing.getChildren().setAll(model.agentSeenProperty().get() ? chooseOne() : connectOne());
    }

    private static StatePane chooseOne() {
        return StatePane.empty(
                Feather.MOUSE_POINTER, "Choose a message", "Its request, its answer and what it cost appear here.");
    }

    /** Until an agent has called, the next step is to connect one. */
    private StatePane connectOne() {
        CopyButton copy = CopyButton.asking(
                "Copy the URL", "Copy the server’s whole URL, token included", () -> fireEvent(new CopyUrl()));
        copy.getStyleClass().remove("flat");
        copy.setId("connect-copy");
        return StatePane.empty(
                        Feather.LINK,
                        "No agent has called yet",
                        "Give this server’s URL to an MCP client on this machine, such as MCP Inspector or Claude Code"
                                + " (transport: Streamable HTTP). What it asks appears above as it happens.")
                .with(copy);
    }

    private void follow(@Nullable Entry before, @Nullable Entry now) {
        if (before != null) {
            before.messageProperty().removeListener(answered);
        }
        if (now != null) {
            now.messageProperty().addListener(answered);
        }
        split.setVisible(now != null);
        nothing.setVisible(now == null);
        show();
    }

    private Node head() {
        title.getStyleClass().add("message-title");
        title.setMinWidth(80);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        CopyButton copy = new CopyButton("", "Copy what is shown", code::text);
        HBox head = new HBox(8, title, status, gap, side, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("answer-bar");
        return head;
    }

    private Region room() {
        StackPane room = new StackPane(code);
        VBox.setVgrow(room, Priority.ALWAYS);
        return room;
    }

    private void show() {
        Entry entry = model.selectedProperty().get();
        if (entry == null) {
            return;
        }
        Message message = entry.message();
        Message.Result result = message.result();
        title.setText(message.title());
        if (result == null) {
            status.show("under way", Badge.Tone.ACCENT);
            problem.show(null);
        } else {
            String failure = result.failure();
            status.show(failure == null ? result.httpStatus() + " · ok" : "error", failure == null ? Badge.Tone.GOOD : Badge.Tone.BAD);
            problem.show(entry.problem());
        }
        showCode();
        showExchanges();
    }

    private void showCode() {
        Entry entry = model.selectedProperty().get();
        if (entry == null) {
            return;
        }
        Message.Result result = entry.message().result();
        String shown = side.valueProperty().get() == Side.REQUEST
                ? entry.message().request()
                : result == null ? "" : result.body();
        code.prepare(() -> JsonText.prettyIfJson(shown));
    }

    private void showExchanges() {
        Entry entry = model.selectedProperty().get();
        if (entry == null) {
            return;
        }
        Message message = entry.message();
        List<Exchange> sent = model.exchanges(entry);
        reading.cancel();
        reading = background.run(
                () -> Limits.of(message, sent),
                limits -> exchanges.show(sent, limits),
                failure -> exchanges.show(sent, Limits.NONE));
    }
}
