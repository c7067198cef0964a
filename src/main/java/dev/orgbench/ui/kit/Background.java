package dev.orgbench.ui.kit;

import java.util.function.Consumer;

/** The one way in which a screen does work that may block. Outcomes come back on the thread of the screen. */
public interface Background {
    /**
     * Starts {@code work} away from the screen's thread.
     *
     * @param done gets the result
     * @param failed gets what {@code work} threw
     * @return to cancel it; after that neither consumer is called
     */
    <T> Job run(Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /** Work that may block. An interrupt means that nobody wants its result any more. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws Exception;
    }

    /** Work under way. */
    @FunctionalInterface
    interface Job {
        /** A job that ended long ago. */
        Job NONE = () -> {};

        /** Interrupts the work and drops its outcome. Harmless when it has ended. */
        void cancel();
    }
}
