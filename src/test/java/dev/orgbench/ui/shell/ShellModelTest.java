package dev.orgbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.SameThread;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ShellModelTest {
    private final Trace trace = new Trace(Clock.systemUTC());
    private final ByHand screen = new ByHand();
    private final List<Consumer<ApiUsage>> usage = new ArrayList<>();
    private final ShellModel model = new ShellModel(
            FakeDesk.servers(new FakeServer(trace), new SameThread(), Memory.forThisRun()),
            new SimpleObjectProperty<>(Set.of()),
            feed(),
            trace,
            screen);

    @Test
    void beforeTheOrgAnsweredNothingIsClaimed() {
        assertThat(model.usageProperty().get()).isNull();
        assertThat(model.clientsProperty().get()).isEqualTo("No client yet");
        assertThat(model.lastCallProperty().get()).isEmpty();
    }

    @Test
    void apiUseFollowsTheOrgsAnswers() {
        usage.forEach(listener -> listener.accept(new ApiUsage(142, 15_000, Instant.EPOCH)));
        screen.runAll();

        assertThat(ShellModel.words(new ApiUsage(142, 15_000, Instant.EPOCH))).isEqualTo("142 / 15,000");
        assertThat(model.usageProperty().get()).isEqualTo(new ApiUsage(142, 15_000, Instant.EPOCH));
    }

    @Test
    void theBarStaysWithinItsBounds() {
        assertThat(ShellModel.share(new ApiUsage(20_000, 15_000, Instant.EPOCH)))
                .isEqualTo(1);
        assertThat(ShellModel.share(new ApiUsage(5, 0, Instant.EPOCH))).isZero();
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

    private UsageFeed feed() {
        return new UsageFeed() {
            @Override
            public Optional<ApiUsage> latest() {
                return Optional.empty();
            }

            @Override
            public Trace.Subscription subscribe(Consumer<ApiUsage> listener) {
                usage.add(listener);
                return () -> usage.remove(listener);
            }
        };
    }
}
