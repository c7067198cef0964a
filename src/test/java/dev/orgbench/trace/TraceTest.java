package dev.orgbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Trace trace = new Trace(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void tellsListenersAsThingsHappen() {
        List<TraceEvent> events = new ArrayList<>();
        Trace.Subscription subscription = trace.subscribe(events::add);
        Trace.Open open = trace.begin("Demo org", "Inspector", "tools/call", "list_x", "{}");
        open.record(exchange(open.messageId()));
        open.answered(null, 200, "{\"result\":{}}", "3 records");
        subscription.close();
        trace.begin("Demo org", "Inspector", "ping", null, "{}");

        assertThat(events)
                .hasSize(3)
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(TraceEvent.Started.class),
                        event -> assertThat(event).isInstanceOf(TraceEvent.Exchanged.class),
                        event -> assertThat(event).isInstanceOf(TraceEvent.Answered.class));
    }

    @Test
    void keepsExchangesUnderTheirMessage() {
        Trace.Open first = trace.begin("Demo org", "Inspector", "tools/call", "list_x", "{}");
        Trace.Open second = trace.begin("Demo org", "Inspector", "tools/call", "list_y", "{}");
        first.record(exchange(first.messageId()));
        second.answered("NOT_FOUND gone", 200, "{}", "NOT_FOUND gone");

        assertThat(trace.exchanges(first.messageId())).hasSize(1);
        assertThat(trace.exchanges(second.messageId())).isEmpty();
        assertThat(trace.messages()).extracting(Message::title).containsExactly("list_x", "list_y");
        assertThat(trace.message(second.messageId()))
                .get()
                .extracting(Message::result)
                .extracting(Message.Result::failure)
                .isEqualTo("NOT_FOUND gone");
        assertThat(trace.message(first.messageId()))
                .get()
                .extracting(Message::result)
                .isNull();
    }

    @Test
    void letsTheOldestGo() {
        Trace.Open oldest = trace.begin("Demo org", "Inspector", "tools/call", "oldest", "{}");
        oldest.record(exchange(oldest.messageId()));
        for (int i = 0; i < Trace.KEPT; i++) {
            trace.begin("Demo org", "Inspector", "ping", null, "{}");
        }
        oldest.record(exchange(oldest.messageId()));
        oldest.answered(null, 200, "{}", "ok");

        assertThat(trace.messages()).hasSize(Trace.KEPT);
        assertThat(trace.message(oldest.messageId())).isEmpty();
        assertThat(trace.exchanges(oldest.messageId())).isEmpty();
    }

    @Test
    void longAnswersLetOlderMessagesGo() {
        String answer = "x".repeat(4 * 1024 * 1024);
        Trace.Open first = trace.begin("Demo org", "Inspector", "tools/call", "first", "{}");
        first.answered(null, 200, answer, "ok");
        Trace.Open last = first;
        for (int i = 0; i < 8; i++) {
            last = trace.begin("Demo org", "Inspector", "tools/call", "later", "{}");
            last.answered(null, 200, answer, "ok");
        }

        assertThat(trace.message(first.messageId())).isEmpty();
        assertThat(trace.message(last.messageId())).isPresent();
        assertThat(trace.messages().stream()
                        .mapToLong(message -> String.valueOf(message.result()).length())
                        .sum())
                .isLessThan(Trace.KEPT_CHARACTERS + 10_000);
    }

    private static Exchange exchange(long messageId) {
        return new Exchange(
                messageId,
                NOON,
                Duration.ofMillis(3),
                "GET",
                "http://org/x",
                List.of(),
                "",
                200,
                List.of(),
                "{}",
                null);
    }
}
