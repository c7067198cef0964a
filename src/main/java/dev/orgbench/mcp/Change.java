package dev.orgbench.mcp;

/** What clients that listen are told. */
public sealed interface Change {
    /** A list is not what it was: ask for it again. */
    record ListChanged(Kind list) implements Change {}

    /** A resource's text is not what it was. */
    record ResourceUpdated(String uri) implements Change {}

    /** The URL does not lead here any more: every stream ends. */
    record Ended() implements Change {}

    /** The lists that a server has. */
    enum Kind {
        TOOLS,
        PROMPTS,
        RESOURCES
    }
}
