package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.trace.Exchange;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** An org of scripted answers, and the tools on it. What it has no answer for is 404, as in Salesforce. */
final class FakeOrg implements AutoCloseable {
    static final String API = "/services/data/v62.0";
    private static final String NOT_FOUND =
            "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"The requested resource does not exist\"}]";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new LinkedHashMap<>();
    private final OrgConnection connection;
    private final ToolCatalogue catalogue;
    private final Terms terms;
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    FakeOrg(int byteBudget) throws IOException {
        this(new Terms("mcp-test", Scope.ALL, List.of(), false, byteBudget));
    }

    FakeOrg(Terms terms) throws IOException {
        this.terms = terms;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                String q = request.getUrl().queryParameter("q");
                String key = request.getMethod() + " " + request.getUrl().encodedPath() + (q == null ? "" : " " + q);
                MockResponse answer = answers.getOrDefault(key, response(404, NOT_FOUND));
                String etag = request.getHeaders().get("If-None-Match");
                return etag != null && etag.equals(answer.getHeaders().get("ETag")) ? response(304, "") : answer;
            }
        });
        server.start();
        connection = new OrgConnection(
                "Fake org",
                server.url("/").uri(),
                "62.0",
                new SignIn.PastedSession("00D5e000000TESTEAA!secret"),
                new OkHttpClient(),
                Clock.systemUTC());
        catalogue = bundledCatalogue();
    }

    static FakeOrg start() throws IOException {
        return new FakeOrg(Terms.USUAL_BYTE_BUDGET);
    }

    static ToolCatalogue bundledCatalogue() {
        Behaviours behaviours = SalesforceBehaviours.all();
        Definitions definitions = new Definitions(behaviours, List.of(new BundledDefinitions("salesforce")));
        assertThat(definitions.problems()).isEmpty();
        return new ToolCatalogue(definitions, behaviours, new byte[] {1, 2, 3});
    }

    OrgConnection connection() {
        return connection;
    }

    ToolCatalogue catalogue() {
        return catalogue;
    }

    void on(String request, String body) {
        on(request, 200, body);
    }

    void on(String request, int status, String body) {
        answers.put(request.replace("{api}", API), response(status, body));
    }

    /** The object of that name, with fields as {@code Name string required; Status__c picklist New,Done restricted}. */
    void object(String name, String label, String... fields) {
        on(
                "GET {api}/sobjects/" + name + "/describe",
                Describes.object(name, label, fields).toString());
        globals.add(Describes.global(name, label).toString());
        on("GET {api}/sobjects", "{\"sobjects\":[" + String.join(",", globals) + "]}");
    }

    private final List<String> globals = new ArrayList<>();

    Tool tool(String name) {
        return catalogue.find(connection, terms, name).orElseThrow();
    }

    /** Calls the tool and checks that a success conforms to the tool's output schema. */
    ToolAnswer call(String name, String arguments) {
        Tool tool = tool(name);
        ToolAnswer answer = catalogue.call(tool, json(arguments), connection, terms, Work.of(exchanges::add));
        if (answer instanceof ToolAnswer.Success success) {
            assertThat(SchemaCheck.of(tool.outputSchema()).faults(success.content()))
                    .isEmpty();
        }
        return answer;
    }

    ObjectNode success(String name, String arguments) {
        ToolAnswer answer = call(name, arguments);
        assertThat(answer).isInstanceOf(ToolAnswer.Success.class);
        return ((ToolAnswer.Success) answer).content();
    }

    ToolAnswer.Failure failure(String name, String arguments) {
        ToolAnswer answer = call(name, arguments);
        assertThat(answer).isInstanceOf(ToolAnswer.Failure.class);
        return (ToolAnswer.Failure) answer;
    }

    /** All requests but describes. */
    List<RecordedRequest> sent() {
        return requests.stream()
                .filter(request -> !request.getUrl().encodedPath().matches(".*(/describe|/sobjects)"))
                .toList();
    }

    /** Bodies of requests that would have changed something. */
    List<String> writes() {
        return requests.stream()
                .filter(request -> !"GET".equals(request.getMethod()))
                .map(request -> request.getMethod() + " " + request.getUrl().encodedPath() + " "
                        + (request.getBody() == null ? "" : request.getBody().utf8()))
                .toList();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .body(body)
                .addHeader("Sforce-Limit-Info", "api-usage=18/15000")
                .addHeader("ETag", "\"" + Integer.toHexString(body.hashCode()) + "\"")
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
