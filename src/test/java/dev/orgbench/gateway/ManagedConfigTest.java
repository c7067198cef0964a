package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server may be told about itself by the management API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagedConfigTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHOLE = """
            {"methods": ["read", "create"], "tags": ["records"], "pinned_objects": ["Account"],
             "objects": {"read": ["Account", "Contact"], "write": ["Contact"]}, "byte_budget": 50000,
             "search_and_fetch": true, "confirm_destructive": true, "max_concurrent_calls": 4,
             "max_calls_per_minute": 120, "require_api_token_auth": true}""";

    private RunningGateway running;

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void whatIsShownIsWhatWasGiven_andMakesTheSameServerAgain() throws IOException {
        JsonNode shown = made(WHOLE).path("config");
        assertThat(shown).isEqualTo(JSON.readTree(WHOLE));
        assertThat(made(shown.toString()).path("config")).isEqualTo(shown);
    }

    @Test
    void whatIsAsUsualIsNotShown() throws IOException {
        assertThat(made("""
                {"methods": [], "objects": {"read": null, "write": null}, "byte_budget": 200000, "search_and_fetch": false,
                 "confirm_destructive": null, "max_concurrent_calls": null, "max_calls_per_minute": null}""").path("config")).isEmpty();
    }

    @Test
    void aChangeMergesAndNullSetsBack() throws IOException {
        String path = "demo/mcp/" + made(WHOLE).path("id").asText();
        JsonNode changed = running.manage("PATCH", path, """
                        {"config": {"objects": {"write": null}, "byte_budget": null, "max_calls_per_minute": null}}""").json().path("config");
        assertThat(changed.path("objects")).isEqualTo(JSON.readTree("{\"read\": [\"Account\", \"Contact\"]}"));
        assertThat(changed.has("byte_budget")).isFalse();
        assertThat(changed.has("max_calls_per_minute")).isFalse();
        assertThat(changed.path("max_concurrent_calls").asInt()).isEqualTo(4);
        JsonNode free = running.manage("PATCH", path, "{\"config\": {\"objects\": null}}")
                .json()
                .path("config");
        assertThat(free.has("objects")).isFalse();
        assertThat(free.path("tags").path(0).asText()).isEqualTo("records");
    }

    @Test
    void tagsAreTheSameInAnyCase() throws IOException {
        JsonNode made = made("{\"tags\": [\"Records\", \"RECORDS\"]}");
        assertThat(made.at("/config/tags")).isEqualTo(JSON.readTree("[\"records\"]"));
        String url = made.path("url").asText();
        assertThat(running.toolNames(url)).contains("list_all_salesforce_query");

        JsonNode changed = running.manage(
                        "PATCH", "demo/mcp/" + made.path("id").asText(), "{\"config\": {\"tags\": [\"Metadata\"]}}")
                .json();
        assertThat(changed.at("/config/tags")).isEqualTo(JSON.readTree("[\"metadata\"]"));
        assertThat(running.toolNames(url))
                .contains("create_a_salesforce_custom_field")
                .doesNotContain("list_all_salesforce_query");
    }

    @Test
    void whatMayBeReadCannotShrinkBelowWhatMayBeWritten() throws IOException {
        String path = "demo/mcp/" + made(WHOLE).path("id").asText();
        RunningGateway.Answer refused =
                running.manage("PATCH", path, "{\"config\": {\"objects\": {\"read\": [\"Account\"]}}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText()).contains("Contact is not.");
    }

    @Test
    void objectsAreTheSameInAnyCase_wholeNumbersHoweverTheyAreWritten() throws IOException {
        JsonNode config = made("""
                {"objects": {"read": ["Account", " account ", "CONTACT"], "write": ["contact"]}, "byte_budget": 1e4}""").path("config");
        assertThat(config.path("objects"))
                .isEqualTo(JSON.readTree("{\"read\": [\"Account\", \"CONTACT\"], \"write\": [\"contact\"]}"));
        assertThat(config.path("byte_budget").asInt()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedAndPointedAt(String config, String pointer, String words) throws IOException {
        RunningGateway.Answer answer = running.make("{\"name\": \"A\", \"config\": " + config + "}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).isEqualTo("urn:orgbench:problem:invalid-server");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("detail").asText()).contains(words).hasSizeLessThan(700);
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo("#/config" + pointer);
        assertThat(problem.path("errors").path(0).path("detail")).isEqualTo(problem.path("detail"));
    }

    static Stream<Arguments> faults() {
        String many = IntStream.range(0, 51)
                .mapToObj(i -> "\"O" + i + "__c\"")
                .toList()
                .toString();
        return Stream.of(
                Arguments.of("{\"method\": []}", "/method", "config.method is not known. Did you mean methods?"),
                Arguments.of("{\"a/b~c\": 1}", "/a~1b~0c", "config.a/b~c is not known"),
                Arguments.of("{\"" + "k".repeat(9_000) + "\": 1}", "/" + "k".repeat(100) + "…", "is not known"),
                Arguments.of("{\"objects\": []}", "/objects", "must be an object"),
                Arguments.of("{\"objects\": {\"read\": []}}", "/objects/read", "cannot be empty"),
                Arguments.of(
                        "{\"objects\": {\"read\": [\"Account\"], \"write\": []}}", "/objects/write", "leave create"),
                Arguments.of("{\"objects\": {\"reed\": []}}", "/objects/reed", "Did you mean read?"),
                Arguments.of("{\"objects\": {\"read\": \"Account\"}}", "/objects/read", "as [\"Account\"]"),
                Arguments.of("{\"objects\": {\"read\": [\"Account\", 5]}}", "/objects/read/1", "not understood: 5"),
                Arguments.of("{\"objects\": {\"read\": [\"a b\"]}}", "/objects/read", "API name"),
                Arguments.of("{\"objects\": {\"read\": [\"😀\"]}}", "/objects/read", "“😀”"),
                Arguments.of(
                        "{\"objects\": {\"read\": [\"Account\"], \"write\": [\"Acount\", \"Lead\"]}}",
                        "/objects/write",
                        "Acount, Lead are not. Did you mean Account?"),
                Arguments.of("{\"pinned_objects\": " + many + "}", "/pinned_objects", "At most 50 objects"),
                Arguments.of("{\"byte_budget\": 9999}", "/byte_budget", "10,000 to 10,000,000 bytes"),
                Arguments.of("{\"byte_budget\": 10000001}", "/byte_budget", "10,000 to 10,000,000 bytes"),
                Arguments.of("{\"byte_budget\": 1e999}", "/byte_budget", "10,000 to 10,000,000 bytes"),
                Arguments.of(
                        "{\"byte_budget\": " + "9".repeat(5_000) + "}", "/byte_budget", "10,000 to 10,000,000 bytes"),
                Arguments.of("{\"byte_budget\": 20000.5}", "/byte_budget", "whole numbers"),
                Arguments.of("{\"byte_budget\": \"20000\"}", "/byte_budget", "must be a number"),
                Arguments.of("{\"max_concurrent_calls\": 0}", "/max_concurrent_calls", "1 to 1,000"),
                Arguments.of("{\"max_calls_per_minute\": -1}", "/max_calls_per_minute", "1 to 100,000"),
                Arguments.of("{\"search_and_fetch\": \"yes\"}", "/search_and_fetch", "true or false"),
                Arguments.of("{\"confirm_destructive\": 1}", "/confirm_destructive", "true or false"));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws IOException {
        RunningGateway.Answer twice = running.make("{\"name\": \"A\", \"name\": \"B\"}");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.json().path("type").asText()).isEqualTo("urn:orgbench:problem:malformed-json");
    }

    private JsonNode made(String config) throws IOException {
        RunningGateway.Answer made = running.make("{\"name\": \"A\", \"config\": " + config + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }
}
