package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BackgroundTest {
    @Test
    void theResultComesOnTheScreensThread() throws Exception {
        ByHand screen = new ByHand();
        CountDownLatch worked = new CountDownLatch(1);
        List<String> came = new ArrayList<>();

        new VirtualThreads(command -> {
                    screen.execute(command);
                    worked.countDown();
                })
                .run(() -> "result", came::add, failure -> came.add("failed"));

        assertThat(worked.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(came).isEmpty();
        screen.runAll();
        assertThat(came).containsExactly("result");
    }

    @Test
    void whatIsThrownComesToo() throws Exception {
        CompletableFuture<Exception> failure = new CompletableFuture<>();

        new VirtualThreads(Runnable::run)
                .run(
                        () -> {
                            throw new java.io.IOException("no disk");
                        },
                        result -> {},
                        failure::complete);

        assertThat(failure.get(5, TimeUnit.SECONDS)).hasMessage("no disk");
    }

    @Test
    void cancellingInterruptsTheWork_andNothingComes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch handedOver = new CountDownLatch(1);
        ByHand screen = new ByHand();
        List<String> came = new ArrayList<>();

        Background.Job job = new VirtualThreads(command -> {
                    screen.execute(command);
                    handedOver.countDown();
                })
                .run(
                        () -> {
                            begun.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return "late";
                        },
                        came::add,
                        failure -> came.add("failed"));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        job.cancel();

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(handedOver.await(5, TimeUnit.SECONDS)).isTrue();
        screen.runAll();
        assertThat(came).isEmpty();
    }

    @Test
    void aThousandEventsBeforeTheNextFrameAreOneHandOver() {
        ByHand screen = new ByHand();
        List<List<Integer>> batches = new ArrayList<>();
        Batches<Integer> feed = new Batches<>(screen, batches::add);

        for (int i = 0; i < 1000; i++) {
            feed.add(i);
        }
        assertThat(screen.size()).isEqualTo(1);
        screen.runAll();
        feed.add(1000);
        screen.runAll();

        assertThat(batches).hasSize(2);
        assertThat(batches.getFirst()).hasSize(1000).startsWith(0, 1, 2);
        assertThat(batches.getLast()).containsExactly(1000);
    }

    @Test
    void aDamagedNumberInTheMemoryIsTheDefault() {
        Memory memory = Memory.forThisRun();
        memory.put("split", "NaN");
        memory.put("width", "wide");

        assertThat(memory.number("split", 0.5)).isEqualTo(0.5);
        assertThat(memory.number("width", 1280)).isEqualTo(1280);
        assertThat(memory.number("height", 800)).isEqualTo(800);
    }
}
