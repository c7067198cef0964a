package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordToolsTest {
    private static final String CREATE = "create_a_salesforce_record";
    private static final String GET = "get_single_salesforce_record_by_id";
    private static final String CREATED = "{\"id\":\"0035e000002AbcdAAA\",\"success\":true,\"errors\":[]}";

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
        org.object(
                "Contact",
                "Contact",
                "Id id required defaulted readonly",
                "FirstName string length=40",
                "LastName string required length=80",
                "Name string readonly",
                "LeadSource picklist values=Web,Phone_Inquiry,Other",
                "Level__c multipicklist values=Primary,Secondary restricted",
                "AccountId reference to=Account",
                "Birthdate date",
                "EmailBouncedDate datetime",
                "HasOptedOutOfEmail boolean required defaulted",
                "Score__c double");
        org.on("POST {api}/sobjects/Contact", 201, CREATED);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void aRecordIsCreatedFromFieldsInASingleObject() {
        assertThat(org.success(CREATE, """
                        {"object_name":"Contact","fields":
                          {"FirstName":"Alice","lastname":"Smith","LeadSource":"Web","Score__c":1.50,
                           "AccountId":"0015e00000AbCdEAAV","Birthdate":"1990-01-31"}}
                        """)).hasToString(CREATED);
        assertThat(org.writes())
                .containsExactly("POST /services/data/v62.0/sobjects/Contact "
                        + "{\"FirstName\":\"Alice\",\"LastName\":\"Smith\",\"LeadSource\":\"Web\",\"Score__c\":1.50,"
                        + "\"AccountId\":\"0015e00000AbCdEAAV\",\"Birthdate\":\"1990-01-31\"}");
    }

    @Test
    void fieldsMayStandBesideTheObjectsName() {
        org.success(CREATE, "{\"object_name\":\"Contact\",\"FirstName\":\"Alice\",\"LastName\":\"Smith\"}");
        org.success(CREATE, "{\"object_name\":\"Contact\",\"fields\":{\"FirstName\":\"Bob\"},\"LastName\":\"Smith\"}");

        assertThat(org.writes())
                .containsExactly(
                        "POST /services/data/v62.0/sobjects/Contact {\"FirstName\":\"Alice\",\"LastName\":\"Smith\"}",
                        "POST /services/data/v62.0/sobjects/Contact {\"FirstName\":\"Bob\",\"LastName\":\"Smith\"}");
        assertThat(org.failure(
                                CREATE,
                                "{\"object_name\":\"Contact\",\"fields\":{\"LastName\":\"A\"},\"LastName\":\"B\"}")
                        .text())
                .contains("`LastName` is given twice");
    }

    @Test
    void aParentMayBeNamedByItsExternalId() {
        org.success(
                CREATE,
                "{\"object_name\":\"Contact\",\"fields\":{\"LastName\":\"S\",\"Account\":{\"Number__c\":\"A-1\"}}}");

        assertThat(org.writes())
                .singleElement()
                .asString()
                .contains("{\"LastName\":\"S\",\"Account\":{\"Number__c\":\"A-1\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Frstname':'A','LastName':'B'} | Contact has no field Frstname. Did you mean FirstName?",
                "{'FirstName':'A'} | a new Contact needs also LastName (string)",
                "{'LastName':null} | a new Contact needs also LastName (string)",
                "{'LastName':'B','LeadSource':'web'} | \"web\" is not a value of this picklist. Did you mean Web? Valid: Web, Phone Inquiry, Other.",
                "{'LastName':'B','Level__c':'Primary;Third'} | \"Third\" is not a value of this picklist. Valid: Primary, Secondary.",
                "{'LastName':'B','Name':'A B'} | `fields.Name`: Salesforce sets it itself",
                "{'LastName':'B','AccountId':'Acme'} | \"Acme\" is not an Id (15 or 18 letters and digits) of Account",
                "{'LastName':'B','Birthdate':'31.1.1990'} | write it as 2026-01-31",
                "{'LastName':'B','Birthdate':'2026-02-30'} | write it as 2026-01-31",
                "{'LastName':'B','EmailBouncedDate':'2026-02-20'} | write it as 2026-01-31T09:30:00Z",
                "{'LastName':'B','Score__c':'many'} | \"many\" is not a number",
                "{'LastName':'B','HasOptedOutOfEmail':'no'} | \"no\" is not true or false",
                "{'LastName':'B','FirstName':['A']} | its value must be a single one, not a list",
                "{'LastName':'B','FirstName':'AAAAAAAAAABBBBBBBBBBAAAAAAAAAABBBBBBBBBBX'} | it has 41 characters; at most 40 fit",
            })
    void whatCannotWorkIsRefusedWithTheValidChoicesAndNothingIsWritten(String fields, String told) {
        ToolAnswer.Failure failure =
                org.failure(CREATE, "{\"object_name\":\"Contact\",\"fields\":" + fields.replace('\'', '"') + "}");

        assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
        assertThat(failure.text()).contains(told).contains("Nothing was changed in the org");
        assertThat(org.writes()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(org.failure(CREATE, "{\"object_name\":\"Contact\",\"fields\":{\"Nope\":1,\"LeadSource\":\"Fax\"}}")
                        .text())
                .contains("no field Nope")
                .contains("\"Fax\"")
                .contains("LastName (string)");
    }

    @Test
    void anOpenPicklistTakesANewValueOnlyWhenThatIsMeant() {
        String fields = "\"fields\":{\"LastName\":\"B\",\"LeadSource\":\"Fair\"}";
        assertThat(org.failure(CREATE, "{\"object_name\":\"Contact\"," + fields + "}")
                        .text())
                .contains("allow_new_picklist_values");

        org.success(CREATE, "{\"object_name\":\"Contact\",\"allow_new_picklist_values\":true," + fields + "}");

        assertThat(org.writes()).singleElement().asString().endsWith("{\"LastName\":\"B\",\"LeadSource\":\"Fair\"}");
        assertThat(org.failure(
                                CREATE,
                                "{\"object_name\":\"Contact\",\"allow_new_picklist_values\":true,\"fields\":{\"LastName\":\"B\",\"Level__c\":\"Fair\"}}")
                        .text())
                .contains("Valid: Primary, Secondary.");
    }

    @Test
    void anUnknownObjectIsAnsweredWithOnesThatExist() {
        assertThat(org.failure(CREATE, "{\"object_name\":\"Contacts\",\"fields\":{\"LastName\":\"B\"}}")
                        .text())
                .contains("`object_name`: The org has no object Contacts. Did you mean Contact?");
        assertThat(org.writes()).isEmpty();
    }

    @Test
    void salesforcesOwnRefusalIsToldVerbatim() {
        org.on(
                "POST {api}/sobjects/Contact",
                400,
                "[{\"message\":\"Use one of these records?\",\"errorCode\":\"DUPLICATES_DETECTED\",\"fields\":[\"LastName\"]}]");

        ToolAnswer.Failure failure =
                org.failure(CREATE, "{\"object_name\":\"Contact\",\"fields\":{\"LastName\":\"Smith\"}}");

        assertThat(failure.code()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(failure.text())
                .contains("DUPLICATES_DETECTED: Use one of these records?")
                .contains("Fields: LastName")
                .contains("Try: A similar record exists");
    }

    @Test
    void aRecordIsReadWholeOrByFields() {
        String record = "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"Smith\"}";
        org.on("GET {api}/sobjects/Contact/0035e000002AbcdAAA", record);

        assertThat(org.success(GET, "{\"object_name\":\"Contact\",\"id\":\"0035e000002AbcdAAA\"}"))
                .hasToString(record);
        assertThat(org.sent()).hasSize(1);
        org.success(
                GET, "{\"object_name\":\"Contact\",\"id\":\"0035e000002AbcdAAA\",\"fields\":[\"LastName\",\"Id\"]}");
        assertThat(org.requests.getLast().getUrl().queryParameter("fields")).isEqualTo("LastName,Id");
        assertThat(org.requests).hasSize(3);
    }

    @Test
    void aRecordThatCannotBeThereIsNotAskedFor() {
        org.on("GET {api}/sobjects/Contact/0035e000002AbcdAAA", "{\"attributes\":{\"type\":\"Contact\"}}");
        org.success(GET, "{\"object_name\":\"Contact\",\"id\":\"0035e000002AbcdAAA\"}");
        int sent = org.sent().size();

        assertThat(org.failure(
                                GET,
                                "{\"object_name\":\"Contact\",\"id\":\"0035e000002AbcdAAA\",\"fields\":[\"Lastname\",\"Frist\"]}")
                        .text())
                .contains("`fields`: Contact has no field Frist.");
        assertThat(org.failure(GET, "{\"object_name\":\"Kontact\",\"id\":\"0035e000002AbcdAAA\"}")
                        .text())
                .contains("`object_name`: The org has no object Kontact. Did you mean Contact?");
        assertThat(org.sent()).hasSize(sent);
    }

    @Test
    void aRecordThatIsNotThereSaysWhichPartIsWrong() {
        assertThat(org.failure(GET, "{\"object_name\":\"Contact\",\"id\":\"0035e000002XXXXAAA\"}")
                        .text())
                .contains("NOT_FOUND: The requested resource does not exist")
                .contains("`id`: Contact has no record 0035e000002XXXXAAA");
        assertThat(org.failure(GET, "{\"object_name\":\"Kontact\",\"id\":\"0035e000002XXXXAAA\"}")
                        .text())
                .contains("`object_name`: The org has no object Kontact. Did you mean Contact?");
        assertThat(org.failure(
                                GET,
                                "{\"object_name\":\"Contact\",\"id\":\"0035e000002AbcdAAA\",\"fields\":[\"Lastname_\"]}")
                        .text())
                .contains("Did you mean LastName");
    }

    /** Salesforce answers with status 200 and a fault for each; to the caller nothing has been done. */
    @Test
    void ofManyRecordsNoneWasCreated_soTheCallHasFailed() {
        org.on(
                "POST {api}/composite/sobjects",
                "[{\"success\":false,\"errors\":[{\"statusCode\":\"ALL_OR_NONE_OPERATION_ROLLED_BACK\",\"message\":\"Rolled"
                        + " back\",\"fields\":[]}]},{\"success\":false,\"errors\":[{\"statusCode\":\"STRING_TOO_LONG\","
                        + "\"message\":\"" + "A long name. ".repeat(100)
                        + "\",\"fields\":[\"LastName\",\"FirstName\"]}]}]");

        ToolAnswer.Failure failure = org.failure(
                "create_many_salesforce_records",
                "{\"object_name\":\"Contact\",\"records\":[{\"LastName\":\"A\"},{\"LastName\":\"B\"}]}");

        assertThat(failure.code()).isEqualTo("STRING_TOO_LONG");
        assertThat(failure.text())
                .contains(
                        "STRING_TOO_LONG: `records[1]`: A long name. ",
                        "(1300 characters) (fields: LastName, FirstName)")
                .contains("\nALL_OR_NONE_OPERATION_ROLLED_BACK: `records[0]`: Rolled back\n")
                .contains("Nothing was created")
                .contains("Try: Shorten the value")
                .hasSizeLessThan(1_000);
    }

    /** An answer that is too long to read is refused; one that tells what was written is not. */
    @Test
    void whatBecameOfManyRecordsIsToldHoweverLongItIs() throws IOException {
        try (FakeOrg tight = new FakeOrg(10)) {
            tight.object("Contact", "Contact", "LastName string required length=80");
            tight.on("POST {api}/composite/sobjects", "[" + CREATED + "]");

            assertThat(tight.success(
                                    "create_many_salesforce_records",
                                    "{\"object_name\":\"Contact\",\"records\":[{\"LastName\":\"S\"}]}")
                            .path("created")
                            .asInt())
                    .isEqualTo(1);
            assertThat(tight.writes())
                    .containsExactly("POST /services/data/v62.0/composite/sobjects {\"allOrNone\":true,\"records\":["
                            + "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"S\"}]}");
        }
    }
}
