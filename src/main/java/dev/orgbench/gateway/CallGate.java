package dev.orgbench.gateway;

import java.time.Duration;

/**
 * What every call of a tool passes: the server's ceiling, the person where he is to be asked, and the meters, which learn
 * how it ended. To read a resource takes the ceiling alone.
 */
final class CallGate {
    private final Ceilings ceilings;
    private final Confirmation confirmation;
    private final Meters meters;

    CallGate(Ceilings ceilings, Confirmation confirmation, Meters meters) {
        this.ceilings = ceilings;
        this.confirmation = confirmation;
        this.meters = meters;
    }

    /** Lets the reading of a resource in, which asks the org as a call does; the meters count calls of tools alone. */
    Ceilings.Entry enterToRead(McpServer server) throws Ceilings.ReachedException {
        return ceilings.enter(server);
    }

    /** Lets a call in, which ends when the passage is closed. */
    Passage enter(McpServer server) throws Ceilings.ReachedException {
        try {
            return new Passage(server.id(), ceilings.enter(server));
        } catch (Ceilings.ReachedException e) {
            meters.called(server.id(), "", Meters.Outcome.CEILING, Duration.ZERO);
            throw e;
        }
    }

    /** How a person is asked. */
    Confirmation confirmation() {
        return confirmation;
    }

    /** A call under way. For the thread that carries it out. */
    final class Passage implements AutoCloseable {
        private final String serverId;
        private final Ceilings.Entry entry;
        private final long begunNanos = System.nanoTime();
        private String tool = "";
        private Meters.Outcome outcome = Meters.Outcome.UNKNOWN_TOOL;

        private Passage(String serverId, Ceilings.Entry entry) {
            this.serverId = serverId;
            this.entry = entry;
        }

        /** It is for a tool that exists. */
        void found(String name) {
            tool = name;
            outcome = Meters.Outcome.FAILED;
        }

        /** How it will have ended, unless something else is said. */
        void ends(Meters.Outcome how) {
            outcome = how;
        }

        @Override
        public void close() {
            entry.close();
            meters.called(serverId, tool, outcome, Duration.ofNanos(System.nanoTime() - begunNanos));
        }
    }
}
