package dev.orgbench.mcp.client;

/** Which revisions of MCP a connection may use. */
public enum Protocol {
    /** The modern era if the server speaks it, else the newest revision of the legacy era that both know. */
    AUTO,
    /** 2026-07-28 alone. */
    MODERN,
    /** {@code initialize} alone: 2025-11-25 down to 2024-11-05. */
    LEGACY
}
