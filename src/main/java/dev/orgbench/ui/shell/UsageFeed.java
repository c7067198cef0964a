package dev.orgbench.ui.shell;

import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.trace.Trace;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the window learns how much of the org's daily API allowance is used. */
public interface UsageFeed {
    /** What the org said last; empty until it has answered. */
    Optional<ApiUsage> latest();

    /**
     * Tells {@code listener} of every change from now on, on any thread.
     *
     * @return ends the subscription when closed
     */
    Trace.Subscription subscribe(Consumer<ApiUsage> listener);
}
