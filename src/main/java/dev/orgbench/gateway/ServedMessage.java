package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.CallOutcome;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Completion;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.Prompt;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.Resource;
import dev.orgbench.mcp.ToolDescriptor;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.store.StoreException;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import dev.orgbench.tools.ToolAnswer;
import dev.orgbench.tools.Work;
import dev.orgbench.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message to a server: what it asks for is found on the server's terms, and noted in the trace. */
final class ServedMessage implements McpService.Handling {
    /** Tells the caller under which number the trace keeps the message. */
    static final String MESSAGE_HEADER = "orgbench-message";

    private static final Logger log = LoggerFactory.getLogger(ServedMessage.class);

    private final Admission admission;
    private final McpServer server;
    private final Org org;
    private final Offer offer;
    private final ServerRegister register;
    private final CallGate gate;
    private final ServedChanges changes;
    private final Visits visits;
    private final Trace.Open open;
    private final Terms terms;
    private final ServedTexts texts;
    private @Nullable String retryAfter;

    ServedMessage(
            Admission admission,
            Org org,
            Offer offer,
            ServerRegister register,
            CallGate gate,
            ServedChanges changes,
            Visits visits,
            Trace.Open open) {
        this.admission = admission;
        this.server = admission.server();
        this.org = org;
        this.offer = offer;
        this.register = register;
        this.gate = gate;
        this.changes = changes;
        this.visits = visits;
        this.open = open;
        this.terms = server.terms();
        this.texts = new ServedTexts(org, offer, terms, open);
    }

    @Override
    public List<ToolDescriptor> tools() {
        return offer.tools().resolve(org.connection(), terms, open).stream()
                .map(ServedMessage::describe)
                .toList();
    }

    @Override
    public CallOutcome call(String name, ObjectNode arguments, Caller caller) throws RefusedException {
        try (CallGate.Passage passage = gate.enter(server)) {
            return visits.during(admission, () -> call(name, arguments, caller, passage));
        } catch (Ceilings.ReachedException e) {
            throw tooMany(e);
        }
    }

    private RefusedException tooMany(Ceilings.ReachedException reached) {
        retryAfter = reached.retryAfter();
        return new RefusedException(RefusedException.Reason.TOO_MANY, String.valueOf(reached.getMessage()));
    }

    private CallOutcome call(String name, ObjectNode arguments, Caller caller, CallGate.Passage passage)
            throws RefusedException {
        Tool tool = offer.tools()
                .find(org.connection(), terms, name, open)
                .orElseThrow(() -> RefusedException.unknownTool(name));
        passage.found(tool.name());
        if (server.config().confirmDestructive()) {
            passage.ends(Meters.Outcome.ASKED);
            if (!gate.confirmation().given(tool, arguments, org, caller)) {
                return new CallOutcome(Confirmation.refusal(tool), null, true, RateLimits.meta(usage()), Map.of());
            }
            mustStillBeAllowed(name);
        }
        passage.ends(Meters.Outcome.FAILED);
        count();
        ToolAnswer answer =
                offer.tools().call(tool, arguments, org.connection(), terms, new Work(open, caller::progress));
        ObjectNode meta = RateLimits.meta(answer.usage());
        return switch (answer) {
            case ToolAnswer.Success success -> {
                passage.ends(Meters.Outcome.SUCCESS);
                yield new CallOutcome(success.content().toString(), success.content(), false, meta, Map.of());
            }
            case ToolAnswer.Failure failure -> {
                passage.ends(Meters.Outcome.ERROR);
                retryAfter = failure.retryAfter();
                yield new CallOutcome(failure.text(), null, true, meta, Map.of());
            }
        };
    }

    /** A person may have thought for minutes, and the server's owner may have changed his mind meanwhile. */
    private void mustStillBeAllowed(String tool) throws RefusedException {
        if (!changes.isAsItWas(server)) {
            throw new RefusedException(
                    RefusedException.Reason.INVALID_PARAMS,
                    "This server was changed while the person was asked, so " + tool
                            + " was not carried out. Nothing was changed in the org. List the tools again.");
        }
    }

    @Override
    public List<Prompt> prompts() {
        return texts.prompts();
    }

    @Override
    public Prompt.Filled prompt(String name, Map<String, String> arguments, Caller caller) throws RefusedException {
        return visits.during(admission, () -> texts.prompt(name, arguments));
    }

    @Override
    public Resource.Page resources(@Nullable String cursor) throws RefusedException {
        return visits.during(admission, () -> texts.resources(cursor == null ? "" : cursor));
    }

    @Override
    public List<Resource.Template> resourceTemplates() {
        return texts.templates();
    }

    @Override
    public Resource.Contents read(String uri, Caller caller) throws RefusedException {
        try (Ceilings.Entry _ = gate.enterToRead(server)) {
            return visits.during(admission, () -> texts.read(uri));
        } catch (Ceilings.ReachedException e) {
            throw tooMany(e);
        }
    }

    /**
     * Under no ceiling: clients complete at each keystroke, and who types would use up the agent's calls. It is answered
     * from the describe that is kept; the org is asked no more than whether that still holds.
     */
    @Override
    public Completion complete(Completion.Asked asked) throws RefusedException {
        return visits.during(admission, () -> texts.complete(asked));
    }

    /** The limits as they are after the message: every answer tells them. */
    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(RateLimits.headers(usage(), retryAfter));
        headers.put(MESSAGE_HEADER, Long.toString(open.messageId()));
        return headers;
    }

    @Override
    public void answered(
            @Nullable String failure,
            int httpStatus,
            Map<String, String> sent,
            @Nullable JsonNode response,
            String text) {
        open.answered(failure, httpStatus, sent, text, failure == null ? AnswerSummary.of(response) : failure);
    }

    private @Nullable ApiUsage usage() {
        return org.connection().apiUsage().orElse(null);
    }

    private void count() {
        try {
            register.noteCall(server.id());
        } catch (StoreException e) {
            log.warn("A call could not be counted; it goes on", e);
        }
    }

    private static ToolDescriptor describe(Tool tool) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        tool.tags().stream().sorted().forEach(meta.putArray("dev.orgbench/tags")::add);
        return new ToolDescriptor(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.inputSchema(),
                tool.outputSchema(),
                new ToolDescriptor.Hints(tool.readOnly(), tool.destructive(), tool.idempotent(), tool.openWorld()),
                meta);
    }
}
