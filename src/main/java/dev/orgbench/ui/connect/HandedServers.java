package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import java.time.Instant;
import java.util.List;

/** The servers of one org that can be handed over: those that run and whose token is known. Methods may block. */
public interface HandedServers {
    /** All of them, in the order of the Servers screen. */
    List<HandedServer> list();

    /** Lets a server expire at {@code when}. */
    void expireAt(String serverId, Instant when);
}
