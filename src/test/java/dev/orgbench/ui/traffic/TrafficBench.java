package dev.orgbench.ui.traffic;

import dev.orgbench.bench.OwnProcess;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.FxThread;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames while 500 calls a second come in, each with an exchange, in a trace on disk. Printed, not asserted. */
@Tag("bench")
class TrafficBench {
    private static final int A_SECOND = 500;
    private static final int SECONDS = 20;
    private static final int WARM_UP = 5;

    @TempDir
    Path folder;

    @Test
    void framesOfABusyFeed() throws Exception {
        // In a Java of its own, as the window is: what others left compiled and loaded makes long frames.
        OwnProcess.print(
                TrafficBench.class, List.of(), folder.resolve("trace.db").toString());
    }

    public static void main(String[] args) throws Exception {
        FxThread.start();
        try (Trace trace = Trace.open(Path.of(args[0]), Clock.systemUTC())) {
            CompletableFuture<Stage> shown = new CompletableFuture<>();
            Platform.runLater(() -> shown.complete(show(trace)));
            Stage stage = shown.get();
            for (String view : List.of("List", "Timeline")) {
                FxThread.run(() -> stage.getScene().getRoot().lookupAll(".segment").stream()
                        .filter(ToggleButton.class::isInstance)
                        .map(ToggleButton.class::cast)
                        .filter(segment -> segment.getText().equals(view))
                        .forEach(ToggleButton::fire));
                measure(view, trace);
            }
            FxThread.run(stage::hide);
        }
        Platform.exit();
    }

    private static Stage show(Trace trace) {
        Executor feed = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Platform::runLater);
        Memory memory = Memory.forThisRun();
        Desk desk = FakeDesk.on(new FakeServer(trace), trace, new VirtualThreads(Platform::runLater), feed, memory);
        TrafficScreen screen = TrafficScreen.of(desk, "0.1.0");
        Scene scene = new Scene(new StackPane(screen), 1000, 760);
        new Theme(scene, memory);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static void measure(String view, Trace trace) throws Exception {
        AtomicInteger count = new AtomicInteger();
        List<Double> gaps = new ArrayList<>();
        Pulse pulse = new Pulse(gaps);
        try (ScheduledExecutorService clients = Executors.newScheduledThreadPool(2)) {
            ScheduledFuture<?> feed = clients.scheduleAtFixedRate(
                    () -> call(trace, count.incrementAndGet()), 0, 1_000_000 / A_SECOND, TimeUnit.MICROSECONDS);
            TimeUnit.SECONDS.sleep(WARM_UP);
            int from = count.get();
            FxThread.run(pulse::start);
            TimeUnit.SECONDS.sleep(SECONDS);
            FxThread.run(pulse::stop);
            feed.cancel(true);
            gaps.sort(Double::compare);
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %d calls a second: %d frames in %d s, work for one p50 %.1f ms, p95 %.1f, p99 %.1f, most %.1f, %d over 16 ms%n",
                    view,
                    (count.get() - from) / SECONDS,
                    gaps.size(),
                    SECONDS,
                    at(gaps, 0.5),
                    at(gaps, 0.95),
                    at(gaps, 0.99),
                    gaps.getLast(),
                    gaps.stream().filter(gap -> gap > 16).count());
        }
    }

    private static void call(Trace trace, int number) {
        Trace.Open open = trace.begin(
                "demo",
                "Demo org",
                "ChatGPT",
                "tools/call",
                "list_all_salesforce_query",
                "{\"jsonrpc\":\"2.0\",\"id\":" + number + ",\"method\":\"tools/call\",\"params\":{\"name\":\"q\"}}");
        open.record(new Exchange(
                0,
                Instant.now(),
                Duration.ofMillis(5),
                "GET",
                "http://127.0.0.1:7421/services/data/v62.0/query?q=SELECT+Id",
                List.of(),
                "",
                200,
                List.of(new Exchange.Header("Sforce-Limit-Info", "api-usage=" + number + "/15000")),
                "{\"totalSize\":0}",
                null));
        boolean fails = number % 50 == 0;
        open.answered(
                fails ? "INVALID_FIELD No such column" : null,
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "0 records");
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    /** Notes what the window's thread worked from frame to frame: processor time, so that a busy machine does not count. */
    private static final class Pulse extends AnimationTimer {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final List<Double> gaps;
        private long last;

        Pulse(List<Double> gaps) {
            this.gaps = gaps;
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                gaps.add((THREADS.getCurrentThreadCpuTime() - last) / 1e6);
            }
            last = THREADS.getCurrentThreadCpuTime();
        }
    }
}
