package dev.orgbench.connect.tunnel;

/** The names by which the gateway may be called from outside. */
@FunctionalInterface
public interface PublicHosts {
    /**
     * Allows a host from now on, to one server alone.
     *
     * @param host without a port, as {@code abc.trycloudflare.com}
     * @return to forbid it again
     */
    Lease allow(String host, String serverId);

    /** A host that is allowed until this is closed. */
    @FunctionalInterface
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }
}
