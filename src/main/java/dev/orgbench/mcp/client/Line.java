package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a conversation with one server stands on, in whatever era.
 *
 * @param ids of requests, each given once
 * @param timeout for each request, from connecting to the last byte of its answer
 */
record Line(Peer peer, Wire wire, LongSupplier ids, ClientName client, Questions questions, Duration timeout) {
    static final Headers NO_HEADERS = new Headers.Builder().build();

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    /** What the server calls this client in its logs. */
    record ClientName(String name, String version) {
        ObjectNode json() {
            return WireJson.NODES.objectNode().put("name", name).put("version", version);
        }
    }

    Line at(Wire other) {
        return new Line(peer, other, ids, client, questions, timeout);
    }

    Patience patience() {
        return new Patience(timeout, questions);
    }

    Patience patience(Duration other) {
        return new Patience(other, questions);
    }

    /** Tells the server something that it may as well not hear, and does not wait. */
    void inBackground(Courtesy courtesy) {
        Thread.ofVirtual().name("mcp-client-courtesy").start(() -> {
            try {
                courtesy.send();
            } catch (IOException | McpException | InterruptedException e) {
                log.debug("{} was not told: {}", peer, e.getMessage());
            }
        });
    }

    /** Something that is said without need. */
    @FunctionalInterface
    interface Courtesy {
        void send() throws IOException, McpException, InterruptedException;
    }
}
