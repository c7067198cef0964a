package dev.orgbench.tools.resources;

import dev.orgbench.salesforce.ApiUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking for the list of resources. */
public sealed interface ListAnswer permits ListAnswer.Page, FailedRequest {
    /**
     * A part of the list.
     *
     * @param cursor gives the next part; empty if this was the last
     * @param usage the org's API use after it; null if the org has never answered
     */
    record Page(
            List<ObjectResource> resources,
            String cursor,
            @Nullable ApiUsage usage) implements ListAnswer {
        /** Copies the list. */
        public Page {
            resources = List.copyOf(resources);
        }
    }
}
