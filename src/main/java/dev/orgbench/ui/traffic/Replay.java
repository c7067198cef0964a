package dev.orgbench.ui.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.SecretMask;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ServerChoice;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Sends a call again, through the selected server, as the client sent it. */
final class Replay {
    /** What the gateway says the number of a message in the trace by. */
    private static final String MESSAGE_HEADER = "orgbench-message";

    private final ServerChoice servers;
    private final Background background;
    private final BiConsumer<Confirmation, Runnable> confirm;
    private final LongConsumer show;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Background.Job job = Background.Job.NONE;

    /**
     * @param confirm asks before something is destroyed; runs what it is given if the person agrees
     * @param show shows the message that came of it
     */
    Replay(ServerChoice servers, Background background, BiConsumer<Confirmation, Runnable> confirm, LongConsumer show) {
        this.servers = servers;
        this.background = background;
        this.confirm = confirm;
        this.show = show;
    }

    /** How far a replay is. */
    sealed interface State {
        /** None is under way. */
        record Idle() implements State {}

        /** On its way. */
        record Running(String tool) implements State {}

        /** It was not sent, or no answer came. */
        record Failed(Problem problem) implements State {}
    }

    /** What a call asked for. */
    record Call(String tool, ObjectNode arguments) {
        /** As it stands in a {@code tools/call}. */
        static Call in(Message message) throws JsonText.Malformed {
            JsonNode params = JsonText.parseObject(message.request()).path("params");
            return new Call(
                    params.path("name").asText(),
                    params.path("arguments") instanceof ObjectNode given ? given : JsonText.NODES.objectNode());
        }
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Sends {@code message} again, unless a replay is under way. Asks first where the tool may destroy something. */
    void run(Message message) {
        ServerChoice.@Nullable Selected server = servers.selectedProperty().get();
        if (state.get() instanceof State.Running) {
            return;
        }
        if (server == null) {
            fail("No server is selected.", "Make one in Servers, or select one there.");
            return;
        }
        if (message.request().contains(SecretMask.MASK)) {
            fail("The request held a secret, which is masked here.", "Use Edit and replay to fill it in again.");
            return;
        }
        Call call;
        try {
            call = Call.in(message);
        } catch (JsonText.Malformed e) {
            fail("The request is no longer whole: " + e.text(), "Very long requests are cut when they are kept.");
            return;
        }
        state.set(new State.Running(call.tool()));
        job = background.run(() -> offered(server, call.tool()), tool -> checked(server, call, tool), this::failed);
    }

    /** Drops the replay under way. */
    void cancel() {
        job.cancel();
        state.set(new State.Idle());
    }

    /** Puts a failure away. */
    void dismiss() {
        if (state.get() instanceof State.Failed) {
            state.set(new State.Idle());
        }
    }

    private static JsonNode offered(ServerChoice.Selected server, String tool) throws McpException {
        List<JsonNode> tools = server.client().listTools();
        return tools.stream()
                .filter(entry -> entry.path("name").asText().equals(tool))
                .findFirst()
                .orElseThrow(
                        () -> new McpException("The server " + server.server().name() + " does not offer " + tool
                                + ". Select a server that does, and replay again."));
    }

    /** Tools are destructive unless they say otherwise: MCP 2025-11-25, ToolAnnotations. */
    private void checked(ServerChoice.Selected server, Call call, JsonNode tool) {
        JsonNode hints = tool.path("annotations");
        boolean destructive = !hints.path("readOnlyHint").asBoolean(false)
                && hints.path("destructiveHint").asBoolean(true);
        if (!destructive) {
            send(server, call);
            return;
        }
        state.set(new State.Idle());
        confirm.accept(
                new Confirmation(
                        "Call " + call.tool() + " again?",
                        "It may change or delete what cannot be brought back. The same arguments are sent once more through "
                                + server.server().name() + ".",
                        "Replay"),
                () -> send(server, call));
    }

    private void send(ServerChoice.Selected server, Call call) {
        state.set(new State.Running(call.tool()));
        job = background.run(
                () -> server.client().callTool(call.tool(), call.arguments()), this::answered, this::failed);
    }

    private void answered(McpAnswer answer) {
        state.set(new State.Idle());
        List<String> number = answer.headers().getOrDefault(MESSAGE_HEADER, List.of());
        if (!number.isEmpty() && number.getFirst().matches("\\d{1,18}")) {
            show.accept(Long.parseLong(number.getFirst()));
        }
    }

    private void failed(Exception failure) {
        state.set(new State.Failed(Problem.of(failure)));
    }

    private void fail(String message, String advice) {
        state.set(new State.Failed(new Problem(null, message, advice)));
    }
}
