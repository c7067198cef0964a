package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.ToolAnswer.Failure;
import dev.orgbench.tools.ToolAnswer.Success;
import dev.orgbench.tools.sources.FolderDefinitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample of a second API: the same classes make its tools and call them, and no behaviour of Salesforce's is there. */
class SecondApiTest {
    private static final Path SAMPLE = Path.of("samples/integrations/tracker");
    private static final String ISSUES = "list_all_tracker_issues";
    private static final String COMMENTS = "list_all_tracker_comments";

    private final MockWebServer server = new MockWebServer();
    private final Definitions definitions = new Definitions(Behaviours.NONE, List.of(new FolderDefinitions(SAMPLE)));
    private final ToolCatalogue catalogue = new ToolCatalogue(definitions, Behaviours.NONE, new byte[] {1, 2, 3});

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyMethodMakesATool() {
        assertThat(definitions.problems()).isEmpty();
        assertThat(catalogue.resolve(Terms.ALL))
                .extracting(Tool::name)
                .containsExactly(
                        COMMENTS,
                        ISSUES,
                        "get_single_tracker_issue_by_id",
                        "create_a_tracker_issue",
                        "update_a_tracker_issue_by_id",
                        "delete_a_tracker_issue_by_id",
                        "close_a_tracker_issue");
        assertThat(catalogue.resolve(Terms.ALL)).allMatch(Tool::openWorld);
    }

    @Test
    void aListWithACursorIsPagedToItsEnd() throws Exception {
        enqueue(
                200,
                "{\"issues\":[{\"number\":3,\"weight\":1.50},{\"number\":2,\"weight\":null}],\"after\":\"a&b=c d\"}");
        enqueue(200, "{\"issues\":[{\"number\":1}],\"after\":null}");

        ObjectNode first = success(ISSUES, "{\"state\":\"open\",\"labels\":[\"bug\",\"ui\"],\"limit\":2}");
        assertThat(first.path("issues")).hasToString("[{\"number\":3,\"weight\":1.50},{\"number\":2,\"weight\":null}]");
        assertThat(taken().getUrl().encodedQuery()).isEqualTo("state=open&labels=bug%2Cui&per_page=2");

        String cursor = first.path("next_cursor").asText();
        assertThat(cursor).isNotEmpty().doesNotContain("a&b");
        ObjectNode second = success(
                ISSUES,
                "{\"state\":\"open\",\"labels\":[\"bug\",\"ui\"],\"limit\":2,\"next_cursor\":\"" + cursor + "\"}");

        assertThat(taken().getUrl().queryParameter("after")).isEqualTo("a&b=c d");
        assertThat(second).hasToString("{\"issues\":[{\"number\":1}]}");
        assertThat(failure(ISSUES, "{\"state\":\"closed\",\"next_cursor\":\"" + cursor + "\"}")
                        .text())
                .contains("`next_cursor` is not one that this call was given");
    }

    @Test
    void aListWithLinksIsPagedToItsEnd_byPathOrWholeAddress() throws Exception {
        String links = "{\"comments\":[{\"text\":\"%s\"}],\"next\":\"%s\"}";
        enqueue(200, links.formatted("one", "/api/v4/issues/12/comments?page=2&q=a%26b"));
        enqueue(200, links.formatted("two", server.url("/api/v4/issues/12/comments?page=3")));
        enqueue(200, "{\"comments\":[{\"text\":\"three\"}]}");

        List<String> texts = new ArrayList<>();
        String cursor = "";
        do {
            ObjectNode page = success(
                    COMMENTS,
                    "{\"number\":\"12\"" + (cursor.isEmpty() ? "" : ",\"next_cursor\":\"" + cursor + "\"") + "}");
            texts.addAll(page.path("comments").findValuesAsText("text"));
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(texts).containsExactly("one", "two", "three");
        taken();
        assertThat(taken().getUrl().queryParameter("q")).isEqualTo("a&b");
        assertThat(taken().getUrl().queryParameter("page")).isEqualTo("3");
    }

    @Test
    void aLinkThatLeadsAwayIsNotFollowed() {
        enqueue(200, "{\"comments\":[],\"next\":\"https://elsewhere.example/api/v4/issues\"}");

        String cursor =
                success(COMMENTS, "{\"number\":\"12\"}").path("next_cursor").asText();

        assertThat(failure(COMMENTS, "{\"number\":\"12\",\"next_cursor\":\"" + cursor + "\"}")
                        .text())
                .contains("leads away from");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void oneIssueIsMadeReadChangedClosedAndDeleted() throws Exception {
        enqueue(201, "{\"number\":12}");
        enqueue(200, "{\"number\":12,\"title\":\"Ünïcode 🚀\",\"state\":\"open\"}");
        enqueue(200, "{\"number\":12}");
        enqueue(200, "{\"state\":\"closed\"}");
        enqueue(204, "");

        assertThat(success("create_a_tracker_issue", "{\"title\":\"Ünïcode 🚀\",\"labels\":[\"bug\"]}"))
                .hasToString("{\"number\":12}");
        assertThat(success("get_single_tracker_issue_by_id", "{\"number\":\"12\"}")
                        .path("title")
                        .asText())
                .isEqualTo("Ünïcode 🚀");
        success("update_a_tracker_issue_by_id", "{\"number\":\"12\",\"changes\":{\"title\":\"Better\"}}");
        assertThat(success("close_a_tracker_issue", "{\"number\":\"12\"}")
                        .path("state")
                        .asText())
                .isEqualTo("closed");
        assertThat(success("delete_a_tracker_issue_by_id", "{\"number\":\"12\"}"))
                .isEmpty();

        assertThat(List.of(line(taken()), line(taken()), line(taken()), line(taken()), line(taken())))
                .containsExactly(
                        "POST /api/v4/issues {\"title\":\"Ünïcode 🚀\",\"labels\":[\"bug\"]}",
                        "GET /api/v4/issues/12 ",
                        "PATCH /api/v4/issues/12 {\"title\":\"Better\"}",
                        "POST /api/v4/issues/12/close ",
                        "DELETE /api/v4/issues/12 ");
    }

    @Test
    void errorsTeachInTheApisOwnWordsAndNothingIsSentTwice() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .body("{\"code\":\"too_many_requests\",\"message\":\"Slow down\"}")
                .build());

        Failure failure = failure(ISSUES, "{}");

        assertThat(failure.code()).isEqualTo("too_many_requests");
        assertThat(failure.retryAfter()).isEqualTo("7");
        assertThat(failure.text()).isEqualTo("""
                        list_all_tracker_issues failed: the issue tracker refused the request (HTTP 429).
                        too_many_requests: Slow down
                        Retry-After: 7
                        Try: Wait as long as Retry-After says; do not repeat the call at once.""");
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(failure.usage()).isNull();
    }

    @Test
    void theByteBudgetHoldsTheWholeAnswerAndEveryItemComesOnce() {
        String issues = IntStream.range(0, 60)
                .mapToObj(i -> "{\"number\":" + i + ",\"title\":\"" + "é".repeat(i) + "\"}")
                .collect(Collectors.joining(","));
        Terms tight = new Terms("s", Scope.ALL, List.of(), false, 900);
        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        do {
            enqueue(200, "{\"count\":60,\"issues\":[" + issues + "],\"after\":null}");
            String arguments = cursor.isEmpty() ? "{}" : "{\"next_cursor\":\"" + cursor + "\"}";
            ObjectNode page = ((Success) call(ISSUES, arguments, tight)).content();
            assertThat(page.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(900);
            assertThat(page.path("truncated").asBoolean()).isEqualTo(page.has("next_cursor"));
            page.path("issues")
                    .forEach(issue -> numbers.add(issue.path("number").asInt()));
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(numbers).isEqualTo(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void aChangeIsToldHoweverLongItsAnswerIs() {
        enqueue(201, "{\"number\":12,\"text\":\"" + "x".repeat(2_000) + "\"}");

        Success made = (Success) call(
                "create_a_tracker_issue", "{\"title\":\"Long\"}", new Terms("s", Scope.ALL, List.of(), false, 1_000));

        assertThat(made.content().path("number").asInt()).isEqualTo(12);
    }

    @Test
    void wrongArgumentsAreToldAndNothingIsSent() {
        assertThat(failure("get_single_tracker_issue_by_id", "{\"number\":\"../users\"}")
                        .text())
                .contains("Nothing was changed in the issue tracker.")
                .contains("`number` cannot be \"../users\"");
        assertThat(failure(ISSUES, "{\"stat\":\"open\"}").text()).contains("Did you mean state?");
        assertThat(server.getRequestCount()).isZero();
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getUrl().encodedPath() + " "
                + (request.getBody() == null ? "" : request.getBody().utf8());
    }

    private RecordedRequest taken() throws InterruptedException {
        RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    private void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private ObjectNode success(String tool, String arguments) {
        ToolAnswer answer = call(tool, arguments);
        assertThat(answer).isInstanceOf(Success.class);
        return ((Success) answer).content();
    }

    private Failure failure(String tool, String arguments) {
        ToolAnswer answer = call(tool, arguments);
        assertThat(answer).isInstanceOf(Failure.class);
        return (Failure) answer;
    }

    private ToolAnswer call(String name, String arguments) {
        return call(name, arguments, Terms.ALL);
    }

    private ToolAnswer call(String name, String arguments, Terms terms) {
        Tool tool = catalogue.resolve(Terms.ALL).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Api api = new TrackerApi(server.url("/").uri());
        ToolAnswer answer = catalogue.call(tool, FakeOrg.json(arguments), api, terms, (done, total, doing) -> {});
        if (answer instanceof Success success) {
            JsonNode content = success.content();
            assertThat(SchemaCheck.of(tool.outputSchema()).faults(content)).isEmpty();
        }
        return answer;
    }
}
