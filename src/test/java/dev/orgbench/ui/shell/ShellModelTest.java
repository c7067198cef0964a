package dev.orgbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.ByHand;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShellModelTest {
    private static final ServerUrl URL = new ServerUrl(URI.create("http://127.0.0.1:7420/mcp/9f3c2a7d41b85e06aa17c9d2b4f6e8e1"));

    private final Trace trace = new Trace(Clock.systemUTC());
    private final ByHand screen = new ByHand();
    private final List<Consumer<ApiUsage>> usage = new ArrayList<>();
    private final ShellModel model = new ShellModel("Demo org", true, URL, feed(), trace, screen);

    @Test
    void beforeTheOrgAnsweredNothingIsClaimed() {
        assertThat(model.usageProperty().get()).isNull();
        assertThat(model.reachProperty().get()).isEqualTo(ShellModel.Reach.UNKNOWN);
        assertThat(model.clientsProperty().get()).isEqualTo("No client yet");
        assertThat(model.lastCallProperty().get()).isEmpty();
    }

    @Test
    void apiUseFollowsTheOrgsAnswers() {
        usage.forEach(listener -> listener.accept(new ApiUsage(142, 15_000, Instant.EPOCH)));
        screen.runAll();

        assertThat(ShellModel.words(new ApiUsage(142, 15_000, Instant.EPOCH))).isEqualTo("142 / 15,000");
        assertThat(model.usageProperty().get()).isEqualTo(new ApiUsage(142, 15_000, Instant.EPOCH));
        assertThat(model.reachProperty().get()).isEqualTo(ShellModel.Reach.CONNECTED);
    }

    @Test
    void theBarStaysWithinItsBounds() {
        assertThat(ShellModel.share(new ApiUsage(20_000, 15_000, Instant.EPOCH))).isEqualTo(1);
        assertThat(ShellModel.share(new ApiUsage(5, 0, Instant.EPOCH))).isZero();
    }

    @Test
    void anOrgThatDoesNotAnswerIsLost_untilItDoes() {
        trace.begin("Demo", "c", "tools/call", "t", "{}").record(exchange(0));
        screen.runAll();
        assertThat(model.reachProperty().get()).isEqualTo(ShellModel.Reach.LOST);

        trace.begin("Demo", "c", "tools/call", "t", "{}").record(exchange(500));
        screen.runAll();
        assertThat(model.reachProperty().get()).isEqualTo(ShellModel.Reach.CONNECTED);
    }

    @Test
    void eachClientIsCountedOnce_aFewByName() {
        for (String client : List.of("ChatGPT", "Inspector", "ChatGPT", "Codex", "Cursor")) {
            trace.begin("Demo", client, "ping", null, "{}").answered(null, 200, "{}", "");
        }
        screen.runAll();

        assertThat(model.clientsProperty().get()).isEqualTo("4 clients: ChatGPT, Inspector, Codex and 1 more");
    }

    @Test
    void theWindowItselfIsNoClient() {
        trace.begin("Demo", "Orgbench 0.1.0", "tools/list", null, "{}").answered(null, 200, "{}", "8 tools");
        screen.runAll();
        assertThat(model.clientsProperty().get()).isEqualTo("No client yet");

        trace.begin("Demo", "Inspector", "tools/list", null, "{}").answered(null, 200, "{}", "8 tools");
        screen.runAll();
        assertThat(model.clientsProperty().get()).isEqualTo("1 client: Inspector");
    }

    @Test
    void onlyCallsCountAsTheLastCall() {
        trace.begin("Demo", "c", "tools/list", null, "{}").answered(null, 200, "{}", "8 tools");
        screen.runAll();
        assertThat(model.lastCallProperty().get()).isEmpty();

        trace.begin("Demo", "c", "tools/call", "t", "{}").answered(null, 200, "{}", "");
        screen.runAll();
        assertThat(model.lastCallProperty().get()).matches("last call \\d+ ms at \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void theTokenIsMaskedEverywhereButInTheWhole() {
        assertThat(URL.masked()).isEqualTo("http://127.0.0.1:7420/mcp/9f3c…e1");
        assertThat(URL.toString()).isEqualTo(URL.masked());
        assertThat(URL.whole()).endsWith("9f3c2a7d41b85e06aa17c9d2b4f6e8e1");
        assertThat(new ServerUrl(URI.create("http://127.0.0.1:1/mcp/abc")).masked()).isEqualTo("http://127.0.0.1:1/mcp/…");
    }

    private UsageFeed feed() {
        return new UsageFeed() {
            @Override
            public Optional<ApiUsage> latest() {
                return Optional.empty();
            }

            @Override
            public void subscribe(Consumer<ApiUsage> listener) {
                usage.add(listener);
            }
        };
    }

    private static Exchange exchange(int status) {
        return new Exchange(1, Instant.EPOCH, Duration.ZERO, "GET", "http://x/", List.of(), "", status, List.of(), "", null);
    }
}
