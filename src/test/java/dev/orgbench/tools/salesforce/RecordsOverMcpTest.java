package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record read, created, updated and deleted over MCP on the demo org. */
class RecordsOverMcpTest {
    private static final String GET = "get_single_salesforce_record_by_id";
    private static final String CREATE = "create_a_salesforce_record";
    private static final String UPDATE = "update_a_salesforce_record_by_id";
    private static final String DELETE = "delete_a_salesforce_record_by_id";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void aRecordIsReadWholeOrByFieldsInAnyCaseAndWithEitherId() throws Exception {
        String id = account("Read me");

        assertThat(served.call(GET, Map.of("object_name", "Account", "id", id)))
                .isEqualTo(served.org("sobjects/Account/" + id));
        JsonNode some = served.call(
                GET, Map.of("object_name", "account", "id", id.substring(0, 15), "fields", List.of("name", "OwnerId")));
        assertThat(some.path("Name").asText()).isEqualTo("Read me");
        assertThat(some.has("Phone")).isFalse();
    }

    @Test
    void aRecordIsCreatedFromFieldsOrFlatKeys() throws Exception {
        JsonNode one = served.call(
                CREATE,
                Map.of("object_name", "contact", "fields", Map.of("LastName", "Ünlü 🙂", "Birthdate", "1990-02-28")));
        JsonNode two = served.call(CREATE, Map.of("object_name", "Contact", "LastName", "Flat", "firstname", "Ann"));

        assertThat(served.org("sobjects/Contact/" + one.path("id").asText())
                        .path("LastName")
                        .asText())
                .isEqualTo("Ünlü 🙂");
        assertThat(served.org("sobjects/Contact/" + two.path("id").asText())
                        .path("Name")
                        .asText())
                .isEqualTo("Ann Flat");
    }

    @Test
    void anUpdateChangesWhatIsGivenAndKeepsTheRest() throws Exception {
        String id = account("Before");

        JsonNode answer = served.call(
                UPDATE,
                Map.of(
                        "object_name",
                        "ACCOUNT",
                        "id",
                        id.substring(0, 15),
                        "fields",
                        fields("name", "After", "Phone", null),
                        "Website",
                        "after.example"));

        assertThat(answer.path("success").asBoolean()).isTrue();
        JsonNode after = served.org("sobjects/Account/" + id);
        assertThat(after.path("Name").asText()).isEqualTo("After");
        assertThat(after.path("Phone").isNull()).isTrue();
        assertThat(after.path("Website").asText()).isEqualTo("after.example");
        assertThat(after.path("Industry").asText()).isEqualTo("Energy");
    }

    @Test
    void aRecordThatWasReadIsWrittenBackWithItsIdAndAttributes() throws Exception {
        String id = account("Round trip");
        JsonNode read = served.call(GET, Map.of("object_name", "Account", "id", id, "fields", List.of("Id", "Name")));
        Map<String, Object> fields = fields("attributes", Map.of("type", "Account"), "Name", "Back again");
        fields.put("Id", read.path("Id").asText().substring(0, 15));

        served.call(UPDATE, Map.of("object_name", "Account", "id", id, "fields", fields));

        assertThat(served.org("sobjects/Account/" + id).path("Name").asText()).isEqualTo("Back again");
        fields.put("Id", "001000000000001AAA");
        assertThat(served.refusal(UPDATE, Map.of("object_name", "Account", "id", id, "fields", fields)))
                .contains("`fields.Id` is 001000000000001AAA, and `id` is " + id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Industri | x | Did you mean Industry?",
                "Industry | Enrgy | Did you mean Energy?",
                "CreatedDate | 2026-01-01T00:00:00Z | Salesforce sets it itself",
                "Name | | it must have a value",
                "OwnerId | Alex | is not an Id (15 or 18 letters and digits) of User",
                "NumberOfEmployees | many | \"many\" is not a number",
            })
    void anUpdateChecksItsFieldsAsACreateDoes(String field, String value, String told) throws Exception {
        String id = account("Checked");

        assertThat(served.refusal(UPDATE, Map.of("object_name", "Account", "id", id, "fields", fields(field, value))))
                .contains(told, "Nothing was changed in the org");
    }

    @Test
    void anOpenPicklistTakesANewValueOnlyWhenThatIsMeant() throws Exception {
        String id = account("Picked");
        Map<String, Object> arguments = fields("object_name", "Account", "id", id, "Industry", "Space");

        assertThat(served.refusal(UPDATE, arguments)).contains("allow_new_picklist_values");
        arguments.put("allow_new_picklist_values", true);
        served.call(UPDATE, arguments);

        assertThat(served.org("sobjects/Account/" + id).path("Industry").asText())
                .isEqualTo("Space");
    }

    @Test
    void aDeletedRecordIsGone() throws Exception {
        String id = account("Delete me");

        assertThat(served.call(DELETE, Map.of("object_name", "account", "id", id.substring(0, 15)))
                        .path("success")
                        .asBoolean())
                .isTrue();

        assertThat(served.records("SELECT Id FROM Account WHERE Id = '" + id + "'"))
                .isEmpty();
        Map<String, Object> gone = Map.of("object_name", "Account", "id", id);
        assertThat(served.failure(DELETE, gone))
                .contains("ENTITY_IS_DELETED: entity is deleted", "Account has no record " + id);
        assertThat(served.failure(GET, gone)).contains("Account has no record " + id);
    }

    @Test
    void anIdOfAnotherObjectIsToldBeforeAnythingIsSent() throws Exception {
        String id = account("Not a contact");

        for (String tool : List.of(GET, UPDATE, DELETE)) {
            assertThat(served.refusal(tool, Map.of("object_name", "Contact", "id", id)))
                    .contains("is not an Id of Contact (those begin with 003); it is one of Account");
        }
    }

    @Test
    void badArgumentsAreNamedAndNothingIsWritten() throws Exception {
        for (String tool : List.of(UPDATE, DELETE, GET)) {
            assertThat(served.refusal(tool, Map.of())).contains("`object_name` is missing", "`id` is missing");
            assertThat(served.refusal(tool, Map.of("object_name", "Account", "id", "12345")))
                    .contains("`id` cannot be \"12345\"");
        }
        String missing = "001000000000001AAA";
        for (String tool : List.of(GET, DELETE)) {
            assertThat(served.failure(tool, Map.of("object_name", "Acount", "id", missing)))
                    .contains("Did you mean Account?");
            assertThat(served.failure(tool, Map.of("object_name", "Account", "id", missing)))
                    .contains("Account has no record " + missing);
        }
        assertThat(served.failure(UPDATE, Map.of("object_name", "Account", "id", missing, "Name", "x")))
                .contains("NOT_FOUND", "Account has no record " + missing);
        assertThat(served.refusal(CREATE, Map.of("object_name", "Account", "fields", "Name=x")))
                .contains("`fields` must be of type object");
        assertThat(served.refusal(UPDATE, Map.of("object_name", "Account", "id", account("x"))))
                .contains("`fields` is empty");
        assertThat(served.refusal(CREATE, Map.of("object_name", "Account", "fields", Map.of("Name", "a", "name", "b"))))
                .contains("it is given twice");
        assertThat(served.refusal(DELETE, Map.of("object_name", "Account", "id", account("x"), "force", true)))
                .contains("no argument `force`");
    }

    @Test
    void aRecordThatSaysItIsOfAnotherObjectIsNotWritten() throws Exception {
        Map<String, Object> product = Map.of("attributes", Map.of("type", "Product2"), "Name", "x");
        String told = "attributes`: the type is Product2, and `object_name` is Account.";

        assertThat(served.refusal(CREATE, Map.of("object_name", "account", "fields", product)))
                .contains("`fields." + told);
        assertThat(served.refusal(UPDATE, Map.of("object_name", "Account", "id", account("x"), "fields", product)))
                .contains("`fields." + told);
        assertThat(served.refusal(
                        CREATE,
                        Map.of("object_name", "Account", "attributes", Map.of("type", "Product2"), "Name", "x")))
                .contains("`fields." + told);
        assertThat(served.refusal(
                        "create_many_salesforce_records",
                        Map.of("object_name", "Account", "records", List.of(Map.of("Name", "a"), product))))
                .contains("`records[1]." + told);
        assertThat(served.refusal(
                        UPDATE,
                        Map.of(
                                "object_name",
                                "Account",
                                "id",
                                account("x"),
                                "fields",
                                Map.of("attributes", Map.of("type", "Account")))))
                .contains("`fields` is empty");
        assertThat(served.call(
                                CREATE,
                                Map.of(
                                        "object_name",
                                        "Account",
                                        "fields",
                                        Map.of("attributes", Map.of("type", "account", "url", "/x"), "Name", "x")))
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    private static String account(String name) throws Exception {
        return served.post("sobjects/Account", "{\"Name\":\"" + name + "\",\"Industry\":\"Energy\",\"Phone\":\"1\"}")
                .path("id")
                .asText();
    }

    /** Keys and values in turn; values may be null. */
    private static Map<String, Object> fields(@Nullable Object... keysAndValues) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return fields;
    }
}
