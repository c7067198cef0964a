package dev.orgbench.ui.kit;

import java.util.function.Consumer;

/** The twin of {@link VirtualThreads} for tests: everything happens at once, on the calling thread. */
public final class SameThread implements Background {
    @Override
    public <T> Job run(Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return Job.NONE;
        }
        done.accept(result);
        return Job.NONE;
    }
}
