package dev.orgbench.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.FakeWorkbench;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.HeaderMeaning;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.VirtualThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ToolCallTest {
    private static final JsonPointer Q = JsonPointer.compile("/q");

    private final FakeWorkbench fake = FakeWorkbench.create();

    @Test
    void anAnswerSaysHowItWentAndWhatItCost() throws Exception {
        ToolCall call = call("list_all_salesforce_query");
        call.form().put(Q, JsonText.NODES.textNode("SELECT Name FROM Opportunity"));

        assertThat(call.run()).isTrue();

        Answer answer = answer(call);
        assertThat(answer.status()).isEqualTo("200 · ok");
        assertThat(answer.records().orElseThrow().count()).isEqualTo("3 records");
        assertThat(answer.facts().get(0)).matches("[\\d.]+ ms, [\\d.]+ ms of it here");
        assertThat(answer.facts().get(1)).isEqualTo("1 request, 14,861 left");
        assertThat(answer.problem()).isNull();
        assertThat(answer.timing().server()).isNotNull();
    }

    @Test
    void aFailedToolIsAnAnswerThatTeaches() throws Exception {
        ToolCall call = call("list_all_salesforce_query");
        call.form().put(Q, JsonText.NODES.textNode("SELECT Amout FROM Opportunity"));
        call.run();

        Answer answer = answer(call);
        assertThat(answer.status()).isEqualTo("400 · error");
        assertThat(answer.problem()).isNotNull();
        assertThat(answer.problem().code()).isEqualTo("INVALID_FIELD");
        assertThat(answer.problem().advice()).contains("Did you mean Amount?");
    }

    @Test
    void anIncompleteFormSendsNothing_andSaysWhatIsMissing() throws Exception {
        ToolCall call = call("list_all_salesforce_query");

        assertThat(call.run()).isFalse();

        assertThat(call.stateProperty().get()).isInstanceOf(ToolCall.State.Idle.class);
        assertThat(call.form().shownProblems()).containsEntry(Q, "Required.");
        assertThat(fake.trace().messages()).isEmpty();
    }

    @Test
    void aServerThatIsGoneIsAFailure_notAnAnswer() throws Exception {
        ToolCall call = call("list_all_salesforce_limits");
        fake.server().breakDown("Nothing answers at 127.0.0.1:7420.");
        call.run();

        assertThat(call.stateProperty().get())
                .isEqualTo(new ToolCall.State.Failed(new Problem(null, "Nothing answers at 127.0.0.1:7420.", null)));
    }

    @Test
    void cancellingStopsTheRequest_andALateAnswerChangesNothing() throws Exception {
        ByHand screen = new ByHand();
        ToolCall call = new ToolCall(
                entry("list_all_salesforce_query"), fake::server, fake.trace(), new VirtualThreads(screen));
        call.form().put(Q, JsonText.NODES.textNode(FakeServer.SLOW));
        call.run();
        assertThat(call.isRunning()).isTrue();
        assertThat(call.run()).as("one call at a time").isFalse();

        call.cancel();

        // The interrupt may come before the request was made; then there is nothing to stop.
        fake.server().interrupted().await(1, TimeUnit.SECONDS);
        screen.runAll();
        assertThat(call.stateProperty().get()).isInstanceOf(ToolCall.State.Cancelled.class);
    }

    @Test
    void anEarlierCallIsTakenIntoTheForm_byWhomeverItWas() throws Exception {
        fake.server()
                .call(
                        "ChatGPT",
                        "list_all_salesforce_query",
                        JsonText.parseObject("{\"q\":\"SELECT Id FROM Task\",\"limit\":5}"));
        ToolCall call = call("list_all_salesforce_query");

        HistoryModel history = new HistoryModel(call.tool().name(), "demo", fake.trace(), new SameThread());
        history.refresh();
        call.form().load(ToolCall.arguments(history.past().getFirst().message()));

        assertThat(JsonText.compact(call.form().arguments())).isEqualTo("{\"q\":\"SELECT Id FROM Task\",\"limit\":5}");
    }

    @Test
    void requestsSideBySideAreCountedOnce() {
        Instant zero = Instant.parse("2026-11-22T10:00:00Z");
        Timing timing = Timing.of(
                Duration.ofMillis(30),
                Duration.ofMillis(28),
                List.of(exchange(zero, 10), exchange(zero.plusMillis(5), 10), exchange(zero.plusMillis(20), 5)));

        assertThat(timing.upstream()).isEqualTo(Duration.ofMillis(20));
        assertThat(timing.ours()).isEqualTo(Duration.ofMillis(10));
        assertThat(timing.wire()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void limitHeadersComeFirst_andAreExplained() {
        List<HeaderMeaning> headers = HeaderMeaning.of(Map.of(
                "content-type", List.of("application/json"),
                "ratelimit-remaining", List.of("14858"),
                "retry-after", List.of("30")));

        assertThat(headers)
                .extracting(HeaderMeaning::name)
                .containsExactly("ratelimit-remaining", "retry-after", "content-type");
        assertThat(headers.getFirst().meaning()).isNotEmpty();
    }

    private ToolCall call(String tool) throws Exception {
        return new ToolCall(entry(tool), fake::server, fake.trace(), new SameThread());
    }

    private ToolEntry entry(String tool) throws Exception {
        return fake.server().listTools().stream()
                .map(descriptor -> ToolEntry.of(descriptor, null))
                .filter(entry -> entry.name().equals(tool))
                .findFirst()
                .orElseThrow();
    }

    private static Answer answer(ToolCall call) {
        return ((ToolCall.State.Answered) call.stateProperty().get()).answer();
    }

    private static Exchange exchange(Instant started, long millis) {
        return new Exchange(
                1, started, Duration.ofMillis(millis), "GET", "http://x/", List.of(), "", 200, List.of(), "", null);
    }
}
