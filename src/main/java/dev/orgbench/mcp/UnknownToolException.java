package dev.orgbench.mcp;

/** No tool of that name exists for this URL; answered as JSON-RPC -32602. */
public final class UnknownToolException extends Exception {
    public UnknownToolException(String name) {
        super("Unknown tool: " + name);
    }
}
