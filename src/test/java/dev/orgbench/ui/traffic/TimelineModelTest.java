package dev.orgbench.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.Timeline;
import dev.orgbench.ui.traffic.TimelineModel.Zoom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());
    private final InstantSource source = () -> Instant.ofEpochMilli(now.get());
    private final Trace trace = new Trace(source.withZone(ZoneOffset.UTC));
    private final ByHand screen = new ByHand();
    private final TrafficModel list = new TrafficModel("", trace, Memory.forThisRun(), new SameThread(), screen);
    private final TimelineModel model = new TimelineModel(list);

    @Test
    void callsStandWithTheirExchangesUnderThem_theNewestFirst() {
        model.setShown(true);
        call("first", 0);
        call("second", 200);
        screen.runAll();

        List<Timeline.Bar> bars = model.stretchProperty().get().bars();
        assertThat(bars)
                .extracting(Timeline.Bar::name)
                .containsExactly("second", "GET /limits", "first", "GET /limits");
        assertThat(bars.get(1).owner()).isEqualTo(bars.get(0).id());
        assertThat(model.stretchProperty().get().newest()).isTrue();
    }

    @Test
    void onlyWhatRanInTheStretchIsDrawn_andBackAndOnMoveIt() {
        model.setShown(true);
        model.zoomProperty().set(Zoom.TEN_SECONDS);
        call("long ago", 0);
        call("now", 30_000);
        screen.runAll();
        assertThat(names()).containsExactly("now");

        for (int i = 0; i < 5; i++) {
            model.back();
        }
        assertThat(names()).containsExactly("long ago");
        assertThat(model.stretchProperty().get().newest()).isFalse();
        model.newest();
        assertThat(names()).containsExactly("now");
        model.zoom(1);
        assertThat(names()).containsExactly("now", "long ago");
        model.zoom(5);
        assertThat(model.zoomProperty().get()).isEqualTo(Zoom.TEN_MINUTES);
    }

    @Test
    void theFirstLookSeesTheLastBurstAsLargeAsItFits() {
        call("first", 0);
        call("second", 400);
        screen.runAll();
        model.setShown(true);
        assertThat(model.zoomProperty().get()).isEqualTo(Zoom.SECOND);

        model.zoom(1);
        model.setShown(false);
        model.setShown(true);
        assertThat(model.zoomProperty().get()).as("what the person chose").isEqualTo(Zoom.TEN_SECONDS);
    }

    @Test
    void nothingIsDrawnWhileNobodyLooks() {
        call("unseen", 0);
        screen.runAll();
        assertThat(model.stretchProperty().get().bars()).isEmpty();

        model.setShown(true);
        assertThat(names()).containsExactly("unseen");
    }

    private List<String> names() {
        return model.stretchProperty().get().bars().stream()
                .filter(bar -> bar.id() == bar.owner())
                .map(Timeline.Bar::name)
                .toList();
    }

    private void call(String tool, long millisLater) {
        now.addAndGet(millisLater);
        Trace.Open open = trace.begin("Demo", "c", "tools/call", tool, "{}");
        open.record(new Exchange(
                0,
                source.instant(),
                Duration.ofMillis(3),
                "GET",
                "http://127.0.0.1:7421/services/data/v62.0/limits",
                List.of(),
                "",
                200,
                List.of(),
                "{}",
                null));
        open.answered(null, 200, "{}", "ok");
    }
}
