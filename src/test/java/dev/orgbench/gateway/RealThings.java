package dev.orgbench.gateway;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.salesforce.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers for two orgs, and one of everything that a client of them holds: tokens, cursors, a session, a request state. */
final class RealThings implements AutoCloseable {
    static final String QUERY = "list_all_salesforce_query";
    static final String LIST = "list_all_salesforce_objects";
    private static final String UPDATE = "update_a_salesforce_record_by_id";
    private static final String SOQL = "SELECT Id FROM Contact ORDER BY Id";
    private static final JsonMapper JSON = new JsonMapper();

    private final TestOrg demo = TestOrg.inMidMonth();
    private final RunningGateway running;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final String account;

    RealThings(Path data) throws IOException {
        running = new RunningGateway(data);
        URI address = demo.org().uri();
        SignIn signIn = new SignIn.PastedSession(demo.org().accessToken());
        running.connect("first", "First org", address, signIn);
        running.connect("second", "Second org", address, signIn);
        String confirming = "{\"name\": \"S\", \"config\": {\"confirm_destructive\": true}}";
        String guarded = "{\"name\": \"G\", \"config\": {\"require_api_token_auth\": true}}";
        tokens.put("management", RunningGateway.SECRET);
        tokens.put("server", made("first", confirming));
        tokens.put("neighbour", made("first", confirming));
        tokens.put("stranger", made("second", confirming));
        tokens.put("guarded", made("first", guarded));
        tokens.put("other-guarded", made("first", guarded));
        tokens.put("api", apiToken("guarded"));
        tokens.put("other-api", apiToken("other-guarded"));
        account = demo.query("SELECT Id FROM Account LIMIT 1")
                .body()
                .at("/records/0/Id")
                .asText();
        names.putAll(tokens);
        for (String server : List.of("server", "neighbour", "stranger")) {
            String prefix = server.equals("server") ? "" : server + "-";
            names.put(prefix + "query", page(server, QUERY, query("")));
            names.put(prefix + "list", page(server, LIST, list("")));
            // They come from the same list, and are few enough for one page of its own.
            names.put(prefix + "resources", page(server, LIST, list("").put("queryable_only", true)));
            names.put(prefix + "session", session(server));
            names.put(prefix + "state", text(update(server, "Changed", ""), "/result/requestState"));
        }
        names.put("other-query", page("server", QUERY, query("").put("q", SOQL + " DESC")));
        names.put("other-state", text(update("server", "Otherwise", ""), "/result/requestState"));
        names.put("ended-session", session("server"));
        send("DELETE", url("server"), "", Map.of("Mcp-Session-Id", name("ended-session")));
        names.put("servers", text(servers(""), "/next_cursor"));
    }

    Forgery forgery() {
        return new Forgery(names);
    }

    /** What a name stands for. */
    String name(String name) {
        String real = names.get(name);
        if (real == null || real.isEmpty()) {
            throw new IllegalStateException("There is no " + name);
        }
        return real;
    }

    /** What must never be shown: all tokens, by their names. */
    Map<String, String> tokens() {
        return tokens;
    }

    String url(String server) {
        return running.gateway().url(name(server)).toString();
    }

    URI gateway() {
        return running.gateway().uri();
    }

    static ObjectNode query(String cursor) {
        return cursor(JSON.createObjectNode().put("q", SOQL).put("limit", 2), "next_cursor", cursor);
    }

    static ObjectNode list(String cursor) {
        return cursor(JSON.createObjectNode().put("limit", 3), "next_cursor", cursor);
    }

    static String call(String tool, ObjectNode arguments) {
        ObjectNode params = JSON.createObjectNode().put("name", tool);
        params.set("arguments", arguments);
        return message("tools/call", params);
    }

    static String resources(String cursor) {
        return message("resources/list", cursor(JSON.createObjectNode(), "cursor", cursor));
    }

    /** The answer to a call of {@link #UPDATE} in the modern era, confirmed by a person if there is a state. */
    RunningGateway.Answer update(String server, String description, String state) throws IOException {
        ObjectNode params = JSON.createObjectNode().put("name", UPDATE);
        params.putObject("_meta")
                .put("io.modelcontextprotocol/protocolVersion", "2026-07-28")
                .putObject("io.modelcontextprotocol/clientCapabilities")
                .putObject("elicitation");
        params.putObject("arguments")
                .put("object_name", "Account")
                .put("id", account)
                .putObject("fields")
                .put("Description", description);
        if (!state.isEmpty()) {
            params.put("requestState", state);
            params.putObject("inputResponses")
                    .putObject("confirm")
                    .put("action", "accept")
                    .putObject("content")
                    .put("confirm", true);
        }
        return post(
                server,
                message("tools/call", params),
                Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call", "Mcp-Name", UPDATE));
    }

    RunningGateway.Answer post(String server, String body) throws IOException {
        return post(server, body, Map.of());
    }

    RunningGateway.Answer post(String server, String body, Map<String, String> headers) throws IOException {
        return send("POST", url(server), body, headers);
    }

    RunningGateway.Answer send(String method, String url, String body, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", "application/json, text/event-stream");
        return running.send(method, url, method.equals("POST") ? body : null, all);
    }

    /** A page of the servers of the first org, by the management API. */
    RunningGateway.Answer servers(String cursor) throws IOException {
        return running.manage("GET", "first/mcp?limit=2&cursor=" + cursor, null);
    }

    /** How many requests the orgs have got for a message. */
    int exchanges(RunningGateway.Answer answer) {
        return running.trace
                .exchanges(Long.parseLong(answer.header("orgbench-message")))
                .size();
    }

    @Override
    public void close() {
        running.close();
        demo.close();
    }

    private String made(String org, String body) throws IOException {
        return text(running.manage("POST", org + "/mcp", body), "/token");
    }

    private String apiToken(String server) {
        ServerRegister register = running.register();
        McpServer owner =
                register.findByToken(requireNonNull(tokens.get(server))).orElseThrow();
        return register.apiTokens().make(owner.id(), "CI").text();
    }

    private String page(String server, String tool, ObjectNode arguments) throws IOException {
        return text(post(server, call(tool, arguments)), "/result/structuredContent/next_cursor");
    }

    private String session(String server) throws IOException {
        ObjectNode params = JSON.createObjectNode().put("protocolVersion", "2025-11-25");
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "test").put("version", "1");
        return post(server, message("initialize", params)).header("mcp-session-id");
    }

    private static String text(RunningGateway.Answer answer, String pointer) throws IOException {
        JsonNode text = answer.json().at(pointer);
        if (!text.isTextual()) {
            throw new IllegalStateException(pointer + " is not in " + answer.body());
        }
        return text.asText();
    }

    private static ObjectNode cursor(ObjectNode object, String key, String cursor) {
        return cursor.isEmpty() ? object : object.put(key, cursor);
    }

    private static String message(String method, ObjectNode params) {
        ObjectNode message =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        message.set("params", params);
        return message.toString();
    }
}
