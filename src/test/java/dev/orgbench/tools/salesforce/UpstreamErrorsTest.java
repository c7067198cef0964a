package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ServedDemoOrg;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the org refuses reaches the caller as it is, for every tool: at once, in Salesforce's words, without a second try. */
class UpstreamErrorsTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String CONTACTS = "SELECT Id FROM Contact ORDER BY Id";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @AfterEach
    void calm() throws IOException {
        served.calm();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request-limit | HTTP 403 | REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded. | rolling 24 hours",
                "concurrent-limit | HTTP 403 | REQUEST_LIMIT_EXCEEDED: ConcurrentRequests | tell the user",
                "too-many-requests | HTTP 429 | REQUEST_LIMIT_EXCEEDED: Too many requests. | Retry-After: 7",
                "unavailable | HTTP 503 | SERVER_UNAVAILABLE: Server Unavailable | Retry-After: 7",
                "api-disabled | HTTP 403 | API_DISABLED_FOR_ORG: The REST API is not enabled | has no API access",
            })
    void everyToolTellsOfARefusalAndTriesOnce(String answer, String status, String words, String more)
            throws IOException {
        String retryAfter = words.startsWith("SERVER") || status.endsWith("429") ? "retryAfter: 7\n" : "";
        served.trouble("answer: " + answer + "\npath: /services/**\n" + retryAfter);
        for (Tool tool : tools()) {
            List<String> before = served.requests();

            assertThat(served.failure(tool.name(), example(tool)))
                    .as(tool.name())
                    .contains(tool.name() + " failed: the org refused the request", status, words, more);

            assertThat(served.requests()).as(tool.name()).hasSize(before.size() + 1);
        }
    }

    /** Those whose call would change nothing: each is called again. */
    @Test
    void anExpiredSessionIsRenewedOnceAndTheCallerNoticesNothing() throws IOException {
        for (Tool tool : tools()) {
            if (tool.readOnly()) {
                served.trouble("answer: expired-session\npath: /services/**\ntimes: 1\n");
                int before = served.requests().size();

                assertThat(served.call(tool.name(), example(tool)))
                        .as(tool.name())
                        .isNotEmpty();

                List<String> sent =
                        served.requests().subList(before, served.requests().size());
                assertThat(sent.getFirst()).endsWith(" 401");
                assertThat(sent.get(1)).isEqualTo("POST /services/oauth2/token 200");
                served.calm();
            }
        }
    }

    @Test
    void aSessionThatCannotBeRenewedNamesTheOrg() throws IOException {
        served.trouble("answer: expired-session\npath: /services/data/**\n");

        assertThat(served.failure(QUERY, Map.of("q", CONTACTS)))
                .contains("The session of the org \"Demo org\" has ended", "Sign in to the org again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create_a_salesforce_record",
                "update_a_salesforce_record_by_id",
                "delete_a_salesforce_record_by_id",
                "upsert_a_salesforce_record_by_external_id",
                "create_many_salesforce_records",
                "update_a_salesforce_custom_object_by_id",
                "create_a_salesforce_custom_field",
                "update_a_salesforce_custom_field_by_id",
                "delete_a_salesforce_custom_field_by_id"
            })
    void aLockedRecordIsToldAndTriedOnce(String name) throws IOException {
        Tool tool = tools().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        served.trouble("answer: row-lock\n");
        int before = served.writes().size();

        assertThat(served.failure(name, example(tool)))
                .contains("UNABLE_TO_LOCK_ROW: unable to obtain exclusive access", "may work a moment later");

        assertThat(served.writes()).hasSize(before + 1);
    }

    @Test
    void pagesThatTheOrgKeepsNoLongerAreSaidToBeGone() throws IOException {
        String cursor =
                served.call(QUERY, Map.of("q", CONTACTS)).path("next_cursor").asText();
        served.trouble("answer: invalid-locator\n");

        assertThat(served.failure(QUERY, Map.of("q", CONTACTS, "next_cursor", cursor)))
                .contains("INVALID_QUERY_LOCATOR: invalid query locator", "Run the query again without next_cursor");
        served.calm();
        assertThat(served.call(QUERY, Map.of("q", CONTACTS, "next_cursor", cursor))
                        .path("records"))
                .isNotEmpty();
    }

    @Test
    void aBrokenConnectionSaysWhetherTheCallMayHaveBeenCarriedOut() throws IOException {
        served.trouble("answer: cut\n");

        assertThat(served.failure("list_all_salesforce_limits", Map.of()))
                .contains("broke before the answer was complete", "Try again in a moment");
        served.calm();
        served.trouble("answer: cut\nmethod: POST\n");
        assertThat(served.failure("create_a_salesforce_record", Map.of("object_name", "Task", "Subject", "Perhaps")))
                .contains("It may have been carried out all the same");
    }

    private static List<Tool> tools() {
        return served.orgbench().offer().tools().resolve(served.orgbench().org().connection(), Terms.ALL);
    }

    private static Map<String, Object> example(Tool tool) {
        return new JsonMapper()
                .convertValue(tool.inputSchema().at("/examples/0"), new TypeReference<Map<String, Object>>() {});
    }
}
