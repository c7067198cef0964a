package dev.orgbench.mcp.client;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where an MCP server is, and how it wants to be spoken to.
 *
 * @param url {@code http} or {@code https}; its path may be a secret
 * @param headers sent with every request
 */
public record McpAddress(URI url, List<Header> headers, Protocol protocol) {
    public McpAddress {
        headers = List.copyOf(headers);
    }

    /** An address at which the protocol is found out. */
    public static McpAddress of(URI url, Map<String, String> headers) {
        return new McpAddress(
                url,
                headers.entrySet().stream()
                        .map(header -> new Header(header.getKey(), header.getValue()))
                        .toList(),
                Protocol.AUTO);
    }

    /** The host alone, as the rest is not fit for a log. */
    @Override
    public String toString() {
        return String.valueOf(url.getHost());
    }
}
