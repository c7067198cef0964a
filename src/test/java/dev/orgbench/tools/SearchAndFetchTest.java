package dev.orgbench.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.OfficialClient;
import dev.orgbench.ServedDemoOrg;
import dev.orgbench.gateway.McpServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** search and fetch, as ChatGPT calls them: through a server's URL, on the demo org. */
class SearchAndFetchTest {
    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    private static OfficialClient client;
    private static JsonNode account;
    private static String caseId;

    @BeforeAll
    static void start() throws Exception {
        client = served.client(wishing(List.of(), 200_000));
        account = served.post("sobjects/Account", """
                {"Name": "Zyxwell & Söhne (100%_real) 🦊", "Industry": "Energy", "BillingCity": "Quedlinburg",
                 "Description": "First line\\nsecond line"}""");
        caseId = served.post(
                        "sobjects/Case",
                        "{\"Subject\": \"The zyxwell pump leaks\", \"AccountId\": \""
                                + account.path("id").asText() + "\"}")
                .path("id")
                .asText();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void theyExistOnlyForServersThatWishThem() {
        assertThat(client.tools()).contains("search", "fetch", "list_all_salesforce_query");
        assertThat(client.inputSchema("search").path("properties").properties())
                .singleElement()
                .satisfies(argument -> assertThat(argument.getKey()).isEqualTo("query"));
        try (OfficialClient reader =
                        served.client(wishing(List.of("get", "list"), List.of("records"), List.of(), 200_000));
                OfficialClient writer = served.client(wishing(List.of("create"), List.of(), List.of(), 200_000))) {
            assertThat(reader.tools()).contains("search", "fetch");
            assertThat(writer.tools()).isNotEmpty().doesNotContain("search", "fetch");
        }
        try (OfficialClient other = served.client(McpServer.Config.EVERYTHING)) {
            assertThat(other.tools()).isNotEmpty().doesNotContain("search", "fetch");
        }
    }

    @Test
    void theirAnswersHaveTheShapesThatChatGptWants() throws Exception {
        JsonNode found = client.call("search", Map.of("query", "zyxwell"));

        assertThat(names(found)).containsExactly("results");
        assertThat(found.path("results")).hasSize(2).allSatisfy(result -> {
            assertThat(names(result)).containsExactly("id", "title", "url");
            assertThat(result.path("title").asText()).isNotBlank();
        });
        JsonNode first = found.path("results").path(0);
        assertThat(first.path("id")).isEqualTo(account.path("id"));
        assertThat(first.path("title").asText()).isEqualTo("Zyxwell & Söhne (100%_real) 🦊");
        assertThat(first.path("url").asText())
                .isEqualTo(served.orgbench().demoUrl() + "/lightning/r/Account/"
                        + account.path("id").asText() + "/view");
        assertThat(found.at("/results/1/id").asText()).isEqualTo(caseId);

        JsonNode fetched = client.call("fetch", Map.of("id", first.path("id").asText()));
        assertThat(names(fetched)).containsExactly("id", "title", "text", "url", "metadata");
        assertThat(fetched.path("title")).isEqualTo(first.path("title"));
        assertThat(fetched.path("url")).isEqualTo(first.path("url"));
        assertThat(fetched.path("text").asText())
                .contains(
                        "Account Name: Zyxwell & Söhne (100%_real) 🦊\n",
                        "Industry: Energy", "Billing City: Quedlinburg")
                .contains("Account Description: First line\nsecond line")
                .doesNotContain("null", "{");
        assertThat(fetched.path("metadata").path("object").asText()).isEqualTo("Account");
        assertThat(fetched.path("metadata").path("owner").asText()).contains(" ");
        assertThat(fetched.path("metadata").path("last_modified").asText()).startsWith("20");
        assertThat(fetched.path("metadata")).allMatch(JsonNode::isTextual);
        assertThat(new JsonMapper()
                        .readTree(client.read(
                                "fetch", Map.of("id", first.path("id").asText()))))
                .isEqualTo(fetched);
    }

    @Test
    void anIdServesInFifteenCharactersAndWithItsObject() {
        String id = account.path("id").asText();
        for (String written : List.of(id.substring(0, 15), "Account:" + id, "account:" + id.substring(0, 15))) {
            assertThat(client.call("fetch", Map.of("id", written)).path("id").asText())
                    .as(written)
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zyxwell söhne",
                "ZYXWELL and the 100%_real",
                "what do we know about Zyxwell?",
                "z",
                "Zyx",
                "100%_real",
                "(100%",
                "🦊",
                "zyxwell nowheretobefound",
                "zyxwell' OR Name != '",
            })
    void itIsFoundHoweverItIsAskedFor(String query) {
        assertThat(client.call("search", Map.of("query", query)).findValuesAsText("title"))
                .anyMatch(title -> title.startsWith("Zyxwell") || query.equals("z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "} RETURNING User(Id) {",
                "\\",
                "\"",
                "' OR Id != '",
                "a{b}[c]^~*:\\\"'+-&|!?",
                "*",
                "NOT",
                "%",
                "_",
                " \t\n "
            })
    void noSignBreaksTheSearch(String query) {
        assertThat(client.call("search", Map.of("query", query)).path("results").isArray())
                .isTrue();
    }

    @Test
    void aVeryLongTextIsSearchedByItsFirstWords() {
        assertThat(client.call("search", Map.of("query", "zyxwell " + "地".repeat(100_000) + " word".repeat(10_000)))
                        .path("results"))
                .isNotEmpty();
    }

    @Test
    void thereAreAtMostTwentyAndTheSameEachTime() {
        JsonNode found = client.call("search", Map.of("query", "an"));
        assertThat(found.path("results").size()).isBetween(1, 20);
        assertThat(client.call("search", Map.of("query", "an"))).isEqualTo(found);
        for (String nothing : List.of("qqqqqqqqqqqq", " \t\n ")) {
            assertThat(client.call("search", Map.of("query", nothing)).path("results"))
                    .isEmpty();
        }
    }

    @Test
    void aServerForSomeObjectsTellsOfNoOther() throws Exception {
        try (OfficialClient narrow = served.client(wishing(List.of("Case"), 200_000))) {
            assertThat(narrow.call("search", Map.of("query", "zyxwell")).findValuesAsText("id"))
                    .containsExactly(caseId);
            assertThat(narrow.call("search", Map.of("query", "z")).findValuesAsText("id"))
                    .doesNotContain(account.path("id").asText());
            List<String> before = served.requests();
            assertThat(narrow.failure("fetch", Map.of("id", account.path("id").asText())))
                    .contains("this server knows no records whose Ids begin with 001");
            assertThat(served.requests()
                            .subList(before.size(), served.requests().size()))
                    .noneMatch(request -> request.contains("Account"));
            JsonNode fetched = narrow.call("fetch", Map.of("id", caseId));
            assertThat(fetched.at("/metadata/owner").asText()).startsWith("005");
        }
    }

    @Test
    void whatIsNoIdIsTold() {
        assertThat(client.failure("fetch", Map.of("id", "Zyxwell"))).contains("`id` cannot be Zyxwell");
        assertThat(client.failure("fetch", Map.of("id", "zzz000000000001AAA"))).contains("begin with zzz");
        assertThat(client.failure("fetch", Map.of("id", "001000000000001AAA"))).contains("NOT_FOUND");
        assertThat(client.failure("fetch", Map.of())).contains("`id` is missing");
        assertThat(client.failure("search", Map.of("query", ""))).contains("`query` is empty");
    }

    @Test
    void aRecordThatIsLongerThanAnAnswerMayBeIsCut() throws Exception {
        String id = served.post(
                        "sobjects/Case",
                        "{\"Subject\": \"Long\", \"Description\": \"" + "lang 🦊 \\\"äöü\\\" ".repeat(1_500) + "\"}")
                .path("id")
                .asText();
        try (OfficialClient brief = served.client(wishing(List.of(), 4_000))) {
            JsonNode fetched = brief.call("fetch", Map.of("id", id));
            assertThat(fetched.toString().getBytes(UTF_8)).hasSizeBetween(2_000, 4_000);
            assertThat(fetched.path("text").asText()).contains("Subject: Long").endsWith("may be.");
        }
    }

    private static McpServer.Config wishing(List<String> readObjects, int byteBudget) {
        return wishing(List.of(), List.of(), readObjects, byteBudget);
    }

    private static McpServer.Config wishing(
            List<String> methods, List<String> tags, List<String> readObjects, int byteBudget) {
        return McpServer.Config.EVERYTHING
                .draft()
                .methods(methods)
                .tags(tags)
                .readObjects(readObjects)
                .searchAndFetch(true)
                .byteBudget(byteBudget)
                .config();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
