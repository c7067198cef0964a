package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record found by its external id, over MCP on the demo org. */
class UpsertOverMcpTest {
    private static final String UPSERT = "upsert_a_salesforce_record_by_external_id";
    /** Which every invoice must have. */
    private static final String ACCOUNT = "0015g000000HfDEAA0";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void whatIsNotThereIsCreatedAndThenUpdated() throws Exception {
        JsonNode created = upsert("EXT-1", Map.of("Account__c", ACCOUNT, "Amount__c", 100.5, "Status__c", "Draft"));
        JsonNode updated = upsert("EXT-1", Map.of("Amount__c", 70));

        assertThat(created.path("created").asBoolean()).isTrue();
        assertThat(updated.path("created").asBoolean()).isFalse();
        assertThat(updated.path("success").asBoolean()).isTrue();
        assertThat(updated.path("id")).isEqualTo(created.path("id"));
        JsonNode row =
                served.org("sobjects/Acme_Invoice__c/" + created.path("id").asText());
        assertThat(row.path("Amount__c").decimalValue()).isEqualByComparingTo("70");
        assertThat(row.path("Status__c").asText()).isEqualTo("Draft");
        assertThat(row.path("External_Id__c").asText()).isEqualTo("EXT-1");
    }

    @ParameterizedTest
    @CsvSource({"a b/c", "ä%🙂", "x+y&z=1?#", "semi;colon"})
    void anyTextCanBeAnExternalId(String externalId) {
        JsonNode created = upsert(externalId, Map.of("Account__c", ACCOUNT, "Amount__c", 1));
        JsonNode updated = upsert(externalId, Map.of("Amount__c", 2));

        assertThat(created.path("created").asBoolean()).isTrue();
        assertThat(updated.path("id")).isEqualTo(created.path("id"));
    }

    @Test
    void namesAreTakenInAnyCaseAndFieldsFlat() throws Exception {
        JsonNode answer = served.call(
                UPSERT,
                Map.of(
                        "object_name", "acme_invoice__c",
                        "external_id_field", "external_id__c",
                        "external_id", "EXT-2",
                        "status__c", "Draft",
                        "account__c", ACCOUNT,
                        "fields", Map.of("External_Id__c", "EXT-2")));

        JsonNode row =
                served.org("sobjects/Acme_Invoice__c/" + answer.path("id").asText());
        assertThat(row.path("Status__c").asText()).isEqualTo("Draft");
    }

    @Test
    void aRecordIsAlsoFoundByItsId() throws Exception {
        String id = upsert("EXT-3", Map.of("Account__c", ACCOUNT)).path("id").asText();

        served.call(
                UPSERT,
                Map.of("object_name", "Acme_Invoice__c", "external_id_field", "Id", "external_id", id, "Amount__c", 3));

        assertThat(served.org("sobjects/Acme_Invoice__c/" + id)
                        .path("Amount__c")
                        .asInt())
                .isEqualTo(3);
    }

    /** Names are no unique keys, though records can be found by them. */
    @Test
    void severalRecordsOfTheSameKeyAreNamed() throws Exception {
        for (int i = 0; i < 2; i++) {
            served.post("sobjects/Feature_Request__c", "{\"Name\":\"Twins\"}");
        }

        assertThat(served.failure(
                        UPSERT,
                        Map.of(
                                "object_name", "Feature_Request__c",
                                "external_id_field", "Name",
                                "external_id", "Twins",
                                "Priority__c", "High")))
                .contains("HTTP 300", "2 records have this external id", "/sobjects/Feature_Request__c/a00")
                .contains("update_a_salesforce_record_by_id");
    }

    @Test
    void whatCannotWorkIsRefusedBeforeAnythingIsSent() throws Exception {
        assertThat(served.refusal(UPSERT, Map.of()))
                .contains("`object_name` is missing", "`external_id_field` is missing", "`external_id` is missing");
        assertThat(refused("Amount__c", "x", Map.of()))
                .contains("Acme_Invoice__c.Amount__c is not an external id")
                .contains("are found by Id, Name, External_Id__c");
        assertThat(refused("ExternalId", "x", Map.of())).contains("Did you mean External_Id__c?");
        assertThat(refused("External_Id__c", "x", Map.of("Amunt__c", 1))).contains("Did you mean Amount__c?");
        assertThat(refused("External_Id__c", "x", Map.of("Status__c", "Payd"))).contains("Did you mean Paid?");
        assertThat(refused("External_Id__c", "x", Map.of("External_Id__c", "y")))
                .contains("`fields.External_Id__c` is y, and `external_id` is x");
        assertThat(refused("External_Id__c", "..", Map.of())).contains("`external_id` cannot be \"..\"");
        assertThat(refused("External_Id__c", "  ", Map.of())).contains("`external_id` cannot be");
        assertThat(served.refusal(
                        UPSERT, Map.of("object_name", "Acme_Invoices", "external_id_field", "Id", "external_id", "x")))
                .contains("Did you mean Acme_Invoice__c?");
    }

    private static JsonNode upsert(String externalId, Map<String, Object> fields) {
        return served.call(UPSERT, arguments("External_Id__c", externalId, fields));
    }

    private static String refused(String field, String externalId, Map<String, Object> fields) throws Exception {
        return served.refusal(UPSERT, arguments(field, externalId, fields));
    }

    private static Map<String, Object> arguments(String field, String externalId, Map<String, Object> fields) {
        return Map.of(
                "object_name", "Acme_Invoice__c",
                "external_id_field", field,
                "external_id", externalId,
                "fields", fields);
    }
}
