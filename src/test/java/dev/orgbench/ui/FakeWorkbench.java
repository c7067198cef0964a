package dev.orgbench.ui;

import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Memory;
import java.time.Clock;

/** A {@link FakeServer} with its trace and a memory. */
public record FakeWorkbench(Trace trace, FakeServer server, Memory memory) {
    public static FakeWorkbench create() {
        Trace trace = new Trace(Clock.systemUTC());
        return new FakeWorkbench(trace, new FakeServer(trace), Memory.forThisRun());
    }
}
