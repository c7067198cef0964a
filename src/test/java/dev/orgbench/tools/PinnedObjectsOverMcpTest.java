package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.OfficialClient;
import dev.orgbench.ServedDemoOrg;
import dev.orgbench.gateway.McpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tools for pinned objects as a client sees them: through a server's URL, on the demo org. */
class PinnedObjectsOverMcpTest {
    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    private static OfficialClient client;

    @BeforeAll
    static void start() throws Exception {
        client = served.client(McpServer.Config.EVERYTHING
                .draft()
                .tags(List.of("typed"))
                .pinnedObjects(List.of("contact", "Case", "Acme_Invoice__c", "Nonsense"))
                .config());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void thereIsACreateAndAnUpdateForEach() {
        assertThat(client.tools())
                .containsExactly(
                        "create_a_salesforce_contact",
                        "update_a_salesforce_contact_by_id",
                        "create_a_salesforce_case",
                        "update_a_salesforce_case_by_id",
                        "create_a_salesforce_acme_invoice",
                        "update_a_salesforce_acme_invoice_by_id");
    }

    @Test
    void aRecordIsMadeAndChanged() throws Exception {
        String id = client.call(
                        "create_a_salesforce_contact",
                        Map.of("FirstName", "Ada", "LastName", "Lovelace", "Email", "ada@example.com"))
                .path("id")
                .asText();
        Map<String, Object> changes = new HashMap<>(Map.of("id", id, "Title", "Countess 👑"));
        changes.put("Email", null);
        client.call("update_a_salesforce_contact_by_id", changes);

        JsonNode contact = served.org("sobjects/Contact/" + id);
        assertThat(contact.path("Name").asText()).isEqualTo("Ada Lovelace");
        assertThat(contact.path("Title").asText()).isEqualTo("Countess 👑");
        assertThat(contact.path("Email").isNull()).isTrue();
    }

    @Test
    void theSchemaIsWhatTheOrgDescribes() {
        JsonNode contact = client.inputSchema("create_a_salesforce_contact");
        assertThat(contact.path("required").toString()).isEqualTo("[\"LastName\"]");
        JsonNode fields = contact.path("properties");
        assertThat(fields.has("Name") || fields.has("MailingAddress") || fields.has("Id"))
                .isFalse();
        assertThat(fields.path("Birthdate").path("format").asText()).isEqualTo("date");
        assertThat(fields.path("AccountId").path("description").asText()).contains("Id of Account");
        assertThat(fields.path("LeadSource").path("examples")).isNotEmpty();
        assertThat(contact.toString()).hasSizeLessThan(12_000);
    }

    @Test
    void aNewFieldAndANewPicklistValueShowInTheNextList() throws Exception {
        String tool = "create_a_salesforce_acme_invoice";
        assertThat(client.inputSchema(tool).path("properties").has("Channel__c"))
                .isFalse();
        JsonNode made = served.post("tooling/sobjects/CustomField", """
                {"FullName": "Acme_Invoice__c.Channel__c", "Metadata": {"type": "Picklist", "label": "Channel",
                 "valueSet": {"restricted": true, "valueSetDefinition": {"sorted": false,
                  "value": [{"fullName": "Web", "label": "Web", "default": false}]}}}}""");
        assertThat(client.inputSchema(tool).at("/properties/Channel__c/enum").toString())
                .isEqualTo("[\"Web\"]");

        served.patch("tooling/sobjects/CustomField/" + made.path("id").asText(), """
                {"Metadata": {"type": "Picklist", "label": "Channel", "inlineHelpText": "Where it came from",
                 "valueSet": {"restricted": true, "valueSetDefinition": {"sorted": false,
                  "value": [{"fullName": "Web", "label": "Web", "default": false},
                            {"fullName": "Phone", "label": "Phone", "default": false}]}}}}""");
        JsonNode channel = client.inputSchema(tool).at("/properties/Channel__c");
        assertThat(channel.path("enum").toString()).isEqualTo("[\"Web\",\"Phone\"]");
        assertThat(channel.path("description").asText()).isEqualTo("Channel. Where it came from");
    }

    @Test
    void aMistakeIsRefusedBeforeAnythingIsSent() throws Exception {
        List<String> before = served.writes();
        assertThat(client.failure("create_a_salesforce_contact", Map.of("LastName", 7, "Emial", "a@b.c")))
                .contains("`LastName` must be of type string", "Did you mean Email?");
        assertThat(client.failure("update_a_salesforce_case_by_id", Map.of("id", "003000000000001AAA", "Subject", "x")))
                .contains("is not an Id of Case");
        assertThat(served.writes()).isEqualTo(before);
    }
}
