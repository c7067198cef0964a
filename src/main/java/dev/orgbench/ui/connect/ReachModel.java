package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.doctor.Check;
import dev.orgbench.connect.tunnel.Finding;
import dev.orgbench.connect.tunnel.PublicHosts;
import dev.orgbench.connect.tunnel.TunnelException;
import dev.orgbench.connect.tunnel.TunnelKind;
import dev.orgbench.connect.tunnel.TunnelKinds;
import dev.orgbench.connect.tunnel.TunnelState;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** The tunnel by which agents elsewhere come in: which one, whether it is there, whether it is up. Screen's thread only. */
public final class ReachModel implements AutoCloseable {
    /** What is offered where a server without an expiry would go public. */
    public static final Duration OFFERED_EXPIRY = Duration.ofHours(8);

    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String KIND = "connect.tunnel";
    private static final String COMMAND = "connect.tunnel-command";
    private static final String PATTERN = "connect.tunnel-pattern";

    private final ConnectParts parts;
    private final Background background;
    private final Memory memory;
    private final List<TunnelKind> bundled = TunnelKinds.bundled();
    private final ObservableMap<String, Finding> findings = FXCollections.observableHashMap();
    private final ObjectProperty<@Nullable HandedServer> server = new SimpleObjectProperty<>();
    private final StringProperty kind;
    private final StringProperty command;
    private final StringProperty pattern;
    private final ReadOnlyObjectWrapper<TunnelState> state = new ReadOnlyObjectWrapper<>(new TunnelState.Off());
    private final ReadOnlyObjectWrapper<@Nullable URI> publicBase = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Confirmation> confirmation =
            new ReadOnlyObjectWrapper<>(new Confirmation.None());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final PublicHosts.Lease lease;
    private Background.Job starting = Background.Job.NONE;
    private Background.Job confirming = Background.Job.NONE;

    ReachModel(ConnectParts parts, Background background, Executor screen, Memory memory) {
        this.parts = parts;
        this.background = background;
        this.memory = memory;
        kind = remembered(KIND, bundled.getFirst().id());
        command = remembered(COMMAND, "");
        pattern = remembered(PATTERN, "");
        server.addListener((property, before, now) -> confirm());
        lease = parts.tunnels().listen(() -> screen.execute(this::read));
        read();
    }

    /** Follows the tunnels no more. */
    @Override
    public void close() {
        lease.close();
    }

    /** Whether the tunnel leads to the server, as far as was looked. */
    public sealed interface Confirmation {
        record None() implements Confirmation {}

        record UnderWay() implements Confirmation {}

        record Done(Check check) implements Confirmation {}
    }

    /** Looks which tunnels are on this machine. */
    public void look() {
        for (TunnelKind candidate : bundled) {
            background.run(
                    () -> parts.tunnels().find(candidate),
                    finding -> findings.put(candidate.id(), finding),
                    Problems::of);
        }
    }

    /** Those that are known by name, to be started with one press. */
    public List<TunnelKind> kinds() {
        return bundled.stream().filter(candidate -> !candidate.preset()).toList();
    }

    /** Commands to begin one's own from. */
    public List<TunnelKind> presets() {
        return bundled.stream().filter(TunnelKind::preset).toList();
    }

    /** Takes a preset over into the command and the pattern. */
    public void take(TunnelKind preset) {
        command.set(preset.commandLine());
        pattern.set(preset.announced().pattern());
    }

    /** Which of them are there, by id; absent while that is being looked at. */
    public ObservableMap<String, Finding> findings() {
        return findings;
    }

    /** The chosen kind's id, or {@link TunnelKind#OWN}. */
    public StringProperty kindProperty() {
        return kind;
    }

    /** One's own command. */
    public StringProperty commandProperty() {
        return command;
    }

    /** What finds the URL in its output. */
    public StringProperty patternProperty() {
        return pattern;
    }

    /** How it stands with the tunnel. */
    public ReadOnlyObjectProperty<TunnelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Its address; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable URI> publicBaseProperty() {
        return publicBase.getReadOnlyProperty();
    }

    /** Whether it leads to the server. */
    public ReadOnlyObjectProperty<Confirmation> confirmationProperty() {
        return confirmation.getReadOnlyProperty();
    }

    /** Why it could not be opened, or ended by itself; null if nothing is wrong. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The command that installs a tunnel's program on this machine; empty where only its page says how. */
    public String installCommand(TunnelKind wanted) {
        return wanted.install().getOrDefault(parts.machine().kind(), "");
    }

    /**
     * Looks for the chosen tunnel's program, as it may have come or gone since: where it is there, {@code then}. Where it
     * is missing, that is said, before anything is asked of the person or changed for a tunnel that cannot start.
     */
    public void whenThere(Runnable then) {
        TunnelKind wanted;
        try {
            wanted = chosenKind();
        } catch (TunnelException e) {
            problem.set(Problems.of(e));
            return;
        }
        background.run(
                () -> parts.machine().program(wanted.program()).isPresent(),
                there -> {
                    if (there) {
                        then.run();
                    } else {
                        start();
                    }
                },
                failure -> problem.set(Problems.of(failure)));
    }

    /** Whether an expiry must be set before a tunnel may be opened. */
    public boolean needsExpiry() {
        HandedServer chosen = server.get();
        return chosen != null && chosen.expiresAt() == null;
    }

    /** Sets the offered expiry, then opens the tunnel unless one is open. {@code changed} is called when the server has it. */
    public void expireAndStart(Runnable changed) {
        HandedServer chosen = server.get();
        if (chosen == null) {
            return;
        }
        Instant when = parts.clock().instant().plus(OFFERED_EXPIRY);
        background.run(
                () -> {
                    parts.servers().expireAt(chosen.id(), when);
                    return new HandedServer(
                            chosen.id(), chosen.name(), chosen.org(), chosen.url(), chosen.asksForToken(), when);
                },
                expiring -> {
                    changed.run();
                    if (publicBase.get() == null) {
                        start(expiring);
                    }
                },
                failure -> problem.set(Problems.of(failure)));
    }

    /** Opens the chosen tunnel to the chosen server. */
    public void start() {
        HandedServer chosen = server.get();
        if (chosen != null) {
            start(chosen);
        }
    }

    /** Cancels what is starting, or closes the tunnel. */
    public void stop() {
        starting.cancel();
        starting = Background.Job.NONE;
        background.run(
                () -> {
                    parts.tunnels().stop();
                    return true;
                },
                done -> read(),
                failure -> problem.set(Problems.of(failure)));
    }

    /** Asks again whether the tunnel leads to the server. */
    public void confirm() {
        HandedServer chosen = server.get();
        URI base = publicBase.get();
        confirming.cancel();
        if (chosen == null || base == null || chosen.expiresAt() == null) {
            confirmation.set(new Confirmation.None());
            return;
        }
        confirmation.set(new Confirmation.UnderWay());
        confirming = background.run(
                () -> parts.outside().settled(chosen, base, SETTLING, PAUSE),
                check -> confirmation.set(new Confirmation.Done(check)),
                failure -> problem.set(Problems.of(failure)));
    }

    ObjectProperty<@Nullable HandedServer> serverProperty() {
        return server;
    }

    private void start(HandedServer chosen) {
        problem.set(null);
        TunnelKind wanted;
        try {
            wanted = chosenKind();
        } catch (TunnelException e) {
            problem.set(Problems.of(e));
            return;
        }
        starting.cancel();
        state.set(new TunnelState.Starting(wanted));
        starting = background.run(() -> parts.tunnels().start(wanted, chosen), up -> read(), failure -> {
            read();
            problem.set(Problems.of(failure));
        });
    }

    private TunnelKind chosenKind() throws TunnelException {
        if (kind.get().equals(TunnelKind.OWN)) {
            return TunnelKinds.own(command.get(), pattern.get());
        }
        return bundled.stream()
                .filter(candidate -> candidate.id().equals(kind.get()))
                .findFirst()
                .orElse(bundled.getFirst());
    }

    private void read() {
        TunnelState now = parts.tunnels().state();
        state.set(now);
        if (now instanceof TunnelState.Failed failed) {
            problem.set(Problems.of(failed.problem()));
        }
        URI base = now instanceof TunnelState.Up up ? up.publicBase() : null;
        boolean changed = base != null && !base.equals(publicBase.get());
        publicBase.set(base);
        if (changed || base == null) {
            confirm();
        }
    }

    private StringProperty remembered(String key, String otherwise) {
        StringProperty property = new SimpleStringProperty(memory.get(key).orElse(otherwise));
        property.addListener((value, before, now) -> memory.put(key, now));
        return property;
    }
}
