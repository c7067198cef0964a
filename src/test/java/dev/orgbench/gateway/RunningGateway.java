package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.TestClock;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretFile;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.store.Store;
import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.prompts.Prompts;
import dev.orgbench.tools.resources.ObjectResources;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A gateway on a free port over a real file, for an org that answers from a script; and a plain client for it. */
public final class RunningGateway implements AutoCloseable {
    static final String SECRET = "management-secret";
    private static final JsonMapper JSON = new JsonMapper();

    /** Some calls wait for an org longer than it would. */
    final OkHttpClient http =
            new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(1)).build();

    final MockWebServer salesforce = new MockWebServer();
    final TestClock clock = new TestClock();
    final Trace trace = new Trace(clock);
    final Secrets secrets;
    final Org org;
    final Store store;
    final Orgs orgs;
    private final ToolCatalogue catalogue;
    private final ServerRegister register;
    private final Gateway gateway;

    /** What came back. */
    record Answer(int status, String body, Map<String, List<String>> headers) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        String header(String name) {
            return String.join(",", Objects.requireNonNullElse(headers.get(name), List.of()));
        }
    }

    public RunningGateway(Path data) throws IOException {
        this(data, Duration.ZERO);
    }

    /** @param patience how long a request to an org may take; zero for as long as usual */
    RunningGateway(Path data, Duration patience) throws IOException {
        salesforce.start();
        store = Store.open(data.resolve("orgbench.db"), clock);
        secrets = SecretFile.open(data);
        orgs = new Orgs(store, http.newBuilder().callTimeout(patience).build(), clock);
        URI scripted = salesforce.url("/").uri();
        org = connect("demo", "Demo org", scripted, new SignIn.PastedSession("00D!session"));
        connect("other", "Other org", scripted, new SignIn.PastedSession("00D!session"));
        Behaviours behaviours = SalesforceBehaviours.all();
        register = new StoredServers(store, secrets, clock);
        catalogue = new ToolCatalogue(
                new Definitions(behaviours, List.of(new BundledDefinitions("salesforce"))), behaviours, new byte[32]);
        Offer offer = new Offer(
                catalogue,
                new Prompts(catalogue, List.of(new BundledDefinitions("salesforce/prompts"))),
                new ObjectResources(catalogue));
        gateway = new Gateway(0, SECRET, new byte[32], register, orgs, offer, trace, "0.0.1", clock);
    }

    /** Connects an org more. */
    Org connect(String id, String label, URI address, SignIn signIn) {
        return orgs.connect(id, label, OrgKind.DEMO, address, signIn);
    }

    public ServerRegister register() {
        return register;
    }

    public Gateway gateway() {
        return gateway;
    }

    public ToolCatalogue catalogue() {
        return catalogue;
    }

    public Org org() {
        return org;
    }

    public TestClock clock() {
        return clock;
    }

    @Override
    public void close() {
        gateway.close();
        store.close();
        salesforce.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** A request to the management API, with its token. */
    Answer manage(String method, String path, @Nullable String body) throws IOException {
        return send(
                method,
                gateway.uri() + "/integrated-account/" + path,
                body,
                Map.of("Authorization", "Bearer " + SECRET));
    }

    Answer make(String body) throws IOException {
        return manage("POST", "demo/mcp", body);
    }

    /** The URL of a server made from {@code body}. */
    String url(String body) throws IOException {
        return make(body).json().path("url").asText();
    }

    List<String> toolNames(String url) throws IOException {
        List<String> names = new ArrayList<>();
        list(url)
                .json()
                .path("result")
                .path("tools")
                .forEach(tool -> names.add(tool.path("name").asText()));
        return names;
    }

    Answer list(String url) throws IOException {
        return list(url, Map.of());
    }

    Answer list(String url, Map<String, String> headers) throws IOException {
        return post(url, "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}", headers);
    }

    Answer call(String url, String tool, String arguments) throws IOException {
        return post(
                url,
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"" + tool
                        + "\", \"arguments\": " + arguments + "}}",
                Map.of());
    }

    Answer post(String url, String body, Map<String, String> headers) throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Accept", "application/json, text/event-stream");
        return send("POST", url, body, all);
    }

    Answer send(String method, String url, @Nullable String body, Map<String, String> headers) throws IOException {
        return sendBytes(method, url, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer sendBytes(String method, String url, byte @Nullable [] body, Map<String, String> headers)
            throws IOException {
        RequestBody sent = body == null ? null : RequestBody.create(body, MediaType.get("application/json"));
        Request.Builder request = new Request.Builder().url(url).method(method, sent);
        headers.forEach(request::header);
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(),
                    response.body().string(),
                    response.headers().toMultimap());
        }
    }
}
