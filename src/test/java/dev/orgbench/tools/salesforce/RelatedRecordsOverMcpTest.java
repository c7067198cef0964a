package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ServedDemoOrg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Related and recent records over MCP on the demo org. */
class RelatedRecordsOverMcpTest {
    private static final String RELATED = "list_all_salesforce_related_records";
    private static final String RECENT = "list_all_salesforce_recent_records";

    /** The account of the demo org with the most contacts; it has no parent. */
    private static final String ACCOUNT = "0015g000000HfDEAA0";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void childrenComeAsAList() throws Exception {
        JsonNode contacts = related(Map.of("relationship", "contacts", "fields", List.of("Id", "Name")));

        assertThat(contacts.path("records").findValuesAsText("Id"))
                .containsExactlyInAnyOrderElementsOf(
                        served.records("SELECT Id FROM Contact WHERE AccountId = '" + ACCOUNT + "'")
                                .findValuesAsText("Id"));
        assertThat(contacts.path("totalSize").asInt())
                .isEqualTo(contacts.path("records").size());
        assertThat(contacts.path("done").asBoolean()).isTrue();
        assertThat(contacts.at("/records/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("attributes", "Id", "Name");
    }

    @Test
    void aParentComesAsAListOfOne() {
        JsonNode owner = served.call(
                RELATED, Map.of("object_name", "account", "id", ACCOUNT.substring(0, 15), "relationship", "Owner"));

        assertThat(owner.path("totalSize").asInt()).isEqualTo(1);
        assertThat(owner.path("done").asBoolean()).isTrue();
        assertThat(owner.at("/records/0/attributes/type").asText()).isEqualTo("User");
        assertThat(owner.at("/records/0/Username").asText()).contains("@");
    }

    @Test
    void noChildrenAreAnEmptyListAndNoParentIsSaid() throws Exception {
        String id = served.post("sobjects/Account", "{\"Name\":\"Alone\"}")
                .path("id")
                .asText();

        assertThat(served.call(RELATED, Map.of("object_name", "Account", "id", id, "relationship", "Contacts"))
                        .path("records"))
                .isEmpty();
        assertThat(served.failure(RELATED, Map.of("object_name", "Account", "id", id, "relationship", "Parent")))
                .contains("NOT_FOUND", "The record has no Parent: its ParentId is empty.");
    }

    @Test
    void thousandsOfChildrenAreReadToTheEnd() throws Exception {
        String id = served.post("sobjects/Account", "{\"Name\":\"Crowded\"}")
                .path("id")
                .asText();
        for (int i = 0; i < 11; i++) {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", true);
            ArrayNode records = body.putArray("records");
            for (int j = 0; j < 200; j++) {
                records.addObject()
                        .put("LastName", "C" + i + "-" + j)
                        .put("AccountId", id)
                        .putObject("attributes")
                        .put("type", "Contact");
            }
            served.post("composite/sobjects", body.toString());
        }

        List<JsonNode> pages = served.pages(
                RELATED,
                Map.of(
                        "object_name",
                        "Account",
                        "id",
                        id,
                        "relationship",
                        "Contacts",
                        "fields",
                        List.of("Id"),
                        "limit",
                        700));

        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.stream().flatMap(page -> page.path("records").findValuesAsText("Id").stream()))
                .hasSize(2_200)
                .doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.path("totalSize").asInt()).isEqualTo(2_200);
            assertThat(page.path("records").size()).isLessThanOrEqualTo(700);
        });
    }

    @Test
    void badArgumentsAreNamedBeforeTheOrgIsAskedForRecords() throws Exception {
        assertThat(served.failure(RELATED, Map.of()))
                .contains("`object_name` is missing", "`id` is missing", "`relationship` is missing");
        assertThat(served.failure(RELATED, Map.of("object_name", "Account", "id", ACCOUNT, "relationship", "Contact")))
                .contains("Account has no relationship Contact. Did you mean Contacts?", "To parents: ", "Owner")
                .contains("To children: ", "Opportunities");
        assertThat(served.failure(
                        RELATED,
                        Map.of(
                                "object_name",
                                "Account",
                                "id",
                                ACCOUNT,
                                "relationship",
                                "Contacts",
                                "fields",
                                List.of("Emial"))))
                .contains("Contact has no field Emial. Did you mean Email?");
        assertThat(served.failure(RELATED, Map.of("object_name", "Contact", "id", ACCOUNT, "relationship", "Account")))
                .contains("is not an Id of Contact", "it is one of Account");
        assertThat(served.failure(RELATED, Map.of("object_name", "Acount", "id", ACCOUNT, "relationship", "Owner")))
                .contains("Did you mean Account?");
        assertThat(served.requests()).noneMatch(request -> request.contains("/Contact/" + ACCOUNT));
        assertThat(served.failure(
                        RELATED,
                        Map.of("object_name", "Account", "id", "001000000000001AAA", "relationship", "Contacts")))
                .contains("Account has no record 001000000000001AAA");
    }

    @Test
    void theRecordsJustWrittenAreTheMostRecent() {
        for (String name : List.of("First", "Second", "Third")) {
            served.call("create_a_salesforce_record", Map.of("object_name", "Account", "Name", name));
        }

        JsonNode recent = served.call(RECENT, Map.of());
        List<JsonNode> pages = served.pages(RECENT, Map.of("limit", 1));

        assertThat(recent.path("records").findValuesAsText("Name")).startsWith("Third", "Second", "First");
        assertThat(recent.at("/records/0/attributes/type").asText()).isEqualTo("Account");
        assertThat(recent.path("totalSize").asInt())
                .isEqualTo(recent.path("records").size());
        assertThat(pages).hasSize(recent.path("totalSize").asInt());
        assertThat(served.failure(RECENT, Map.of("limit", "ten"))).contains("`limit` must be of type integer");
        assertThat(served.failure(RECENT, Map.of("object_name", "Account"))).contains("no argument `object_name`");
    }

    private static JsonNode related(Map<String, Object> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("object_name", "Account");
        arguments.put("id", ACCOUNT);
        return served.call(RELATED, arguments);
    }
}
