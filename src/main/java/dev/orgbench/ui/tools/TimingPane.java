package dev.orgbench.ui.tools;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.ExchangeName;
import dev.orgbench.ui.kit.TimeBar;
import dev.orgbench.ui.kit.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Where the time of a call went, as bars on one scale. */
final class TimingPane extends StackPane {
    private final GridPane grid = new GridPane(16, 8);
    private final Duration whole;
    private int row;

    TimingPane(Answer answer) {
        Timing timing = answer.timing();
        whole = timing.whole();
        ColumnConstraints names = new ColumnConstraints(200, 260, 320);
        ColumnConstraints times = new ColumnConstraints(64);
        times.setHalignment(HPos.RIGHT);
        ColumnConstraints bars = new ColumnConstraints(80, 300, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, times, bars);
        grid.getStyleClass().add("timing");
        bar("The whole call", "timing-whole", Duration.ZERO, whole);
        List<Exchange> exchanges = answer.exchanges();
        if (exchanges != null && !exchanges.isEmpty()) {
            // Both clocks are this machine's, but only the server's start is known: the way there is taken as half.
            Duration wire = timing.wire();
            Duration lead = wire == null ? Duration.ZERO : wire.dividedBy(2);
            Instant first = exchanges.stream()
                    .map(Exchange::started)
                    .min(Instant::compareTo)
                    .orElseThrow();
            for (Exchange exchange : exchanges) {
                bar(
                        ExchangeName.of(exchange),
                        exchange.isOk() ? "timing-upstream" : "timing-failed",
                        lead.plus(Duration.between(first, exchange.started())),
                        exchange.took());
            }
        }
        line("Salesforce", timing.upstream(), "while at least one request was under way");
        line("Ours", timing.ours(), "checks, shaping, JSON and the way to the client");
        Duration wire = timing.wire();
        if (wire != null) {
            line("  of it HTTP between client and server", wire, "");
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
    }

    private void bar(String name, String style, Duration start, Duration took) {
        Label label = new Label(name);
        label.getStyleClass().add(style.equals("timing-whole") ? "field-name" : "code-text");
        double span = Math.max(1, whole.toNanos());
        TimeBar bar = new TimeBar();
        bar.show(start.toNanos() / span, took.toNanos() / span, style);
        bar.setAccessibleText(name + " took " + Took.words(took));
        grid.addRow(row++, label, number(took), bar);
    }

    private void line(String name, Duration took, String note) {
        Label why = new Label(note);
        why.getStyleClass().add("muted");
        grid.addRow(row++, new Label(name), number(took), why);
    }

    private static Label number(Duration took) {
        Label number = new Label(Took.words(took));
        number.getStyleClass().add("code-text");
        number.setMinWidth(USE_PREF_SIZE);
        return number;
    }
}
