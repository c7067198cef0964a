package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SOSL over MCP on the demo org. */
class SearchOverMcpTest {
    private static final String SEARCH = "list_all_salesforce_search";
    private static final String NORTHGATE =
            "FIND {Northgate*} IN NAME FIELDS RETURNING Account(Id, Name ORDER BY Name), Opportunity(Id, Name)";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void wordsAreFoundInSeveralObjects() {
        JsonNode found = served.call(SEARCH, Map.of("q", NORTHGATE));

        assertThat(found.path("searchRecords").findValuesAsText("type")).contains("Account", "Opportunity");
        assertThat(found.path("searchRecords").findValuesAsText("Name"))
                .allSatisfy(name -> assertThat(name).contains("Northgate"));
        assertThat(found.path("totalSize").asInt())
                .isEqualTo(found.path("searchRecords").size());
        assertThat(found.path("done").asBoolean()).isTrue();
    }

    @Test
    void pagesGiveEachRecordOnce() {
        int total =
                served.call(SEARCH, Map.of("q", NORTHGATE)).path("totalSize").asInt();

        List<JsonNode> pages = served.pages(SEARCH, Map.of("q", NORTHGATE, "limit", 2));

        assertThat(pages).hasSize((total + 1) / 2);
        assertThat(pages.stream().flatMap(page -> page.path("searchRecords").findValuesAsText("Id").stream()))
                .hasSize(total)
                .doesNotHaveDuplicates();
        assertThat(pages.getFirst().path("totalSize").asInt()).isEqualTo(total);
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        assertThat(served.call(SEARCH, Map.of("q", "FIND {zzzzqqqq} RETURNING Account(Id)")))
                .hasToString("{\"searchRecords\":[],\"totalSize\":0,\"done\":true}");
        assertThat(served.call(
                                SEARCH,
                                Map.of("q", "FIND {🙂 OR {limit}} RETURNING Account(Id)".replace("{limit}", "b")))
                        .path("searchRecords"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIND Northgate | MALFORMED_SEARCH: No search term found | FIND {words}",
                "FIND {North} RETURNING Acount(Id) | The org has no object Acount | Did you mean Account?",
                "FIND {North*} IN NAME FIELDS RETURNING Account(Id, Nme) | No field Nme on Account | Did you mean Name?",
                "FIND {North*} RETURNING Account(Id ORDER BY Description) | INVALID_FIELD | Description",
            })
    void aFaultySearchSaysWhatToTry(String q, String told, String advice) {
        assertThat(served.failure(SEARCH, Map.of("q", q))).contains(told, advice);
    }

    @Test
    void badArgumentsAreNamedAndNothingIsSent() throws Exception {
        List<String> before = served.requests();

        assertThat(served.failure(SEARCH, Map.of())).contains("`q` is missing", "FIND {words}");
        assertThat(served.failure(SEARCH, Map.of("q", 7))).contains("`q` must be of type string");
        assertThat(served.failure(SEARCH, Map.of("q", "FIND {a}", "next_cursor", "x")))
                .contains("`next_cursor`");
        assertThat(served.requests()).isEqualTo(before);
    }
}
