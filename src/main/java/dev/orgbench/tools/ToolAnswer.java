package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ApiUsage;
import org.jspecify.annotations.Nullable;

/** What a tool call came to. */
public sealed interface ToolAnswer {
    /** The org's API use after the call; null if the org has never answered. */
    @Nullable
    ApiUsage usage();

    /** It worked; {@code content} conforms to the tool's output schema. */
    record Success(ObjectNode content, @Nullable ApiUsage usage) implements ToolAnswer {}

    /**
     * It failed.
     *
     * @param code Salesforce's errorCode, or one of ours ({@code INVALID_ARGUMENT})
     * @param text what failed, Salesforce's code and message verbatim, which argument, and what to try
     * @param retryAfter the upstream's Retry-After header, passed through; null if there was none
     */
    record Failure(
            String code,
            String text,
            @Nullable String retryAfter,
            @Nullable ApiUsage usage) implements ToolAnswer {}
}
