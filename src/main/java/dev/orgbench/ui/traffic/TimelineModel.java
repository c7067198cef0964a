package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Timeline;
import dev.orgbench.ui.kit.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** The listed entries over a stretch of time: those under way in it, the newest first, each with its exchanges. */
final class TimelineModel {
    /** More lines than that nobody reads; a shorter stretch shows them. */
    private static final int MOST_BARS = 2_000;

    private static final int AT_ONCE = 8;

    private final TrafficModel list;
    private final ObjectProperty<@Nullable Zoom> zoom = new SimpleObjectProperty<>(Zoom.TEN_SECONDS);
    private final ReadOnlyObjectWrapper<Stretch> stretch =
            new ReadOnlyObjectWrapper<>(new Stretch(Instant.EPOCH, Zoom.TEN_SECONDS.span, List.of(), true, false));
    /** Where the stretch ends; null while it follows the newest. */
    private @Nullable Instant end;

    private boolean shown;
    private boolean fitted;

    TimelineModel(TrafficModel list) {
        this.list = list;
        zoom.addListener((property, before, now) -> zoomed());
        list.shown().addListener((ListChangeListener<Row>) change -> draw());
    }

    /** How much time is seen at once. */
    enum Zoom {
        SECOND("1 s", Duration.ofSeconds(1)),
        TEN_SECONDS("10 s", Duration.ofSeconds(10)),
        MINUTE("1 min", Duration.ofMinutes(1)),
        TEN_MINUTES("10 min", Duration.ofMinutes(10));

        private final String words;
        private final Duration span;

        Zoom(String words, Duration span) {
            this.words = words;
            this.span = span;
        }

        String words() {
            return words;
        }
    }

    /**
     * What is seen.
     *
     * @param newest whether it follows what happens
     * @param cut whether there was more than can be shown
     */
    record Stretch(Instant from, Duration span, List<Timeline.Bar> bars, boolean newest, boolean cut) {}

    ObjectProperty<@Nullable Zoom> zoomProperty() {
        return zoom;
    }

    ReadOnlyObjectProperty<Stretch> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    /** Whether anybody looks: else nothing is drawn. At the first look the newest entries fill the stretch. */
    void setShown(boolean now) {
        if (now && !fitted && list.shown().size() > list.pinned()) {
            fitted = true;
            zoom.set(fitting());
        }
        shown = now;
        draw();
    }

    /** Goes back by half of what is seen. */
    void back() {
        move(span().dividedBy(-2));
    }

    /** Goes on by half of what is seen; follows the newest again when that is reached. */
    void on() {
        move(span().dividedBy(2));
    }

    /** Follows the newest. */
    void newest() {
        end = null;
        draw();
    }

    /** Zooms in or out by a step. */
    void zoom(int step) {
        List<Zoom> all = List.of(Zoom.values());
        zoom.set(all.get(Math.clamp(all.indexOf(zoom.get()) + step, 0, all.size() - 1)));
    }

    private void zoomed() {
        Row selected = list.selectedProperty().get();
        if (selected != null) {
            // What one looks at stays in sight.
            Instant middle = selected.line().started().plus(span().dividedBy(2));
            end = middle.isBefore(newestEnd()) ? middle : null;
        }
        draw();
    }

    private void move(Duration by) {
        Instant moved = Objects.requireNonNullElse(end, newestEnd()).plus(by);
        end = moved.isBefore(newestEnd()) ? moved : null;
        draw();
    }

    /** The shortest stretch that has the newest entries, as many as can be read at once. */
    private Zoom fitting() {
        long last = lastEnd();
        long first = list.shown().stream()
                .skip(list.pinned())
                .limit(AT_ONCE)
                .mapToLong(row -> row.line().started().toEpochMilli())
                .min()
                .orElse(last);
        return Arrays.stream(Zoom.values())
                // The end of a stretch lies up to a tenth of it behind the last entry.
                .filter(each -> last - first < each.span.toMillis() * 9 / 10)
                .findFirst()
                .orElse(Zoom.TEN_SECONDS);
    }

    private Duration span() {
        return Objects.requireNonNullElse(zoom.get(), Zoom.TEN_SECONDS).span;
    }

    /** The next full tenth of the stretch, so that the bars do not move with every message. */
    private Instant newestEnd() {
        long step = span().toMillis() / 10;
        return Instant.ofEpochMilli((lastEnd() / step + 1) * step);
    }

    private long lastEnd() {
        return list.shown().stream()
                .skip(list.pinned())
                .limit(50)
                .mapToLong(row -> ended(row).toEpochMilli())
                .max()
                .orElse(0);
    }

    private static Instant ended(Row row) {
        Line.Done done = row.line().done();
        return done == null ? row.line().started() : row.line().started().plus(done.took());
    }

    private void draw() {
        if (!shown) {
            return;
        }
        Instant to = Objects.requireNonNullElse(end, newestEnd());
        Instant from = to.minus(span());
        List<Timeline.Bar> bars = new ArrayList<>();
        boolean cut = false;
        List<Row> within = list.shown().stream()
                .filter(row -> row.line().started().isBefore(to) && !ended(row).isBefore(from))
                .sorted(Comparator.comparing((Row row) -> row.line().started()).reversed())
                .toList();
        for (Row row : within) {
            if (bars.size() >= MOST_BARS) {
                cut = true;
                break;
            }
            add(row, bars);
        }
        stretch.set(new Stretch(from, span(), bars, end == null, cut));
    }

    private static void add(Row row, List<Timeline.Bar> bars) {
        Line line = row.line();
        Line.Done done = line.done();
        bars.add(new Timeline.Bar(
                row.id(),
                row.id(),
                line.what(),
                line.started(),
                done == null ? null : done.took(),
                line.bar(),
                done == null ? "under way" : done.words() + ", " + line.took() + " ms"));
        if (line.kind() != Line.Kind.REQUEST) {
            for (Leg leg : row.legs()) {
                bars.add(new Timeline.Bar(
                        leg.id(),
                        row.id(),
                        leg.name(),
                        leg.started(),
                        leg.took(),
                        leg.ok() ? "bar-leg" : "bar-failed",
                        Took.words(leg.took())));
            }
        }
    }
}
