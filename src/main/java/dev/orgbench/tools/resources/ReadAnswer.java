package dev.orgbench.tools.resources;

import dev.orgbench.salesforce.ApiUsage;
import org.jspecify.annotations.Nullable;

/** What came of reading a resource. */
public sealed interface ReadAnswer permits ReadAnswer.Contents, ReadAnswer.Unknown, FailedRequest {
    /**
     * What stands there.
     *
     * @param uri as it was asked for
     * @param text JSON, as {@code get_single_salesforce_object_describe_by_id} gives it
     * @param usage the org's API use after it; null if the org has never answered
     */
    record Contents(String uri, String text, @Nullable ApiUsage usage) implements ReadAnswer {}

    /** There is no such resource on this server. The text says why, and what to try. */
    record Unknown(String text) implements ReadAnswer {}
}
