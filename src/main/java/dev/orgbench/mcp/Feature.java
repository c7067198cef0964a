package dev.orgbench.mcp;

/** What a server can do beyond tools; what it does not have, it neither declares nor answers. */
public enum Feature {
    PROMPTS,
    RESOURCES,
    /** Clients can ask to be told when one resource changes. */
    RESOURCE_SUBSCRIPTIONS,
    COMPLETIONS,
    /** Log messages to the client. The protocol has given this up; a server needs it for old clients alone. */
    LOGGING,
    /** Some tools want arguments repeated in headers: their schemas say {@code x-mcp-header}. */
    PARAMETER_HEADERS
}
