package dev.orgbench.connect.tunnel;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The tunnel that is open, at most one: it exposes the gateway's port, so a second would add nothing. It ends with
 * Orgbench, with its server's expiry, or when it is stopped; its host is allowed at the gateway only while it is up.
 * Safe for use by several threads.
 */
public final class Tunnels implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Machine machine;
    private final PublicHosts hosts;
    private final Clock clock;
    private final Duration patience;
    private final Leftover leftover;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Held while one is being opened: of two at once, the first would stay open with nobody left to close it. */
    private final ReentrantLock opening = new ReentrantLock();

    private TunnelState state = new TunnelState.Off();
    private @Nullable Open open;
    private volatile Instant expiry = Instant.MAX;

    /**
     * Ends what an earlier run that was killed may have left open.
     *
     * @param machine where programs are looked for
     * @param hosts where a tunnel's host is allowed while it is up
     * @param data Orgbench's data folder
     */
    public Tunnels(Machine machine, PublicHosts hosts, Path data, Clock clock) {
        this(machine, hosts, data, clock, PATIENCE);
    }

    /** With another patience than 20 s for the address. */
    Tunnels(Machine machine, PublicHosts hosts, Path data, Clock clock, Duration patience) {
        this.machine = machine;
        this.hosts = hosts;
        this.clock = clock;
        this.patience = patience;
        this.leftover = new Leftover(data.resolve("tunnel.pid"));
        leftover.end();
    }

    private record Open(TunnelProcess process, PublicHosts.Lease lease) {}

    /** Whether {@code kind}'s program is on this machine. Blocks for two seconds at most. */
    public Finding find(TunnelKind kind) throws InterruptedException {
        return new Finder(machine).find(kind);
    }

    /** How it stands now. */
    public synchronized TunnelState state() {
        return state;
    }

    /** The tunnel that is up. */
    public Optional<TunnelState.Up> running() {
        return state() instanceof TunnelState.Up up ? Optional.of(up) : Optional.empty();
    }

    /** Calls {@code listener} after each change, on any thread, until the handle is closed. */
    public PublicHosts.Lease listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Opens a tunnel to {@code server}; one that is open is closed first. Blocks until its address is known, 20 s at
     * most. Interrupting it leaves none.
     *
     * @throws TunnelException if it cannot be opened; {@link #state} then says the same
     */
    public TunnelState.Up start(TunnelKind kind, HandedServer server) throws TunnelException, InterruptedException {
        Path program = programOrFailed(kind);
        Instant expiry = server.expiresAt();
        if (expiry == null || server.isExpired(clock.instant())) {
            throw new TunnelException(
                    "\"" + server.name() + "\" " + (expiry == null ? "never expires" : "has expired")
                            + ", so it is not opened to the internet.",
                    "Give it an expiry first; eight hours are enough for a day's work.");
        }
        opening.lockInterruptibly();
        try {
            stop();
            change(new TunnelState.Starting(kind));
            return opened(kind, server, expiry, program);
        } catch (TunnelException e) {
            change(new TunnelState.Failed(kind, e));
            throw e;
        } catch (InterruptedException e) {
            change(new TunnelState.Off());
            throw e;
        } finally {
            opening.unlock();
        }
    }

    private TunnelState.Up opened(TunnelKind kind, HandedServer server, Instant expiry, Path program)
            throws TunnelException, InterruptedException {
        TunnelStart start = new TunnelStart(kind, server.port(), patience);
        TunnelProcess process = start.launch(program, List.of(server.token()));
        leftover.remember(process.handle());
        boolean up = false;
        try {
            TunnelState.Up state = up(kind, server, expiry, process, start.address(process));
            up = true;
            return state;
        } finally {
            if (!up) {
                process.close();
                leftover.forget();
            }
        }
    }

    /**
     * A server was changed: a tunnel to it ends with it.
     *
     * @param until when it expires now; null if it is gone, revoked, or never expires: then its tunnel is closed at once
     */
    public void serverChanged(String serverId, @Nullable Instant until) {
        TunnelState.Up up = running().orElse(null);
        if (up == null || !up.serverId().equals(serverId)) {
            return;
        }
        if (until == null) {
            end(new TunnelState.Failed(
                    up.kind(),
                    new TunnelException(
                            "Its server has expired, was revoked or deleted, or never expires any more; so the tunnel was closed.",
                            "Choose a server that runs and expires, and start it again.")));
        } else {
            expiry = until;
        }
    }

    /** Closes the tunnel and waits until its program has ended. Harmless if none is open. */
    public void stop() {
        end(new TunnelState.Off());
    }

    @Override
    public void close() {
        stop();
        listeners.clear();
    }

    /** One that is missing does not end a tunnel that is up. */
    private Path programOrFailed(TunnelKind kind) throws TunnelException {
        try {
            return program(kind);
        } catch (TunnelException missing) {
            if (running().isEmpty()) {
                change(new TunnelState.Failed(kind, missing));
            }
            throw missing;
        }
    }

    private Path program(TunnelKind kind) throws TunnelException {
        return machine.program(kind.program())
                .orElseThrow(() -> new TunnelException(
                        kind.program() + " is not on this machine, or may not be run.",
                        kind.install().containsKey(machine.kind())
                                ? "Install it: " + kind.install().get(machine.kind())
                                : kind.page() == null
                                        ? "Check the program's name, or write its whole path from the root on."
                                        : "Install it: " + kind.page()));
    }

    private TunnelState.Up up(
            TunnelKind kind, HandedServer server, Instant until, TunnelProcess process, URI publicBase) {
        expiry = until;
        TunnelState.Up up = new TunnelState.Up(kind, server.id(), publicBase, clock.instant());
        synchronized (this) {
            open = new Open(process, hosts.allow(publicBase.getHost(), server.id()));
        }
        change(up);
        Thread.ofVirtual().name("tunnel-watch").start(() -> watch(kind, process));
        return up;
    }

    private void watch(TunnelKind kind, TunnelProcess process) {
        try {
            while (!process.awaitExit(LOOK)) {
                if (!clock.instant().isBefore(expiry)) {
                    endIf(
                            process,
                            new TunnelState.Failed(
                                    kind,
                                    new TunnelException(
                                            "The server has expired, so its tunnel was closed.",
                                            "Give the server a new expiry to open it again.")));
                    return;
                }
            }
        } catch (InterruptedException e) {
            return;
        }
        endIf(
                process,
                new TunnelState.Failed(
                        kind,
                        new TunnelException(
                                kind.name() + " ended by itself (code " + process.exitCode()
                                        + "); the public URL is dead.",
                                kind.explain(process.text())
                                        .orElse("Start it again. Its address may then be another one."),
                                process.lastLines())));
    }

    private void endIf(TunnelProcess process, TunnelState next) {
        synchronized (this) {
            if (open == null || open.process() != process) {
                return;
            }
        }
        end(next);
    }

    private void end(TunnelState next) {
        Open ending;
        synchronized (this) {
            ending = open;
            open = null;
        }
        if (ending != null) {
            // The host first: from here on nothing comes in, however long the program takes to end.
            ending.lease().close();
            ending.process().close();
            leftover.forget();
        }
        if (ending != null || state() instanceof TunnelState.Failed) {
            change(next);
        }
    }

    private void change(TunnelState next) {
        synchronized (this) {
            state = next;
        }
        listeners.forEach(Runnable::run);
    }
}
