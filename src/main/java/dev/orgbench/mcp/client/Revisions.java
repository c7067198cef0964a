package dev.orgbench.mcp.client;

import java.util.List;

/** The protocol's revisions that this client knows. */
final class Revisions {
    static final String MODERN = "2026-07-28";
    static final String NEWEST_LEGACY = "2025-11-25";
    /** The last that knew HTTP+SSE alone; servers of Streamable HTTP name it too. */
    static final String OLDEST = "2024-11-05";

    private static final List<String> LEGACY = List.of(NEWEST_LEGACY, "2025-06-18", "2025-03-26", OLDEST);

    private Revisions() {}

    static boolean isLegacy(String revision) {
        return LEGACY.contains(revision);
    }
}
