package dev.orgbench.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.FakeWorkbench;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrafficModelTest {
    private final Trace trace = new Trace(Clock.systemUTC());
    private final ByHand screen = new ByHand();
    private final TrafficModel model = new TrafficModel(trace, screen);

    @Test
    void theNewestStandsFirst_andIsFilledInWhenItsAnswerComes() {
        Trace.Open first = trace.begin("Demo", "ChatGPT", "tools/call", "one", "{}");
        trace.begin("Demo", "ChatGPT", "tools/call", "two", "{}");
        screen.runAll();
        assertThat(titles()).containsExactly("two", "one");
        assertThat(model.shown().get(1).message().result()).isNull();

        first.answered(null, 200, "{}", "3 records");
        screen.runAll();

        assertThat(Objects.requireNonNull(model.shown().get(1).message().result()).summary()).isEqualTo("3 records");
    }

    @Test
    void whatHappenedBeforeTheScreenWasMadeIsThere() {
        answered("early", null);
        TrafficModel later = new TrafficModel(trace, screen);
        screen.runAll();

        assertThat(later.shown()).hasSize(1);
        assertThat(later.shown().getFirst().message().result()).isNotNull();
    }

    @Test
    void anAgentIsSeenOnceSomebodyElseThanTheWindowCalls() {
        trace.begin("Demo", "Orgbench 0.1.0", "tools/list", null, "{}");
        screen.runAll();
        assertThat(model.agentSeenProperty().get()).isFalse();

        trace.begin("Demo", "ChatGPT", "initialize", null, "{}");
        screen.runAll();
        assertThat(model.agentSeenProperty().get()).isTrue();
    }

    @Test
    void whyItFailedIsReadFromTheAnswer() {
        trace.begin("Demo", "c", "tools/call", "query", "{}")
                .answered(
                        "query failed: the org refused the request (HTTP 400).",
                        200,
                        """
                        {"jsonrpc":"2.0","id":1,"result":{"isError":true,"content":[{"type":"text",
                         "text":"query failed: the org refused the request (HTTP 400).\\nINVALID_FIELD: No such column 'Amout'"}]}}""",
                        "");
        screen.runAll();

        assertThat(model.shown().getFirst().problem())
                .isEqualTo(new Problem("INVALID_FIELD", "No such column 'Amout'", null));
    }

    @Test
    void anErrorAppearsUnderErrorsOnceItIsOne_inItsPlace() {
        model.whichProperty().set(TrafficModel.Which.ERRORS);
        Trace.Open slow = trace.begin("Demo", "c", "tools/call", "slow", "{}");
        answered("fails", "INVALID_FIELD No such column");
        answered("works", null);
        screen.runAll();
        assertThat(titles()).containsExactly("fails");

        slow.answered("UNREACHABLE", 200, "{}", "");
        screen.runAll();

        assertThat(titles()).containsExactly("fails", "slow");
        assertThat(model.errorsProperty().get()).isEqualTo(2);
    }

    @Test
    void callsLeavesOutTheRest() {
        trace.begin("Demo", "c", "tools/list", null, "{}").answered(null, 200, "{}", "8 tools");
        answered("call", null);
        screen.runAll();

        model.whichProperty().set(TrafficModel.Which.CALLS);

        assertThat(titles()).containsExactly("call");
    }

    @Test
    void everyWordOfTheFilterHasToBeThere_alsoInTheAnswer() {
        trace.begin("Demo", "ChatGPT", "tools/call", "query", "{\"q\":\"SELECT\"}").answered(null, 200, "{\"Name\":\"Acme\"}", "");
        trace.begin("Demo", "Inspector", "tools/call", "query", "{}").answered(null, 200, "{}", "");
        screen.runAll();

        model.filterProperty().set("QUERY acme");
        assertThat(model.shown()).extracting(entry -> entry.message().client()).containsExactly("ChatGPT");
        model.filterProperty().set("");
        assertThat(model.shown()).hasSize(2);
    }

    @Test
    void whilePausedNothingMoves_andNothingIsLost() {
        answered("before", null);
        screen.runAll();
        model.pausedProperty().set(true);
        answered("meanwhile", null);
        answered("meanwhile too", null);
        screen.runAll();
        assertThat(titles()).containsExactly("before");
        assertThat(model.waitingProperty().get()).isEqualTo(2);

        model.pausedProperty().set(false);

        assertThat(titles()).containsExactly("meanwhile too", "meanwhile", "before");
        assertThat(model.waitingProperty().get()).isZero();
    }

    @Test
    void clearedMeansCleared_alsoForLateAnswers() {
        Trace.Open open = trace.begin("Demo", "c", "tools/call", "t", "{}");
        screen.runAll();
        model.clear();
        open.answered("late", 200, "{}", "");
        screen.runAll();

        assertThat(model.shown()).isEmpty();
        assertThat(model.errorsProperty().get()).isZero();
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (int i = 0; i < 5_100; i++) {
            answered("call " + i, i == 0 ? "failed" : null);
        }
        screen.runAll();

        assertThat(model.shown()).hasSize(5_000);
        assertThat(titles().getFirst()).isEqualTo("call 5099");
        assertThat(model.errorsProperty().get()).isZero();
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
    void messagesInQuickSuccessionShareATimeScale_laterOnesHaveTheirOwn() {
        Instant zero = Instant.parse("2026-11-22T10:00:00Z");
        Burst burst = new Burst(zero);
        burst.reach(zero.plusMillis(400));

        assertThat(burst.place(zero.plusMillis(100))).isEqualTo(0.25);
        assertThat(burst.share(Duration.ofMillis(200))).isEqualTo(0.5);
        assertThat(burst.takes(zero.plusMillis(600))).isTrue();
        assertThat(burst.takes(zero.plusSeconds(1))).isFalse();
    }

    @Test
    void limitsAreReadFromTheAnswerAndFromTheOrg() throws Exception {
        FakeWorkbench fake = FakeWorkbench.create();
        fake.server().call("c", "list_all_salesforce_limits", JsonText.parseObject("{}"));
        var message = fake.trace().messages().getFirst();

        Limits limits = Limits.of(message, fake.trace().exchanges(message.id()));

        assertThat(limits.toClient()).containsExactly(new Limits.Line("ratelimit-limit", "15000"), new Limits.Line("ratelimit-remaining", "14861"));
        assertThat(limits.fromOrg()).contains("api-usage=139/15000");
    }

    @Test
    void aRequestIsCopiedAsACommandThatAShellReadsBack() {
        Exchange exchange = new Exchange(
                1, Instant.EPOCH, Duration.ZERO, "POST", "http://127.0.0.1:7421/x?q=a'b",
                List.of(new Exchange.Header("Authorization", "Bearer ***")), "{\"a\":\"it's\"}", 201, List.of(), "", null);

        assertThat(Curl.of(exchange))
                .isEqualTo("curl -X POST 'http://127.0.0.1:7421/x?q=a'\\''b' \\\n  -H 'Authorization: Bearer ***' \\\n  --data-raw '{\"a\":\"it'\\''s\"}'");
    }

    private void answered(String tool, @org.jspecify.annotations.Nullable String failure) {
        trace.begin("Demo", "c", "tools/call", tool, "{}").answered(failure, 200, "{}", "");
    }

    private List<String> titles() {
        return model.shown().stream().map(entry -> entry.message().title()).toList();
    }
}
