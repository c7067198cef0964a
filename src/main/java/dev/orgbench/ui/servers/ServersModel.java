package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.gateway.ServerUse;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The org's servers, oldest first, kept up to date; and what can be done to one. Screen's thread only. */
final class ServersModel {
    private static final String LOCKED = "keychain is locked";

    private final Shelf shelf;
    private final ObservableValue<Set<String>> publicServers;
    private final InvalidationListener marks = property -> tick();
    private final Background background;
    private final Executor feed;
    private final ObservableList<ServerRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading> loading = new ReadOnlyObjectWrapper<>(new Loading.UnderWay());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private List<Listed> listed = List.of();
    private ServerRegister.@Nullable Subscription subscription;
    private Background.Job job = Background.Job.NONE;

    /** @param publicServers the ids of those that a tunnel leads to */
    ServersModel(Shelf shelf, ObservableValue<Set<String>> publicServers, Background background, Executor feed) {
        this.shelf = shelf;
        this.publicServers = publicServers;
        this.background = background;
        this.feed = feed;
        filter.addListener((property, before, now) -> tick());
    }

    /** How far the list is. */
    sealed interface Loading {
        record UnderWay() implements Loading {}

        record Failed(Problem problem) implements Loading {}

        /**
         * It is there.
         *
         * @param count of all servers, those that the filter hides too
         */
        record Done(int count) implements Loading {}
    }

    private record Listed(McpServer server, ServerUse use, String maskedUrl) {}

    Shelf shelf() {
        return shelf;
    }

    Background background() {
        return background;
    }

    /** Those that match the filter. */
    ObservableList<ServerRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why the last thing asked for was not done; null if it was. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The id of the selected one. */
    ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The selected one, as it is listed now. */
    @Nullable
    ServerRow selectedRow() {
        return rows.stream()
                .filter(row -> row.id().equals(selected.get()))
                .findFirst()
                .orElse(null);
    }

    /** Loads, and follows changes until {@link #rest}. */
    void watch() {
        if (subscription == null) {
            Batches<ServerRegister.Change> changes = new Batches<>(feed, batch -> load());
            subscription = shelf.register().subscribe(changes::add);
            publicServers.addListener(marks);
        }
        load();
    }

    /** Follows changes no more. */
    void rest() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
            publicServers.removeListener(marks);
        }
    }

    void load() {
        job.cancel();
        Map<McpServer, String> known = new HashMap<>();
        listed.stream()
                .filter(each -> !each.maskedUrl().equals(LOCKED))
                .forEach(each -> known.put(each.server(), each.maskedUrl()));
        job = background.run(
                () -> read(known),
                now -> {
                    listed = now;
                    loading.set(new Loading.Done(now.size()));
                    tick();
                },
                failure -> loading.set(new Loading.Failed(Failures.problem(failure))));
    }

    /** Tells the same anew, as time has passed. */
    void tick() {
        Instant now = shelf.now();
        List<ServerRow> fresh = listed.stream()
                .map(each -> row(each, now))
                .filter(row -> row.matches(filter.get()))
                .toList();
        if (!fresh.equals(rows)) {
            String keep = selected.get();
            rows.setAll(fresh);
            boolean there = fresh.stream().anyMatch(row -> row.id().equals(keep));
            selected.set(
                    there ? keep : fresh.isEmpty() ? null : fresh.getFirst().id());
        }
    }

    /** @param done gets the new URL's masked words when the old one is dead */
    void rotate(ServerRow row, Consumer<String> done) {
        run(() -> shelf.register().rotate(row.id()), made -> done.accept(Shelf.masked(made.token())));
    }

    void revoke(ServerRow row, Runnable done) {
        run(() -> shelf.register().revoke(row.id()), revoked -> done.run());
    }

    void delete(ServerRow row, Runnable done) {
        run(
                () -> {
                    shelf.register().delete(row.id());
                    return row;
                },
                gone -> done.run());
    }

    /** @param got gets the whole URL, for the clipboard */
    void url(ServerRow row, Consumer<String> got) {
        run(
                () -> shelf.url(row.id())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The token of “" + row.server().name() + "” is lost. Rotate it to get a new URL.")),
                got);
    }

    /** @param got gets a tool to begin with; null if the scope allows none */
    void firstTool(ServerRow row, Consumer<@Nullable String> got) {
        run(
                () -> shelf.tools(row.server().terms()),
                tools -> got.accept(tools.isEmpty() ? null : tools.getFirst().name()));
    }

    void forgetProblem() {
        problem.set(null);
    }

    private <T> void run(Background.Work<T> work, Consumer<T> done) {
        problem.set(null);
        background.run(work, done, failure -> problem.set(Failures.problem(failure)));
    }

    private List<Listed> read(Map<McpServer, String> known) {
        Map<String, ServerUse> use = shelf.register().use(shelf.org().id());
        return shelf.servers().stream()
                .map(server -> new Listed(
                        server,
                        use.getOrDefault(server.id(), ServerUse.NONE),
                        // Asked for again only if the server changed: a keychain may be slow.
                        known.containsKey(server) ? known.getOrDefault(server, "") : maskedUrl(server)))
                .toList();
    }

    private String maskedUrl(McpServer server) {
        if (!server.isRunning(shelf.now())) {
            return "";
        }
        try {
            return shelf.register().token(server.id()).map(Shelf::masked).orElse("lost");
        } catch (SecretsException e) {
            // The list is good for the rest; copying the URL says what to do.
            return LOCKED;
        }
    }

    private ServerRow row(Listed each, Instant now) {
        McpServer server = each.server();
        McpServer.State state = server.state(now);
        boolean isPublic = publicServers.getValue().contains(server.id());
        return new ServerRow(
                server,
                each.use(),
                Standing.of(state, isPublic),
                ScopeWords.of(server.config()),
                state == McpServer.State.RUNNING ? each.maskedUrl() : "",
                state == McpServer.State.REVOKED ? "—" : TimeWords.expiry(server.expiresAt(), now),
                TimeWords.past(each.use().lastCall(), now, shelf.clock().getZone()));
    }
}
