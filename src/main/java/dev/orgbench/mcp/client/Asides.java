package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sorts what a server says beside its answers: reports of progress, lists that changed, questions. */
final class Asides {
    private static final String PROGRESS = "notifications/progress";
    private static final String TOOLS_CHANGED = "notifications/tools/list_changed";

    private Asides() {}

    /** Hands reports about the request {@code id} on, each of which renews the patience with it. */
    static void progress(ObjectNode said, long id, Patience patience, @Nullable Consumer<Progress> listener) {
        boolean mine = said.at("/params/progressToken").asLong(-1) == id;
        if (listener != null && mine && PROGRESS.equals(said.path("method").asText())) {
            patience.renew();
            listener.accept(Progress.of(said.path("params")));
        }
    }

    /** Asks for reports of progress, with the request's own id as their token. */
    static void askForProgress(ObjectNode params, long id) {
        params.withObject("/_meta").put("progressToken", id);
    }

    static boolean isToolsChanged(ObjectNode said) {
        return TOOLS_CHANGED.equals(said.path("method").asText());
    }
}
