package dev.orgbench.mcp;

/** The two ways in which MCP is spoken over HTTP. */
public enum Era {
    /** Revisions up to 2025-11-25: {@code initialize}, optional sessions. */
    LEGACY,
    /** Revision 2026-07-28: stateless, every request carries its envelope in {@code _meta}. */
    MODERN
}
