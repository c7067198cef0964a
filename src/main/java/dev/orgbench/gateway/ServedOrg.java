package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.CallOutcome;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.McpService;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.ToolDescriptor;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.store.StoreException;
import dev.orgbench.tools.Tool;
import dev.orgbench.tools.ToolAnswer;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.Work;
import dev.orgbench.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server's tools as an MCP service; every message is noted in the trace. Made anew for each request. */
final class ServedOrg implements McpService {
    private static final Logger log = LoggerFactory.getLogger(ServedOrg.class);

    /** Tells the caller under which number the trace keeps the message. */
    static final String MESSAGE_HEADER = "orgbench-message";

    private final McpServer server;
    private final Org org;
    private final ToolCatalogue catalogue;
    private final Trace trace;
    private final ClientNames clients;
    private final ServerRegister register;
    private final ServedChanges changes;
    private final CallGate gate;
    private final String version;

    ServedOrg(
            McpServer server,
            Org org,
            ToolCatalogue catalogue,
            Trace trace,
            ClientNames clients,
            ServerRegister register,
            ServedChanges changes,
            CallGate gate,
            String version) {
        this.server = server;
        this.org = org;
        this.catalogue = catalogue;
        this.trace = trace;
        this.clients = clients;
        this.register = register;
        this.changes = changes;
        this.gate = gate;
        this.version = version;
    }

    @Override
    public ServerInfo info() {
        return new ServerInfo(
                "orgbench",
                server.name(),
                version,
                "Tools for the Salesforce org \"" + org.label()
                        + "\". Names differ from org to org: find an object with"
                        + " list_all_salesforce_objects and read its fields with"
                        + " get_single_salesforce_object_describe_by_id before you query or write it. Query with SOQL by"
                        + " list_all_salesforce_query; pass next_cursor back for the next page. An error result says what"
                        + " to change. Limits are not retried for you: read ratelimit-remaining.");
    }

    @Override
    public String id() {
        return server.id();
    }

    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        return changes.subscribe(server, listener);
    }

    @Override
    public Handling begin(Inbound message) {
        JsonNode params = message.body().path("params");
        String tool =
                message.method().equals("tools/call") ? params.path("name").asText("") : null;
        String client = clients.name(server.id(), message.userAgent(), message.client());
        return new Handled(trace.begin(
                org.id(),
                server.name(),
                client,
                message.method(),
                tool,
                message.headers(),
                message.body().toString()));
    }

    private final class Handled implements Handling {
        private final Trace.Open open;
        private final Map<String, String> headers = new LinkedHashMap<>();

        Handled(Trace.Open open) {
            this.open = open;
            headers.put(MESSAGE_HEADER, Long.toString(open.messageId()));
        }

        @Override
        public List<ToolDescriptor> tools() {
            return catalogue.resolve(org.connection(), server.terms(), open).stream()
                    .map(ServedOrg::describe)
                    .toList();
        }

        @Override
        public CallOutcome call(String name, ObjectNode arguments, Caller caller) throws RefusedException {
            try (CallGate.Passage passage = gate.enter(server)) {
                return call(name, arguments, caller, passage);
            } catch (Ceilings.ReachedException e) {
                headers.put("Retry-After", e.retryAfter());
                throw new RefusedException(RefusedException.Reason.TOO_MANY, String.valueOf(e.getMessage()));
            }
        }

        private CallOutcome call(String name, ObjectNode arguments, Caller caller, CallGate.Passage passage)
                throws RefusedException {
            Tool tool = catalogue
                    .find(org.connection(), server.terms(), name, open)
                    .orElseThrow(() -> RefusedException.unknownTool(name));
            passage.found(tool.name());
            if (server.config().confirmDestructive()) {
                passage.ends(Meters.Outcome.ASKED);
            }
            if (server.config().confirmDestructive() && !Confirmation.given(tool, arguments, org, caller)) {
                return new CallOutcome(Confirmation.refusal(tool), null, true, RateLimits.meta(null), Map.of());
            }
            passage.ends(Meters.Outcome.FAILED);
            count();
            ToolAnswer answer =
                    catalogue.call(tool, arguments, org.connection(), server.terms(), new Work(open, caller::progress));
            ApiUsage usage = answer.usage();
            return switch (answer) {
                case ToolAnswer.Success success -> {
                    passage.ends(Meters.Outcome.SUCCESS);
                    headers.putAll(RateLimits.headers(usage, null));
                    yield new CallOutcome(
                            success.content().toString(),
                            success.content(),
                            false,
                            RateLimits.meta(usage),
                            Map.copyOf(headers));
                }
                case ToolAnswer.Failure failure -> {
                    passage.ends(Meters.Outcome.ERROR);
                    headers.putAll(RateLimits.headers(usage, failure.retryAfter()));
                    yield new CallOutcome(failure.text(), null, true, RateLimits.meta(usage), Map.copyOf(headers));
                }
            };
        }

        @Override
        public Map<String, String> headers() {
            return Map.copyOf(headers);
        }

        @Override
        public void answered(
                @Nullable String failure, int httpStatus, Map<String, String> sent, @Nullable JsonNode response) {
            open.answered(
                    failure,
                    httpStatus,
                    sent,
                    response == null ? "" : response.toString(),
                    failure == null ? AnswerSummary.of(response) : failure);
        }

        private void count() {
            try {
                register.noteCall(server.id());
            } catch (StoreException e) {
                log.warn("A call could not be counted; it goes on", e);
            }
        }
    }

    private static ToolDescriptor describe(Tool tool) {
        return new ToolDescriptor(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.inputSchema(),
                tool.outputSchema(),
                new ToolDescriptor.Hints(tool.readOnly(), tool.destructive(), tool.idempotent(), tool.openWorld()),
                toolMeta(tool));
    }

    private static ObjectNode toolMeta(Tool tool) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        tool.tags().stream().sorted().forEach(meta.putArray("dev.orgbench/tags")::add);
        return meta;
    }
}
