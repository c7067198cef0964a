package dev.orgbench.ui.shell;

import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEvent;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.ServerUrl;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the frame around the screens says: the org, its API use, who called last. */
public final class ShellModel implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int NAMED = 3;

    private final ServerChoice servers;
    private final ObservableValue<Set<String>> publicServers;
    private final ReadOnlyObjectWrapper<@Nullable ApiUsage> usage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper clients = new ReadOnlyStringWrapper("No client yet");
    private final ReadOnlyStringWrapper lastCall = new ReadOnlyStringWrapper("");
    private final Set<String> seen = new LinkedHashSet<>();
    private final Trace.Subscription usageSubscription;
    private final Trace.Subscription traceSubscription;

    /**
     * @param publicServers the ids of the servers that a tunnel leads to
     * @param feed runs what it is given on the screen's thread, a few times a second at most
     */
    public ShellModel(
            ServerChoice servers,
            ObservableValue<Set<String>> publicServers,
            UsageFeed usageFeed,
            Trace trace,
            Executor feed) {
        this.servers = servers;
        this.publicServers = publicServers;
        Batches<ApiUsage> usages = new Batches<>(feed, batch -> use(batch.getLast()));
        usageSubscription = usageFeed.subscribe(usages::add);
        usageFeed.latest().ifPresent(this::use);
        Batches<TraceEvent> events = new Batches<>(feed, batch -> batch.forEach(this::take));
        traceSubscription = trace.subscribe(events::add);
        trace.messages().forEach(message -> events.add(new TraceEvent.Answered(message)));
    }

    /** Follows nothing any more. */
    @Override
    public void close() {
        usageSubscription.close();
        traceSubscription.close();
    }

    /** The selected server's URL; null while none is selected. */
    ObservableValue<@Nullable ServerUrl> urlProperty() {
        return servers.selectedProperty().map(selected -> new ServerUrl(selected.url()));
    }

    /** Whether anything can be called from outside this machine now. */
    ObservableValue<Boolean> isPublic() {
        return publicServers.map(ids -> !ids.isEmpty());
    }

    ReadOnlyObjectProperty<@Nullable ApiUsage> usageProperty() {
        return usage.getReadOnlyProperty();
    }

    /** Who called in this run besides the window itself: {@code 2 clients: ChatGPT, Inspector}. */
    ReadOnlyStringProperty clientsProperty() {
        return clients.getReadOnlyProperty();
    }

    /** {@code last call 14 ms at 10:42:07}; empty before the first. */
    ReadOnlyStringProperty lastCallProperty() {
        return lastCall.getReadOnlyProperty();
    }

    /** {@code 142 / 15,000}. */
    static String words(ApiUsage usage) {
        return String.format(Locale.ROOT, "%,d / %,d", usage.used(), usage.limit());
    }

    /** How much is used, 0 to 1. */
    static double share(ApiUsage usage) {
        return usage.limit() <= 0 ? 0 : Math.clamp((double) usage.used() / usage.limit(), 0, 1);
    }

    private void use(ApiUsage now) {
        usage.set(now);
    }

    private void take(TraceEvent event) {
        switch (event) {
            case TraceEvent.Started _, TraceEvent.Exchanged _ -> {}
            case TraceEvent.Answered(Message message) -> {
                if (!message.client().isBlank() && !OwnClient.sent(message) && seen.add(message.client())) {
                    clients.set(words(List.copyOf(seen)));
                }
                Message.Result result = message.result();
                if (message.isCall() && result != null) {
                    lastCall.set(String.format(
                            Locale.ROOT,
                            "last call %,d ms at %s",
                            Math.round(result.took().toNanos() / 1e6),
                            TIME.format(message.started().plus(result.took()))));
                }
            }
        }
    }

    private static String words(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        int more = names.size() - NAMED;
        return names.size()
                + (names.size() == 1 ? " client: " : " clients: ")
                + shown
                + (more > 0 ? " and " + more + " more" : "");
    }
}
