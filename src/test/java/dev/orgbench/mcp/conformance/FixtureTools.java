package dev.orgbench.mcp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.CallOutcome;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.ToolDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The tools that the conformance suite wants to find, from {@code tools.json}: what each says, asks and gives. */
final class FixtureTools {
    private static final long PAUSE_NANOS = 50_000_000;

    private final ObjectNode tools;
    private final Consumer<Change> changes;

    FixtureTools(Consumer<Change> changes) {
        this.tools = Fixture.read("tools.json");
        this.changes = changes;
    }

    List<ToolDescriptor> list() {
        List<ToolDescriptor> list = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : tools.properties()) {
            ObjectNode schema = each.getValue().path("inputSchema") instanceof ObjectNode given
                    ? given
                    : JsonNodeFactory.instance.objectNode().put("type", "object");
            list.add(new ToolDescriptor(
                    each.getKey(),
                    each.getKey(),
                    "A fixture of the conformance suite",
                    schema,
                    null,
                    new ToolDescriptor.Hints(true, false, true, false),
                    JsonNodeFactory.instance.objectNode()));
        }
        return list;
    }

    CallOutcome call(String name, ObjectNode arguments, Caller caller) throws RefusedException {
        JsonNode tool = tools.path(name);
        if (tool.isMissingNode()) {
            throw RefusedException.unknownTool(name);
        }
        for (JsonNode step : tool.path("progress")) {
            caller.progress(step.asDouble(), 100, "Working");
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        for (JsonNode line : tool.path("logs")) {
            caller.log("info", "fixture", line);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (tool.has("changes")) {
            changes.accept(new Change.ListChanged(
                    Change.Kind.valueOf(tool.path("changes").asText())));
        }
        ArrayNode content = tool.path("content") instanceof ArrayNode given
                ? given
                : Rounds.of(tool).ask(arguments, caller);
        return new CallOutcome(
                content, null, tool.path("isError").asBoolean(), JsonNodeFactory.instance.objectNode(), Map.of());
    }
}
