package dev.orgbench.ui.kit;

import java.net.URI;

/** An MCP server's URL. Its last segment is the token: whoever knows it may call the tools, so no text but {@link #whole} shows it. */
public record ServerUrl(URI uri) {
    private static final int SHORTEST_MASKED = 8;

    /** All of it, for the clipboard. */
    public String whole() {
        return uri.toString();
    }

    /** Fit for the screen: {@code http://127.0.0.1:7420/mcp/9f3c…e1}. */
    public String masked() {
        String text = whole();
        int token = text.lastIndexOf('/') + 1;
        String secret = text.substring(token);
        String shown = secret.length() < SHORTEST_MASKED
                ? "…"
                : secret.substring(0, 4) + "…" + secret.substring(secret.length() - 2);
        return text.substring(0, token) + shown;
    }

    @Override
    public String toString() {
        return masked();
    }
}
