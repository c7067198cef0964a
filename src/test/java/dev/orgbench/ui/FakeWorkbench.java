package dev.orgbench.ui;

import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.shell.ServerUrl;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** A window's foundations on a {@link FakeServer}. */
public record FakeWorkbench(Trace trace, FakeServer server, Memory memory) {
    public static final String URL = "http://127.0.0.1:7420/mcp/9f3c2a7d41b85e06aa17c9d2b4f6e8e1";

    public static FakeWorkbench create() {
        Trace trace = new Trace(Clock.systemUTC());
        return new FakeWorkbench(trace, new FakeServer(trace), Memory.forThisRun());
    }

    public Workbench workbench(String... notices) {
        return new Workbench(
                "Demo org",
                true,
                new ServerUrl(URI.create(URL)),
                server,
                server::origins,
                server,
                trace,
                List.of(notices));
    }
}
