package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ServerChoice;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes custom fields by the tools of the selected server: the way that an agent has. Screen's thread only. */
final class FieldTools {
    static final String GET = "get_single_salesforce_custom_field_by_id";
    static final String CREATE = "create_a_salesforce_custom_field";
    static final String UPDATE = "update_a_salesforce_custom_field_by_id";
    static final String DELETE = "delete_a_salesforce_custom_field_by_id";

    private final Supplier<ServerChoice.@Nullable Selected> server;
    private final Background background;

    FieldTools(Supplier<ServerChoice.@Nullable Selected> server, Background background) {
        this.server = server;
        this.background = background;
    }

    /** Why a tool gave no answer. */
    private static final class ToolFailure extends Exception {
        private final transient Problem problem;

        ToolFailure(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }

    /** The selected server's name; empty if there is none. */
    String serverName() {
        ServerChoice.Selected selected = server.get();
        return selected == null ? "" : selected.server().name();
    }

    /** Calls a tool; {@code done} gets its structured content. */
    Background.Job call(String tool, ObjectNode arguments, Consumer<JsonNode> done, Consumer<Problem> failed) {
        ServerChoice.Selected selected = server.get();
        if (selected == null) {
            failed.accept(
                    new Problem(null, "No server is selected, so there is no tool to call.", "Make one in Servers."));
            return Background.Job.NONE;
        }
        return background.run(
                () -> answer(selected, tool, arguments),
                done,
                failure -> failed.accept(failure instanceof ToolFailure told ? told.problem : Problem.of(failure)));
    }

    private static JsonNode answer(ServerChoice.Selected selected, String tool, ObjectNode arguments)
            throws McpException, ToolFailure {
        boolean has = selected.client().listTools().stream()
                .anyMatch(entry -> entry.path("name").asText().equals(tool));
        if (!has) {
            throw new ToolFailure(new Problem(
                    null,
                    "The server \"" + selected.server().name() + "\" has no tool " + tool + ".",
                    "Its scope leaves it out. Select a server that may write and has the tag metadata, or widen this"
                            + " one's scope in Servers."));
        }
        McpAnswer answer = selected.client().callTool(tool, arguments);
        if (answer.response().has("error")) {
            throw new ToolFailure(Problem.ofRpcError(answer.response().path("error")));
        }
        if (answer.isError()) {
            throw new ToolFailure(Problem.ofToolText(answer.text()));
        }
        return answer.structured();
    }
}
