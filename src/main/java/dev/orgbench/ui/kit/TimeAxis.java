package dev.orgbench.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The times above a timeline, and the lines that go down from them. */
final class TimeAxis extends Pane {
    private static final DateTimeFormatter TIME = time("HH:mm:ss");
    private static final DateTimeFormatter EXACT = time("HH:mm:ss.SSS");
    private static final double HEIGHT = 26;
    private static final int MARKS = 5;

    private final List<Mark> marks = new ArrayList<>();
    private final Pane lines = new Pane() {
        @Override
        protected void layoutChildren() {
            marks.forEach(mark -> mark.line().resizeRelocate(x(mark.place(), getWidth()), 0, 1, getHeight()));
        }
    };

    TimeAxis() {
        getStyleClass().add("time-axis");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        lines.setMouseTransparent(true);
        for (int i = 0; i < MARKS; i++) {
            Label label = new Label();
            label.getStyleClass().add("time-mark");
            Region line = new Region();
            line.getStyleClass().add("time-line");
            line.setManaged(false);
            marks.add(new Mark(label, line, (double) i / MARKS));
            getChildren().add(label);
            lines.getChildren().add(line);
        }
    }

    private record Mark(Label label, Region line, double place) {}

    /** The lines, to be laid behind the bars. */
    Node lines() {
        return lines;
    }

    private static DateTimeFormatter time(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneId.systemDefault());
    }

    void show(Instant from, Duration span) {
        DateTimeFormatter time = span.toSeconds() < MARKS ? EXACT : TIME;
        for (Mark mark : marks) {
            mark.label().setText(time.format(from.plusMillis(Math.round(span.toMillis() * mark.place()))));
        }
    }

    @Override
    protected void layoutChildren() {
        for (Mark mark : marks) {
            double width = mark.label().prefWidth(-1);
            mark.label().resizeRelocate(x(mark.place(), getWidth()) + 4, 0, width, getHeight());
        }
    }

    private static double x(double place, double width) {
        return Timeline.NAMES + place * Math.max(0, width - Timeline.NAMES);
    }
}
