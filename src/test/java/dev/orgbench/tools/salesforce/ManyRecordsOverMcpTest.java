package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many records created in one call, over MCP on the demo org. */
class ManyRecordsOverMcpTest {
    private static final String CREATE_MANY = "create_many_salesforce_records";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void twoHundredRecordsAreCreatedInOneRequest() throws Exception {
        List<Map<String, Object>> records = IntStream.range(0, 200)
                .mapToObj(i -> Map.<String, Object>of("LastName", "Many " + i))
                .toList();
        int writes = served.writes().size();

        JsonNode answer = served.call(CREATE_MANY, Map.of("object_name", "contact", "records", records));

        assertThat(served.writes()).hasSize(writes + 1);
        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("created").asInt()).isEqualTo(200);
        assertThat(answer.path("failed").asInt()).isZero();
        assertThat(answer.path("results")).hasSize(200);
        JsonNode last = answer.path("results").path(199);
        assertThat(last.path("index").asInt()).isEqualTo(199);
        assertThat(served.org("sobjects/Contact/" + last.path("id").asText())
                        .path("LastName")
                        .asText())
                .isEqualTo("Many 199");
    }

    @Test
    void aRecordMayBeWrittenAsASingleOneIs() {
        JsonNode answer = served.call(
                CREATE_MANY,
                Map.of(
                        "object_name",
                        "Account",
                        "records",
                        List.of(
                                Map.of("name", "Flat"),
                                Map.of("fields", Map.of("Name", "Nested")),
                                Map.of("attributes", Map.of("type", "Account"), "Name", "Read before"))));

        assertThat(answer.path("created").asInt()).isEqualTo(3);
    }

    @Test
    void ifOneIsRefusedNoneIsCreatedUnlessTheOthersAreWanted() throws Exception {
        // The second one's external id is taken, which describe does not tell of.
        List<Map<String, String>> records = Stream.of("MANY-1", "BILL-70000", "MANY-2")
                .map(id -> Map.of("Account__c", "0015g000000HfDEAA0", "External_Id__c", id))
                .toList();
        Map<String, Object> together = Map.of("object_name", "Acme_Invoice__c", "records", records);

        assertThat(served.failure(CREATE_MANY, together))
                .contains(
                        "DUPLICATE_VALUE: `records[1]`: duplicate value found: External_Id__c duplicates value on record")
                .contains("ALL_OR_NONE_OPERATION_ROLLED_BACK: `records[0]`, `records[2]`: Record rolled back")
                .contains("Nothing was created")
                .contains("With all_or_none false, those without a fault are created")
                .contains("Try: A record with this unique value exists.");
        assertThat(served.records("SELECT Id FROM Acme_Invoice__c WHERE External_Id__c LIKE 'MANY-%'"))
                .isEmpty();

        JsonNode others = served.call(
                CREATE_MANY, Map.of("object_name", "Acme_Invoice__c", "records", records, "all_or_none", false));

        assertThat(others.path("success").asBoolean()).isFalse();
        assertThat(others.path("created").asInt()).isEqualTo(2);
        assertThat(others.at("/results/2/id").asText()).startsWith("a01");
        assertThat(served.records("SELECT Id FROM Acme_Invoice__c WHERE External_Id__c LIKE 'MANY-%'"))
                .hasSize(2);
    }

    @Test
    void ifEveryOneIsRefusedTheCallHasFailed() throws Exception {
        List<Map<String, String>> records =
                Collections.nCopies(25, Map.of("Account__c", "0015g000000HfDEAA0", "External_Id__c", "BILL-70000"));

        assertThat(served.failure(
                        CREATE_MANY,
                        Map.of("object_name", "Acme_Invoice__c", "records", records, "all_or_none", false)))
                .contains(
                        "DUPLICATE_VALUE: `records[0]`, `records[1]`,",
                        "`records[9]` and 15 more: duplicate value found")
                .contains("Nothing was created")
                .doesNotContain("all_or_none");
    }

    @Test
    void everyRecordIsCheckedAndNothingIsSentIfOneCannotWork() throws Exception {
        assertThat(refused(List.of(Map.of("LastName", "A"), Map.of("FirstName", "B"), Map.of("LastNme", "C"))))
                .contains("`records[1]`: a new Contact needs also LastName (string).")
                .contains("`records[2].LastNme`: Contact has no field LastNme. Did you mean LastName?")
                .doesNotContain("records[0]");
        assertThat(refused(List.of(Map.of("LastName", "A", "LeadSource", "Webb"))))
                .contains("Did you mean Web?");
        assertThat(refused(Collections.nCopies(200, Map.of()))).contains("and 190 more faults.");
        assertThat(refused(List.of("A"))).contains("`records.0` must be of type object");
        assertThat(refused(List.of())).contains("`records` is empty");
        assertThat(refused(Collections.nCopies(201, Map.of("LastName", "A")))).contains("`records`", "200");
        assertThat(served.refusal(CREATE_MANY, Map.of("object_name", "Contact")))
                .contains("`records` is missing");
        assertThat(served.refusal(CREATE_MANY, Map.of("object_name", "Kontact", "records", List.of(Map.of()))))
                .contains("Did you mean Contact?");
    }

    @Test
    void anOpenPicklistTakesANewValueOnlyWhenThatIsMeant() throws Exception {
        List<Object> records = List.of(Map.of("LastName", "A", "LeadSource", "Fair"));

        assertThat(refused(records)).contains("allow_new_picklist_values");
        assertThat(served.call(
                                CREATE_MANY,
                                Map.of("object_name", "Contact", "records", records, "allow_new_picklist_values", true))
                        .path("created")
                        .asInt())
                .isEqualTo(1);
    }

    private static String refused(List<?> records) throws Exception {
        return served.refusal(CREATE_MANY, Map.of("object_name", "Contact", "records", records));
    }
}
