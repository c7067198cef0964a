package dev.orgbench.ui.tools;

import java.net.URI;
import java.util.Map;

/**
 * An MCP server that is none of Orgbench's.
 *
 * @param name as it is listed
 * @param url may hold a token
 * @param headers sent with every request
 */
record OtherServer(String name, URI url, Map<String, String> headers) {
    OtherServer {
        headers = Map.copyOf(headers);
    }

    /** The name alone, as the rest is not fit for a log. */
    @Override
    public String toString() {
        return name;
    }
}
