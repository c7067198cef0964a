package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.guide.ConnectorFile;
import dev.orgbench.connect.guide.Guide;
import dev.orgbench.connect.guide.Instructions;
import dev.orgbench.connect.guide.Snippet;
import dev.orgbench.connect.guide.Way;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** Which server goes to which client by which way, and the instructions that follow from it. Screen's thread only. */
public final class ConnectModel {
    private static final String CLIENT = "connect.client";

    private final ConnectParts parts;
    private final Background background;
    private final ObservableList<HandedServer> servers = FXCollections.observableArrayList();
    private final ObservableSet<String> found = FXCollections.observableSet(new HashSet<>());
    private final ObjectProperty<@Nullable HandedServer> server = new SimpleObjectProperty<>();
    private final ObjectProperty<Guide> guide;
    private final ObjectProperty<Way> way;
    private final ReadOnlyObjectWrapper<Loading> loading = new ReadOnlyObjectWrapper<>(new Loading.UnderWay());
    private final ReadOnlyObjectWrapper<@Nullable Instructions> instructions = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final ReachModel reach;
    private final DoctorModel doctor;
    private @Nullable String wanted;

    /** @param screen runs what it is given on the screen's thread, in order */
    public ConnectModel(ConnectParts parts, Background background, Executor screen, Memory memory) {
        this.parts = parts;
        this.background = background;
        guide = new SimpleObjectProperty<>(
                parts.guides().guide(memory.get(CLIENT).orElse("")));
        way = new SimpleObjectProperty<>(guide.get().ways().getFirst());
        reach = new ReachModel(parts, background, screen, memory);
        doctor = new DoctorModel(parts.doctor(), background, screen);
        guide.addListener((property, before, now) -> {
            memory.put(CLIENT, now.id());
            way.set(now.ways().getFirst());
            tell();
        });
        way.addListener((property, before, now) -> tell());
        server.addListener((property, before, now) -> {
            revealed.set(false);
            tell();
        });
        reach.publicBaseProperty().addListener((property, before, now) -> tell());
    }

    /** How it stands with the list of servers. */
    public sealed interface Loading {
        record UnderWay() implements Loading {}

        record Done() implements Loading {}

        record Failed(Problem problem) implements Loading {}
    }

    /** Reads the servers anew, and looks which clients are on this machine. The chosen server stays if it is still there. */
    public void load() {
        if (servers.isEmpty()) {
            loading.set(new Loading.UnderWay());
        }
        background.run(
                parts.servers()::list, this::show, failure -> loading.set(new Loading.Failed(Problems.of(failure))));
        background.run(
                () -> Set.copyOf(guides().stream()
                        .filter(candidate -> !candidate.id().equals("curl") && candidate.isFound(parts.machine()))
                        .map(Guide::id)
                        .toList()),
                ids -> {
                    found.retainAll(ids);
                    found.addAll(ids);
                },
                Problems::of);
    }

    /** Chooses a server; one that is not listed yet is chosen when it is. */
    public void choose(String serverId) {
        wanted = serverId;
        servers.stream()
                .filter(candidate -> candidate.id().equals(serverId))
                .findFirst()
                .ifPresent(server::set);
    }

    /** The servers that can be handed over. */
    public ObservableList<HandedServer> servers() {
        return servers;
    }

    /** The chosen one; null while there is none. */
    public ObjectProperty<@Nullable HandedServer> serverProperty() {
        return server;
    }

    /** All clients. */
    public List<Guide> guides() {
        return parts.guides().all();
    }

    /** The ids of those that are on this machine. */
    public ObservableSet<String> found() {
        return found;
    }

    /** The chosen client. */
    public ObjectProperty<Guide> guideProperty() {
        return guide;
    }

    /** The chosen way to connect it. */
    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    /** How it stands with the list of servers. */
    public ReadOnlyObjectProperty<Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** What to do; null while there is no server. */
    public ReadOnlyObjectProperty<@Nullable Instructions> instructionsProperty() {
        return instructions.getReadOnlyProperty();
    }

    /** Whether tokens are shown whole. Another server's are not, until asked for again. */
    public BooleanProperty revealedProperty() {
        return revealed;
    }

    /** How the client comes in from outside. */
    public ReachModel reach() {
        return reach;
    }

    /** What was looked at. */
    public DoctorModel doctor() {
        return doctor;
    }

    /** Looks at each step again. */
    public void examine() {
        HandedServer chosen = server.get();
        if (chosen != null) {
            doctor.examine(chosen, guide.get(), way.get(), publicBase());
        }
    }

    /** A change of a file that would tell the chosen client of the chosen server. */
    public MergeModel merge(Snippet snippet) {
        HandedServer chosen = server.get();
        return new MergeModel(
                snippet, line -> chosen == null ? line : chosen.mask(line), parts.machine(), parts.clock(), background);
    }

    /** All steps as plain text, whole URL included. */
    public Optional<String> text() {
        return Optional.ofNullable(instructions.get())
                .map(told -> told.text(guide.get().name()));
    }

    /** Makes {@code connector.json} for the chosen server, its tools asked for now. */
    public void connectorFile(Consumer<String> made) {
        HandedServer chosen = server.get();
        if (chosen == null) {
            return;
        }
        URI base = reach.needsExpiry() ? null : reach.publicBaseProperty().get();
        background.run(
                () -> ConnectorFile.of(chosen, base, parts.doctor().tools(chosen)),
                made,
                failure -> doctor.fail(Problems.of(failure)));
    }

    /** The public address, where the chosen way needs one. A server that never expires has none, tunnel or not. */
    private @Nullable URI publicBase() {
        return way.get().isPublic() && !reach.needsExpiry()
                ? reach.publicBaseProperty().get()
                : null;
    }

    private void show(List<HandedServer> now) {
        HandedServer before = server.get();
        String id = wanted != null ? wanted : before == null ? "" : before.id();
        servers.setAll(now);
        server.set(now.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElse(now.isEmpty() ? null : now.getFirst()));
        loading.set(new Loading.Done());
        tell();
    }

    private void tell() {
        HandedServer chosen = server.get();
        reach.serverProperty().set(chosen);
        instructions.set(
                chosen == null
                        ? null
                        : way.get()
                                .instructions(
                                        chosen, publicBase(), parts.guides().apiTokenNote()));
        examine();
    }
}
