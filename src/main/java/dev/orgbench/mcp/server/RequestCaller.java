package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Caller;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both eras have in common of speaking with a client while its request is worked on. */
abstract class RequestCaller implements Caller {
    private static final Logger log = LoggerFactory.getLogger(RequestCaller.class);

    /** RFC 5424's, from the least to the most severe. */
    private static final List<String> LEVELS =
            List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    private final Reply reply;
    private final JsonNode progressToken;
    private double lastProgress = Double.NEGATIVE_INFINITY;

    RequestCaller(Message.Request request, Reply reply) {
        this.reply = reply;
        JsonNode token = request.params().path("_meta").path("progressToken");
        this.progressToken = token.isTextual() || token.isNumber() ? token : MissingNode.getInstance();
    }

    /** The least severe level that the client wants; empty for none at all. */
    abstract String logLevel();

    final Reply reply() {
        return reply;
    }

    @Override
    public final void progress(double done, double total, String message) {
        // The specification wants rising values, so what does not rise is no progress.
        if (progressToken.isMissingNode() || done <= lastProgress) {
            return;
        }
        lastProgress = done;
        ObjectNode params = JsonText.NODES.objectNode();
        params.set("progressToken", progressToken);
        params.set("progress", JsonText.number(done));
        if (total > 0) {
            params.set("total", JsonText.number(total));
        }
        params.put("message", message);
        notify("notifications/progress", params);
    }

    @Override
    public final void log(String level, String logger, JsonNode data) {
        int least = LEVELS.indexOf(logLevel());
        if (least >= 0 && LEVELS.indexOf(level) >= least) {
            ObjectNode params = JsonText.NODES.objectNode().put("level", level).put("logger", logger);
            params.set("data", data);
            notify("notifications/message", params);
        }
    }

    /** Whether that is a level. */
    static boolean isLevel(String level) {
        return LEVELS.contains(level);
    }

    private void notify(String method, ObjectNode params) {
        try {
            reply.message(JsonText.write(Message.notification(method, params)));
        } catch (IOException gone) {
            // The work ends by itself when the client has gone; a note that nobody reads must not end it differently.
            log.debug("A notification did not reach its client", gone);
        }
    }
}
