package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SOQL on records and on metadata, and how Salesforce would run it, over MCP on the demo org. */
class QueriesOverMcpTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String TOOLING = "list_all_salesforce_tooling_query";
    private static final String PLANS = "list_all_salesforce_query_plans";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void aQueryGivesItsRecordsInOrderWithParentsAndNulls() throws Exception {
        String q = "SELECT Id, Name, ParentId, Owner.Name, AnnualRevenue FROM Account ORDER BY Name, Id LIMIT 5";

        JsonNode answer = served.call(QUERY, Map.of("q", q));

        assertThat(answer.path("records")).hasSize(5).isEqualTo(served.records(q));
        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(answer.has("next_cursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 200, 2_000})
    void pagesOfAnyLimitGiveEveryRecordOnce(int limit) {
        List<JsonNode> pages = served.pages(QUERY, Map.of("q", "SELECT Id FROM Contact ORDER BY Id", "limit", limit));

        int total = pages.getFirst().path("totalSize").asInt();
        List<String> ids = pages.stream()
                .flatMap(page -> page.path("records").findValuesAsText("Id").stream())
                .toList();
        assertThat(total).isGreaterThan(300);
        assertThat(ids).hasSize(total).doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.path("records").size()).isBetween(1, limit);
            assertThat(page.path("totalSize").asInt()).isEqualTo(total);
            assertThat(page.path("done").asBoolean()).isNotEqualTo(page.has("next_cursor"));
        });
    }

    @Test
    void deletedRecordsComeWithAllRowsOnly() {
        String id = served.call(
                        "create_a_salesforce_record",
                        Map.of("object_name", "Account", "fields", Map.of("Name", "Gone tomorrow")))
                .path("id")
                .asText();
        served.call("delete_a_salesforce_record_by_id", Map.of("object_name", "Account", "id", id));
        String q = "SELECT Id, IsDeleted FROM Account WHERE Name = 'Gone tomorrow'";

        assertThat(served.call(QUERY, Map.of("q", q)).path("records")).isEmpty();
        assertThat(served.call(QUERY, Map.of("q", q, "all_rows", false)).path("records"))
                .isEmpty();
        JsonNode all = served.call(QUERY, Map.of("q", q, "all_rows", true)).path("records");
        assertThat(all.findValuesAsText("Id")).containsExactly(id);
        assertThat(all.path(0).path("IsDeleted").asBoolean()).isTrue();
        assertThat(served.pages(
                        QUERY, Map.of("q", "SELECT Id FROM Contact ORDER BY Id", "all_rows", true, "limit", 200)))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aCursorIsGoodForTheSameArgumentsOnly() throws Exception {
        String q = "SELECT Id FROM Contact ORDER BY Id";
        String cursor = served.call(QUERY, Map.of("q", q)).path("next_cursor").asText();

        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("q", q + " DESC", "next_cursor", cursor),
                Map.of("q", q, "all_rows", true, "next_cursor", cursor),
                Map.of("q", q, "next_cursor", cursor.substring(2)),
                Map.of("q", q, "next_cursor", "🙂"))) {
            assertThat(served.refusal(QUERY, other)).contains("`next_cursor` is not one that this call was given");
        }
        assertThat(served.failure(TOOLING, Map.of("q", q, "next_cursor", cursor)))
                .contains("`next_cursor`");
    }

    @Test
    void badArgumentsAreNamedAndNothingIsSent() throws Exception {
        List<String> before = served.requests();

        for (String tool : List.of(QUERY, TOOLING, PLANS)) {
            assertThat(served.failure(tool, Map.of())).contains("`q` is missing");
            assertThat(served.failure(tool, Map.of("q", ""))).contains("`q` is empty");
            assertThat(served.failure(tool, Map.of("q", List.of("SELECT")))).contains("`q` must be of type string");
            assertThat(served.failure(tool, Map.of("q", "x", "limit", 0))).contains("it must be at least 1");
            assertThat(served.failure(tool, Map.of("q", "x", "limit", 2_001))).contains("it must be at most 2000");
            assertThat(served.failure(tool, Map.of("q", "x", "query", "x"))).contains("no argument `query`");
        }
        assertThat(served.failure(QUERY, Map.of("q", "x", "all_rows", "yes")))
                .contains("`all_rows` must be of type boolean");
        assertThat(served.requests()).isEqualTo(before);
    }

    @Test
    void unknownNamesInAQueryAreRefusedAndItIsNotSent() throws Exception {
        List<String> before = served.requests();

        assertThat(served.failure(QUERY, Map.of("q", "SELECT Id FROM Acount")))
                .contains("\nSELECT Id FROM Acount\n", "ERROR at Row:1:Column:16", "Did you mean Account?");
        assertThat(served.failure(QUERY, Map.of("q", "SELECT Id, Indstry FROM Account")))
                .contains("No field Indstry on Account.", "Did you mean Industry?");
        assertThat(served.failure(QUERY, Map.of("q", "SELECT Ownr.Name FROM Account")))
                .contains("No relationship Ownr on Account.", "Did you mean Owner?", "There are: ");
        assertThat(served.failure(PLANS, Map.of("q", "SELECT Id FROM Acount"))).contains("Did you mean Account?");
        assertThat(served.failure(TOOLING, Map.of("q", "SELECT Id, DevloperName FROM CustomField")))
                .contains("No field DevloperName on CustomField.", "Did you mean DeveloperName?");
        assertThat(served.failure(TOOLING, Map.of("q", "SELECT Id FROM CustomFields")))
                .contains("The Tooling API has no object CustomFields", "Did you mean CustomField?");

        List<String> since = new ArrayList<>(served.requests());
        since.subList(0, before.size()).clear();
        assertThat(since).isNotEmpty().allMatch(request -> request.contains("/sobjects"));
    }

    @Test
    void aFaultyQueryKeepsSalesforcesWordsAndSaysWhatMayBeMeant() {
        assertThat(served.failure(QUERY, Map.of("q", "SELECT Id FROM Account ORDER BY Description")))
                .contains("INVALID_FIELD", "ERROR at Row:1:Column:33");
        assertThat(served.failure(QUERY, Map.of("q", "SELECT Id FROM Account WHERE 🙂 = 1")))
                .contains("MALFORMED_QUERY");
    }

    /** A field that our own tool deleted is not taken for known any more. */
    @Test
    void whatWasDeletedByAToolIsUnknownAtOnce() throws Exception {
        served.call(
                "create_a_salesforce_custom_field",
                Map.of(
                        "object_name",
                        "Account",
                        "DeveloperName",
                        "Short_Lived",
                        "Metadata",
                        Map.of("label", "Short lived", "type", "Checkbox", "defaultValue", "false")));
        Map<String, Object> query = Map.of("q", "SELECT Short_Lived__c FROM Account LIMIT 1");
        served.call(QUERY, query);
        served.call("delete_a_salesforce_custom_field_by_id", Map.of("id", "Account.Short_Lived__c"));
        List<String> before = served.requests();

        assertThat(served.failure(QUERY, query)).contains("No field Short_Lived__c on Account.");
        assertThat(served.requests().subList(before.size(), served.requests().size()))
                .allMatch(request -> request.contains("/sobjects"));
    }

    @Test
    void aPathInABranchOfTypeofBeginsAtItsOwnObject() {
        String q = "SELECT Id, TYPEOF What WHEN Opportunity THEN Campaign.Name END FROM Task Campaign LIMIT 1";

        assertThat(served.call(QUERY, Map.of("q", q)).path("done").asBoolean()).isTrue();
    }

    @Test
    void metadataIsQueriedByTheToolingApi() {
        JsonNode fields = served.call(
                TOOLING,
                Map.of("q", "SELECT Id, DeveloperName, TableEnumOrId FROM CustomField WHERE DeveloperName = 'Votes'"));

        assertThat(fields.path("totalSize").asInt()).isEqualTo(1);
        assertThat(fields.at("/records/0/Id").asText()).startsWith("00N");
        List<JsonNode> pages = served.pages(TOOLING, Map.of("q", "SELECT Id FROM CustomField ORDER BY Id", "limit", 5));
        Set<String> ids = pages.stream()
                .flatMap(page -> page.path("records").findValuesAsText("Id").stream())
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(ids).hasSize(pages.getFirst().path("totalSize").asInt()).hasSizeGreaterThan(10);
    }

    @Test
    void aPlanTellsWhetherAnIndexLeads() throws Exception {
        String q = "SELECT Id FROM Account WHERE Name = 'Northgate Networks'";
        List<String> before = served.requests();

        JsonNode plans = served.call(PLANS, Map.of("q", q));

        assertThat(plans.path("sourceQuery").asText()).isEqualTo(q);
        assertThat(StreamSupport.stream(plans.path("plans").spliterator(), false)
                        .map(plan -> plan.path("leadingOperationType").asText()))
                .containsExactly("Index", "TableScan");
        assertThat(served.requests()).hasSize(before.size() + 1);
        assertThat(served.pages(PLANS, Map.of("q", q, "limit", 1)))
                .hasSize(2)
                .allSatisfy(page -> assertThat(page.path("plans")).hasSize(1));
    }
}
