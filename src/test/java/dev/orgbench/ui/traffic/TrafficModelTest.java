package dev.orgbench.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.traffic.TrafficFilter.Which;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficModelTest {
    private final Trace trace = new Trace(Clock.systemUTC());
    private final ByHand screen = new ByHand();
    private final Memory memory = Memory.forThisRun();
    private final TrafficModel model = model();

    @Test
    void theNewestStandsFirst_andIsFilledInWhenItsAnswerComes() {
        Trace.Open first = trace.begin("Demo", "ChatGPT", "tools/call", "one", "{}");
        trace.begin("Demo", "ChatGPT", "tools/call", "two", "{}");
        screen.runAll();
        assertThat(titles()).containsExactly("two", "one");
        assertThat(model.shown().get(1).line().done()).isNull();

        first.answered(null, 200, "{}", "3 records");
        screen.runAll();

        assertThat(Objects.requireNonNull(model.shown().get(1).line().done()).words())
                .isEqualTo("3 records");
    }

    @Test
    void whatHappenedBeforeTheScreenWasMadeIsThere_withItsExchanges() {
        Trace.Open early = trace.begin("Demo", "ChatGPT", "tools/call", "early", "{}");
        early.record(exchange(200, "{}"));
        early.answered(null, 200, "{}", "");
        trace.recording("demo", "SOQL").record(exchange(200, "{}"));

        TrafficModel later = model();

        assertThat(later.shown()).extracting(row -> row.line().what()).containsExactly("SOQL  GET /limits", "early");
        assertThat(later.shown().getLast().line().requests()).isEqualTo(1);
        assertThat(later.shown().getLast().legs()).hasSize(1);
        assertThat(later.earlier().stateProperty().get()).isInstanceOf(Earlier.State.End.class);
    }

    @Test
    void anAgentIsSeenOnceSomebodyElseThanTheWindowCalls() {
        trace.begin("Demo", "Orgbench 0.1.0", "tools/list", null, "{}");
        screen.runAll();
        assertThat(model.journal().agentSeenProperty().get()).isFalse();

        trace.begin("Demo", "ChatGPT", "initialize", null, "{}");
        screen.runAll();
        assertThat(model.journal().agentSeenProperty().get()).isTrue();
    }

    @Test
    void whyItFailedIsReadFromTheAnswer() {
        trace.begin("Demo", "c", "tools/call", "query", "{}")
                .answered("query failed: the org refused the request (HTTP 400).", 200, """
                        {"jsonrpc":"2.0","id":1,"result":{"isError":true,"content":[{"type":"text",
                         "text":"query failed: the org refused the request (HTTP 400).\\nINVALID_FIELD: No such column 'Amout'"}]}}""", "");
        screen.runAll();

        assertThat(Objects.requireNonNull(model.shown().getFirst().line().done())
                        .problem())
                .isEqualTo(new Problem("INVALID_FIELD", "No such column 'Amout'", null));
    }

    @Test
    void aFailedRequestOfTheWindowTellsSalesforcesCode() {
        trace.recording("demo", "SOQL")
                .record(exchange(
                        400, "[{\"message\":\"\\nSELECT x\\nNo such column 'x'\",\"errorCode\":\"INVALID_FIELD\"}]"));
        screen.runAll();

        Line line = model.shown().getFirst().line();
        assertThat(line.kind()).isEqualTo(Line.Kind.REQUEST);
        assertThat(Objects.requireNonNull(line.done()).words())
                .isEqualTo("400 INVALID_FIELD: SELECT x No such column 'x'");
        assertThat(model.journal().errorsProperty().get()).isEqualTo(1);
    }

    @Test
    void anErrorAppearsUnderErrorsOnceItIsOne_inItsPlace() {
        model.filter().whichProperty().set(Which.ERRORS);
        Trace.Open slow = trace.begin("Demo", "c", "tools/call", "slow", "{}");
        answered("fails", "INVALID_FIELD No such column");
        answered("works", null);
        screen.runAll();
        assertThat(titles()).containsExactly("fails");

        slow.answered("UNREACHABLE", 200, "{}", "");
        screen.runAll();

        assertThat(titles()).containsExactly("fails", "slow");
        assertThat(model.journal().errorsProperty().get()).isEqualTo(2);
    }

    @Test
    void callsLeavesOutTheRest_andSlowTheQuick() {
        trace.begin("Demo", "c", "tools/list", null, "{}").answered(null, 200, "{}", "8 tools");
        answered("call", null);
        screen.runAll();

        model.filter().whichProperty().set(Which.CALLS);
        assertThat(titles()).containsExactly("call");
        model.filter().whichProperty().set(Which.SLOW);
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void clientServerAndToolNarrowTheList_andAreOfferedAsTheyAreSeen() {
        trace.begin("Sales", "ChatGPT", "tools/call", "query", "{}");
        trace.begin("Support", "ChatGPT", "tools/call", "limits", "{}");
        trace.begin("Support", "Orgbench 0.1.0", "tools/call", "query", "{}");
        trace.recording("demo", "Objects").record(exchange(200, "{}"));
        screen.runAll();
        assertThat(model.journal().clients()).containsExactly("ChatGPT", "This window");
        assertThat(model.journal().servers()).containsExactly("Sales", "Support");
        assertThat(model.journal().tools()).containsExactly("limits", "query");

        model.filter().serverProperty().set("Support");
        assertThat(titles()).containsExactly("query", "limits");
        model.filter().clientProperty().set("ChatGPT");
        assertThat(titles()).containsExactly("limits");
        model.filter().toolProperty().set("query");
        assertThat(model.shown()).isEmpty();
        model.filter().reset();
        model.filter().ownCallsProperty().set(false);
        model.filter().ownRequestsProperty().set(false);
        assertThat(titles()).containsExactly("limits", "query");
    }

    @Test
    void theFilterIsRemembered_alsoADamagedOne() {
        model.filter().whichProperty().set(Which.ERRORS);
        model.filter().textProperty().set("acme");
        model.filter().ownCallsProperty().set(false);

        TrafficFilter again = new TrafficFilter(memory);
        assertThat(again.whichProperty().get()).isEqualTo(Which.ERRORS);
        assertThat(again.textProperty().get()).isEqualTo("acme");
        assertThat(again.ownCallsProperty().get()).isFalse();

        memory.put("traffic.filter.which", "¯\\_(ツ)_/¯");
        assertThat(new TrafficFilter(memory).whichProperty().get()).isEqualTo(Which.ALL);
    }

    @Test
    void everyWordOfTheFilterHasToBeThere_alsoInTheAnswer() {
        trace.begin("Demo", "ChatGPT", "tools/call", "query", "{\"q\":\"SELECT\"}")
                .answered(null, 200, "{\"Name\":\"Acme\"}", "");
        trace.begin("Demo", "Inspector", "tools/call", "query", "{}").answered(null, 200, "{}", "");
        screen.runAll();

        model.filter().textProperty().set("QUERY acme");
        assertThat(model.shown()).extracting(row -> row.line().client()).containsExactly("ChatGPT");
        model.filter().textProperty().set("");
        assertThat(model.shown()).hasSize(2);
    }

    @Test
    void wordsDeepInABodyAreFoundByTheTrace() {
        String far = "{\"pad\":\"" + "x ".repeat(500) + "\",\"name\":\"Grand Hotels\"}";
        trace.begin("Demo", "ChatGPT", "tools/call", "query", "{}").answered(null, 200, far, "");
        answered("other", null);
        screen.runAll();

        model.filter().textProperty().set("hotels");

        assertThat(titles()).containsExactly("query");
    }

    @Test
    void whilePausedNothingMoves_andNothingIsLost() {
        answered("before", null);
        screen.runAll();
        model.pausedProperty().set(true);
        Trace.Open open = trace.begin("Demo", "c", "tools/call", "meanwhile", "{}");
        answered("meanwhile too", null);
        screen.runAll();
        open.answered(null, 200, "{}", "done");
        screen.runAll();
        assertThat(titles()).containsExactly("before");
        assertThat(model.waitingProperty().get()).isEqualTo(2);
        model.filter().toolProperty().set("meanwhile");
        assertThat(model.waitingProperty().get())
                .as("only what the filter lets through is told")
                .isEqualTo(1);
        model.filter().reset();

        model.pausedProperty().set(false);

        assertThat(titles()).containsExactly("meanwhile too", "meanwhile", "before");
        assertThat(model.waitingProperty().get()).isZero();
    }

    @Test
    void anEntryThatIsAskedForIsListed_thoughTheOthersWait() {
        answered("before", null);
        screen.runAll();
        model.pausedProperty().set(true);
        answered("replayed", null);
        answered("meanwhile", null);
        screen.runAll();

        model.show(2);

        assertThat(titles()).containsExactly("replayed", "before");
        assertThat(model.selectedProperty().get()).isSameAs(model.shown().getFirst());
        assertThat(model.waitingProperty().get()).isEqualTo(1);
        model.pausedProperty().set(false);
        assertThat(titles()).containsExactly("meanwhile", "replayed", "before");
    }

    @Test
    void whoLooksAtOlderRowsIsNotMoved_andIsToldHowManyAreNew() {
        answered("before", null);
        screen.runAll();
        model.scrolledAwayProperty().set(true);
        answered("new", null);
        screen.runAll();
        assertThat(titles()).containsExactly("before");
        assertThat(model.waitingProperty().get()).isEqualTo(1);

        model.scrolledAwayProperty().set(false);

        assertThat(titles()).containsExactly("new", "before");
    }

    @Test
    void clearedMeansCleared_alsoForLateAnswers_untilItIsAskedForAgain() {
        Trace.Open open = trace.begin("Demo", "c", "tools/call", "t", "{}");
        screen.runAll();
        model.clear();
        open.answered("late", 200, "{}", "");
        screen.runAll();
        assertThat(model.shown()).isEmpty();
        assertThat(model.journal().errorsProperty().get()).isZero();
        assertThat(model.journal().isCleared()).isTrue();
        answered("next", null);
        screen.runAll();
        assertThat(titles()).containsExactly("next");

        model.showCleared();

        assertThat(titles()).containsExactly("next", "t");
        assertThat(model.journal().errorsProperty().get()).isEqualTo(1);
    }

    @Test
    void pinnedRowsStayOnTop_whateverTheFilterSays_andInTheNextRun() {
        answered("first", null);
        answered("second", null);
        screen.runAll();
        model.togglePin(model.shown().getLast());
        assertThat(titles()).containsExactly("first", "second");
        answered("third", null);
        screen.runAll();
        assertThat(titles()).containsExactly("first", "third", "second");
        model.filter().toolProperty().set("second");
        assertThat(titles()).containsExactly("first", "second");
        model.filter().reset();

        TrafficModel next = model();
        assertThat(next.shown().getFirst().line().title()).isEqualTo("first");
        assertThat(next.shown().getFirst().isPinned()).isTrue();
        assertThat(next.shown()).hasSize(3);

        model.togglePin(model.shown().getFirst());
        assertThat(titles()).containsExactly("third", "second", "first");
        assertThat(model().pinned()).isZero();
    }

    @Test
    void aPinOfAnotherTraceIsNotTakenForOneOfThis() {
        answered("innocent", null);
        memory.put("traffic.pins", "1@12345,nonsense,@,2@");

        assertThat(model().pinned()).isZero();
    }

    @Test
    void anEntryIsShownThoughTheFilterHidesIt() {
        answered("hidden", null);
        answered("other", null);
        screen.runAll();
        model.filter().toolProperty().set("other");

        model.show(1);

        assertThat(Objects.requireNonNull(model.selectedProperty().get()).line().title())
                .isEqualTo("hidden");
        assertThat(model.filter().isActive()).isFalse();
        assertThat(titles()).containsExactly("other", "hidden");
    }

    @Test
    void anEntryThatTheFeedHasNotToldYetIsShownTogether_withItsAnswerOnce() {
        answered("quick", null);
        model.show(1);
        assertThat(Objects.requireNonNull(model.selectedProperty().get()).line().title())
                .isEqualTo("quick");

        screen.runAll();

        assertThat(titles()).containsExactly("quick");
    }

    @Test
    void earlierOnesComeBackPageByPage(@TempDir Path folder) {
        try (Trace kept = Trace.open(folder.resolve("trace.db"), Clock.systemUTC())) {
            for (int i = 0; i < 450; i++) {
                kept.begin("Demo", "c", "tools/call", "call " + i, "{}")
                        .answered(i == 3 ? "failed" : null, 200, "{}", "");
            }
            TrafficModel later = new TrafficModel("", kept, Memory.forThisRun(), new SameThread(), screen);
            assertThat(later.shown()).hasSize(200);

            later.earlier().next();
            later.earlier().next();
            later.earlier().next();
            assertThat(later.shown())
                    .hasSize(450)
                    .isSortedAccordingTo(Comparator.comparing(Row::id).reversed());
            assertThat(later.earlier().stateProperty().get()).isInstanceOf(Earlier.State.End.class);

            later.filter().whichProperty().set(Which.ERRORS);
            assertThat(later.shown()).extracting(row -> row.line().title()).containsExactly("call 3");
        }
    }

    @Test
    void aFilterLooksThroughAllThatIsKept(@TempDir Path folder) {
        try (Trace kept = Trace.open(folder.resolve("trace.db"), Clock.systemUTC())) {
            for (int i = 0; i < 1_000; i++) {
                kept.begin("Demo", "c", "tools/call", i == 7 ? "rare" : "call", "{}")
                        .answered(null, 200, "{}", "");
            }
            TrafficModel later = new TrafficModel("", kept, Memory.forThisRun(), new SameThread(), screen);
            later.filter().toolProperty().set("rare");
            assertThat(later.shown()).extracting(row -> row.line().title()).containsExactly("rare");

            later.filter().reset();
            assertThat(later.shown())
                    .as("no holes: what was found below stands no longer")
                    .hasSize(200);
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (int i = 0; i < 5_100; i++) {
            answered("call " + i, i == 0 ? "failed" : null);
        }
        screen.runAll();

        assertThat(model.shown()).hasSize(5_000);
        assertThat(titles().getFirst()).isEqualTo("call 5099");
        assertThat(model.journal().errorsProperty().get()).isZero();
    }

    @Test
    void tenSecondsOfABusyFeedTakeAFractionOfASecond() {
        long from = System.nanoTime();
        for (int frame = 0; frame < 200; frame++) {
            for (int i = 0; i < 25; i++) {
                answered("call", null);
            }
            screen.runAll();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - from);

        assertThat(model.shown()).hasSize(5_000);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void trafficOfOtherOrgsStandsOnTheirScreens() {
        TrafficModel ofOne = new TrafficModel("one", trace, memory, new SameThread(), screen);
        trace.begin("one", "Demo", "c", "tools/call", "ours", "{}");
        trace.begin("two", "Demo", "c", "tools/call", "theirs", "{}");
        trace.recording("two", "SOQL").record(exchange(200, "{}"));
        screen.runAll();

        assertThat(ofOne.shown()).extracting(row -> row.line().title()).containsExactly("ours");
    }

    @Test
    void messagesInQuickSuccessionShareATimeScale_laterOnesHaveTheirOwn() {
        Instant zero = Instant.parse("2026-11-22T10:00:00Z");
        Burst burst = new Burst(zero);
        burst.reach(zero.plusMillis(400));

        assertThat(burst.place(zero.plusMillis(100))).isEqualTo(0.25);
        assertThat(burst.share(Duration.ofMillis(200))).isEqualTo(0.5);
        assertThat(burst.takes(zero.plusMillis(600))).isTrue();
        assertThat(burst.takes(zero.plusSeconds(1))).isFalse();
    }

    private TrafficModel model() {
        return new TrafficModel("", trace, memory, new SameThread(), screen);
    }

    private static Exchange exchange(int status, String answer) {
        return new Exchange(
                0,
                Instant.now(),
                Duration.ofMillis(3),
                "GET",
                "http://127.0.0.1:7421/services/data/v62.0/limits",
                List.of(),
                "",
                status,
                List.of(new Exchange.Header("Sforce-Limit-Info", "api-usage=5/15000")),
                answer,
                null);
    }

    private void answered(String tool, @Nullable String failure) {
        trace.begin("Demo", "c", "tools/call", tool, "{}").answered(failure, 200, "{}", "");
    }

    private List<String> titles() {
        return model.shown().stream().map(row -> row.line().title()).toList();
    }
}
