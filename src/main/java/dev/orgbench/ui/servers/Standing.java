package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.Badge;

/** How a server stands, in one word. */
enum Standing {
    RUNNING("running", Badge.Tone.GOOD),
    /** It runs, and a tunnel leads to it: whoever has the URL reaches it from anywhere. */
    PUBLIC("public", Badge.Tone.BAD),
    EXPIRED("expired", Badge.Tone.NEUTRAL),
    REVOKED("revoked", Badge.Tone.NEUTRAL);

    private final String word;
    private final Badge.Tone tone;

    Standing(String word, Badge.Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    static Standing of(McpServer.State state, boolean isPublic) {
        return switch (state) {
            case RUNNING -> isPublic ? PUBLIC : RUNNING;
            case EXPIRED -> EXPIRED;
            case REVOKED -> REVOKED;
        };
    }

    /** Whether it answers. */
    boolean isUp() {
        return this == RUNNING || this == PUBLIC;
    }

    String word() {
        return word;
    }

    Badge.Tone tone() {
        return tone;
    }
}
