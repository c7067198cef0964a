package dev.orgbench.gateway;

import dev.orgbench.mcp.RefusedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The requests that are being carried out. Who may not use the server any more is cut off in the middle of his. */
final class Visits implements AutoCloseable {
    private final Set<Visit> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();
    private final ServerRegister.Subscription subscription;

    Visits(ServerRegister register) {
        subscription = register.subscribe(this::changed);
    }

    /** Carries a request out. */
    @FunctionalInterface
    interface Work<T> {
        T carryOut() throws RefusedException;
    }

    /** How many changes of servers there were. To be asked before a server is looked up. */
    long changes() {
        return changes.get();
    }

    /**
     * Carries {@code work} out on the calling thread, which is interrupted if the admission lapses meanwhile.
     *
     * @throws RefusedException as {@code work} does, and if it was cut off
     */
    <T> T during(Admission admission, Work<T> work) throws RefusedException {
        try (Visit visit = begin(admission)) {
            try {
                visit.mustNotBeCut();
                T done = work.carryOut();
                visit.mustNotBeCut();
                return done;
            } catch (RefusedException | RuntimeException e) {
                // What failed as it was cut off is told as that.
                visit.mustNotBeCut();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private Visit begin(Admission admission) {
        Visit visit = new Visit(admission);
        underWay.add(visit);
        // A change that came between the door and here was told to nobody.
        if (changes.get() != admission.changes()) {
            visit.look();
        }
        return visit;
    }

    private void changed(ServerRegister.Change change) {
        if (change.isMoreThanUse()) {
            changes.incrementAndGet();
            underWay.stream().filter(visit -> visit.isOf(change.serverId())).forEach(Visit::look);
        }
    }

    private final class Visit implements AutoCloseable {
        private final Admission admission;
        private final Thread worker = Thread.currentThread();
        private @Nullable String lapse;
        private boolean over;

        Visit(Admission admission) {
            this.admission = admission;
        }

        boolean isOf(String serverId) {
            return admission.server().id().equals(serverId);
        }

        void look() {
            admission.lapse().ifPresent(this::cut);
        }

        private synchronized void cut(String why) {
            if (!over && lapse == null) {
                lapse = why;
                worker.interrupt();
            }
        }

        synchronized void mustNotBeCut() throws RefusedException {
            if (lapse != null) {
                throw new RefusedException(
                        RefusedException.Reason.ENDED,
                        "“" + admission.server().name() + "” " + lapse
                                + " while it was carrying this out, so it was cut"
                                + " off. What had been sent to Salesforce by then may have been done. Ask the server's"
                                + " owner for access, and look at the records before you do it again.");
            }
        }

        /** The thread is not interrupted on this account any more, nor left so. */
        @Override
        public synchronized void close() {
            underWay.remove(this);
            over = true;
            if (lapse != null) {
                Thread.interrupted();
            }
        }
    }
}
