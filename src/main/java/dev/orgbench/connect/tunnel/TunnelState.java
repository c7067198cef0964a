package dev.orgbench.connect.tunnel;

import java.net.URI;
import java.time.Instant;

/** How it stands with the tunnel. */
public sealed interface TunnelState {
    /** There is none. */
    record Off() implements TunnelState {}

    /** Its program was started and has told no address yet. */
    record Starting(TunnelKind kind) implements TunnelState {}

    /**
     * It is up: the gateway can be called from everywhere.
     *
     * @param serverId the server that it was started for
     * @param publicBase {@code https://} and the host
     */
    record Up(TunnelKind kind, String serverId, URI publicBase, Instant since) implements TunnelState {}

    /** It could not be started, or ended without being asked to. */
    record Failed(TunnelKind kind, TunnelException problem) implements TunnelState {}
}
