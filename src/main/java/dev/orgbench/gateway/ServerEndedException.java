package dev.orgbench.gateway;

import java.time.Instant;

/** A server was to be changed that has expired, was revoked or does not exist. The message is fit for a person. */
public final class ServerEndedException extends RuntimeException {
    private ServerEndedException(String message) {
        super(message);
    }

    static ServerEndedException of(McpServer server, Instant now) {
        String how = server.state(now) == McpServer.State.REVOKED ? "was revoked" : "has expired";
        return new ServerEndedException("“" + server.name() + "” " + how
                + ", and its token is gone for good. Duplicate it to go on with the same scope under a new URL.");
    }

    static ServerEndedException unknown() {
        return new ServerEndedException("This server does not exist any more: it was deleted meanwhile.");
    }
}
