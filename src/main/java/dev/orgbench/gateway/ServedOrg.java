package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.McpService;
import dev.orgbench.orgs.Org;
import dev.orgbench.trace.Trace;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** One server's tools as an MCP service; every message is noted in the trace. Made anew for each request. */
final class ServedOrg implements McpService {
    private static final Set<Feature> FEATURES = EnumSet.of(Feature.PROMPTS, Feature.RESOURCES, Feature.COMPLETIONS);

    private final Admission admission;
    private final McpServer server;
    private final Org org;
    private final Offer offer;
    private final Trace trace;
    private final ClientNames clients;
    private final ServerRegister register;
    private final ServedChanges changes;
    private final Visits visits;
    private final CallGate gate;
    private final String version;

    ServedOrg(
            Admission admission,
            Org org,
            Offer offer,
            Trace trace,
            ClientNames clients,
            ServerRegister register,
            ServedChanges changes,
            Visits visits,
            CallGate gate,
            String version) {
        this.admission = admission;
        this.server = admission.server();
        this.org = org;
        this.offer = offer;
        this.trace = trace;
        this.clients = clients;
        this.register = register;
        this.changes = changes;
        this.visits = visits;
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
        return FEATURES;
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        return changes.subscribe(admission, org, listener);
    }

    @Override
    public Handling begin(Inbound message) {
        JsonNode params = message.body().path("params");
        String tool =
                message.method().equals("tools/call") ? params.path("name").asText("") : null;
        String client = clients.name(server.id(), message.userAgent(), message.client());
        Trace.Open open = trace.begin(
                org.id(),
                server.name(),
                client,
                message.method(),
                tool,
                message.headers(),
                message.body().toString());
        return new ServedMessage(admission, org, offer, register, gate, changes, visits, open);
    }
}
