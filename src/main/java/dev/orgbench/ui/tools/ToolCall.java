package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.Progress;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.form.FormModel;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Calling one tool by hand: its arguments, the call under way, and the last answer. */
final class ToolCall {
    private final ToolEntry tool;
    private final Supplier<McpClient> client;
    private final Trace trace;
    private final Background background;
    private final FormModel form;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Background.Job job = Background.Job.NONE;
    private volatile @Nullable Progress progress;

    /** @param client the way to the tool's server, as it is when a call is made */
    ToolCall(ToolEntry tool, Supplier<McpClient> client, Trace trace, Background background) {
        this.tool = tool;
        this.client = client;
        this.trace = trace;
        this.background = background;
        this.form = new FormModel(tool.descriptor().path("inputSchema"));
    }

    /** How far a call is. */
    sealed interface State {
        /** Nothing was called yet. */
        record Idle() implements State {}

        /** On its way. */
        record Running() implements State {}

        /** The person stopped it. */
        record Cancelled() implements State {}

        /** The server answered; the tool may still have failed. */
        record Answered(Answer answer) implements State {}

        /** No answer came. */
        record Failed(Problem problem) implements State {}
    }

    ToolEntry tool() {
        return tool;
    }

    FormModel form() {
        return form;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The server's last word on how far the call under way is; null if it told nothing. */
    @Nullable
    Progress progress() {
        return progress;
    }

    boolean isRunning() {
        return state.get() instanceof State.Running;
    }

    /** Sends the call, unless one is under way or the form says what is missing. Returns whether it was sent. */
    boolean run() {
        if (isRunning()) {
            return false;
        }
        if (!form.maySend()) {
            form.showAll();
            return false;
        }
        send(form.arguments());
        return true;
    }

    /** Sends the call with other arguments than the form's, as those of an earlier call; the form stays as it is. */
    void send(ObjectNode arguments) {
        if (isRunning()) {
            return;
        }
        progress = null;
        state.set(new State.Running());
        McpClient to = client.get();
        job = background.run(
                () -> Answer.of(to.callTool(tool.name(), arguments, report -> progress = report), trace),
                answer -> state.set(new State.Answered(answer)),
                failure -> state.set(new State.Failed(Problem.of(failure))));
    }

    /** Stops the call under way. */
    void cancel() {
        if (isRunning()) {
            job.cancel();
            state.set(new State.Cancelled());
        }
    }

    /** The arguments that an earlier call was sent with. */
    static ObjectNode arguments(Message earlier) throws JsonText.Malformed {
        JsonNode sent = JsonText.parseObject(earlier.request()).at("/params/arguments");
        // A client may leave the arguments out when there are none.
        return sent instanceof ObjectNode arguments ? arguments : JsonText.NODES.objectNode();
    }
}
