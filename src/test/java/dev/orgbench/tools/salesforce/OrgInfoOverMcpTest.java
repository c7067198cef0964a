package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the org allows and who is signed in, over MCP on the demo org. */
class OrgInfoOverMcpTest {
    private static final String LIMITS = "list_all_salesforce_limits";
    private static final String USER = "get_single_salesforce_user_info";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void limitsAreRowsWithSalesforcesOwnKeysAndFigures() throws Exception {
        JsonNode answer = served.call(LIMITS, Map.of());
        JsonNode own = served.org("limits");

        assertThat(answer.path("limits")).hasSize(own.size());
        assertThat(answer.path("totalSize").asInt()).isEqualTo(own.size());
        for (JsonNode row : answer.path("limits")) {
            assertThat(row.path("Max"))
                    .isEqualTo(own.path(row.path("name").asText()).path("Max"));
        }
        JsonNode requests = row(answer, "DailyApiRequests");
        assertThat(requests.path("label").asText()).isEqualTo("API requests, rolling 24 h");
        assertThat(requests.path("Remaining").asInt())
                .isLessThan(requests.path("Max").asInt());
        assertThat(row(answer, "PermissionSets").at("/parts/0/name").asText()).isEqualTo("CreateCustom");
    }

    @Test
    void limitsHavePages() throws Exception {
        List<JsonNode> pages = served.pages(LIMITS, Map.of("limit", 25));

        assertThat(pages.stream().flatMap(page -> page.path("limits").findValuesAsText("name").stream()))
                .contains("DailyApiRequests", "SingleEmail");
        assertThat(pages.stream().mapToInt(page -> page.path("limits").size()).sum())
                .isEqualTo(served.org("limits").size());
    }

    @Test
    void theSignedInUserOwnsWhatTheToolsCreate() throws Exception {
        JsonNode user = served.call(USER, Map.of());

        String id = served.call("create_a_salesforce_record", Map.of("object_name", "Account", "Name", "Mine"))
                .path("id")
                .asText();
        JsonNode account = served.org("sobjects/Account/" + id);
        assertThat(account.path("OwnerId")).isEqualTo(user.path("user_id"));
        assertThat(user.path("organization_id").asText()).startsWith("00D").hasSize(18);
        assertThat(user.path("preferred_username").asText()).contains("@");
        assertThat(user.path("zoneinfo").asText()).isNotEmpty();
    }

    @Test
    void badArgumentsAreNamedAndNothingIsSent() throws Exception {
        List<String> before = served.requests();

        assertThat(served.failure(LIMITS, Map.of("limit", 1.5))).contains("`limit`");
        assertThat(served.failure(LIMITS, Map.of("name", "DailyApiRequests"))).contains("no argument `name`");
        assertThat(served.failure(USER, Map.of("id", "005"))).contains("no argument `id`");
        assertThat(served.requests()).isEqualTo(before);
    }

    private static JsonNode row(JsonNode answer, String name) {
        for (JsonNode row : answer.path("limits")) {
            if (row.path("name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no limit " + name);
    }
}
