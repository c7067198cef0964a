package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.soap.Xml;

/** What a client is told that has begun something, to ask for the result later. */
final class AsyncResult {
    private AsyncResult() {}

    static Xml queued(String id) {
        return Xml.parent("result", Xml.of("done", false), Xml.of("id", id), Xml.of("state", "Queued"));
    }
}
