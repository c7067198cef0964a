package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error that writing a row can have, with its status, code, text and fields; and that nothing was written. */
class EveryErrorTest {
    private static final String WATCHED = "Account,Contact,Opportunity,Case,Task,Acme_Invoice__c,Feature_Request__c";
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @BeforeAll
    static void start() throws IOException {
        String top = make("Account", "{\"Name\":\"Top\"}");
        NAMES.put("{top}", top);
        String middle = make("Account", "{\"Name\":\"Middle\",\"ParentId\":\"" + top + "\"}");
        NAMES.put("{bottom}", make("Account", "{\"Name\":\"Bottom\",\"ParentId\":\"" + middle + "\"}"));
        NAMES.put("{contact}", make("Contact", "{\"LastName\":\"C\"}"));
        NAMES.put(
                "{converted}",
                org.value("SELECT Id FROM Lead WHERE IsConverted = true LIMIT 1")
                        .asText());
        NAMES.put("{case}", make("Case", "{\"Subject\":\"C\"}"));
        String deleted = make("Account", "{\"Name\":\"Deleted\"}");
        org.delete("sobjects/Account/" + deleted);
        NAMES.put("{deleted}", deleted);
        String billed = make("Account", "{\"Name\":\"Billed\"}");
        NAMES.put("{billed}", billed);
        String invoice = make("Acme_Invoice__c", "{\"External_Id__c\":\"E-1\",\"Account__c\":\"" + billed + "\"}");
        NAMES.put("{invoice15}", invoice.substring(0, 15));
        NAMES.put("{other}", make("Acme_Invoice__c", "{\"External_Id__c\":\"E-2\",\"Account__c\":\"" + billed + "\"}"));
        NAMES.put("{user}", org.value("SELECT Id FROM User LIMIT 1").asText());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | Nope             | {}                                   | 404 NOT_FOUND: The requested resource does not exist | ''
                    PATCH  | Account/0015g00000zzzzz | {"Name":"x"}                  | 404 NOT_FOUND: The requested resource does not exist | ''
                    PATCH  | Lead/{converted} | {"Rating":"Hot"}                    | 400 CANNOT_UPDATE_CONVERTED_LEAD: cannot reference converted lead | ''
                    PATCH  | Account/{deleted} | {"Name":"x"}                        | 404 ENTITY_IS_DELETED: entity is deleted | ''
                    DELETE | Account/{deleted} | ''                                  | 404 ENTITY_IS_DELETED: entity is deleted | ''
                    PATCH  | Account/{contact} | {"Name":"x"}                        | 400 MALFORMED_ID: Account ID: id value of incorrect type: {contact} | Id
                    DELETE | Account/001aaaaaaaaaaaaZZZ | ''                         | 400 MALFORMED_ID: malformed id 001aaaaaaaaaaaaZZZ | Id
                    PUT    | Account/{top}    | {"Name":"x"}                         | 405 METHOD_NOT_ALLOWED: HTTP Method 'PUT' not allowed. Allowed are DELETE,GET,HEAD,PATCH | ''
                    PUT    | Account          | {"Name":"x"}                         | 405 METHOD_NOT_ALLOWED: HTTP Method 'PUT' not allowed. Allowed are GET,HEAD,POST | ''
                    POST   | Account          | {"Name":"x"                          | 400 JSON_PARSER_ERROR: Unexpected token at [line:1, column:12] | ''
                    POST   | Account          | [{"Name":"x"}]                       | 400 JSON_PARSER_ERROR: Unexpected input: a record is a JSON object at [line:1, column:1] | ''
                    POST   | Account          | {"Name":true}                        | 400 JSON_PARSER_ERROR: Cannot deserialize instance of string from VALUE_TRUE value true or request may be missing a required field at [line:1, column:9] | ''
                    POST   | Account          | {"Name":"x","NumberOfEmployees":1.5} | 400 JSON_PARSER_ERROR: Cannot deserialize instance of int from VALUE_NUMBER_FLOAT value 1.5 or request may be missing a required field at [line:1, column:33] | ''
                    PATCH  | Account/{top}    | {"AnnualRevenue":"lots"}             | 400 JSON_PARSER_ERROR: Cannot deserialize instance of currency from VALUE_STRING value lots or request may be missing a required field at [line:1, column:18] | ''
                    POST   | Task             | {"IsReminderSet":null}               | 400 JSON_PARSER_ERROR: Cannot deserialize instance of boolean from VALUE_NULL value null or request may be missing a required field at [line:1, column:18] | ''
                    POST   | Task             | {"ReminderDateTime":"noon"}          | 400 JSON_PARSER_ERROR: Cannot deserialize instance of datetime from VALUE_STRING value noon or request may be missing a required field at [line:1, column:21] | ''
                    POST   | Account          | {"Name":"x","Nope":1}                | 400 INVALID_FIELD: No such column 'Nope' on sobject of type Account | ''
                    PATCH  | Account/{top}    | {"Id":"{top}"}                       | 400 INVALID_FIELD: The Id field should not be specified in the sobject data. | ''
                    POST   | Contact          | {"LastName":"x","Account":{"Id":"0015g00000zzzzz"}} | 400 INVALID_FIELD: Foreign key external ID: 0015g00000zzzzz not found for field Id in entity Account | ''
                    POST   | Account          | {"Name":"x","Id":"{top}"}            | 400 INVALID_FIELD_FOR_INSERT_UPDATE: cannot specify Id in an insert call | Id
                    PATCH  | Case/{case}      | {"CaseNumber":"1"}                   | 400 INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: CaseNumber. Please check the security settings of this field and verify that it is read/write for your profile or permission set. | CaseNumber
                    POST   | Opportunity      | {"Name":"x"}                         | 400 REQUIRED_FIELD_MISSING: Required fields are missing: [StageName, CloseDate] | StageName,CloseDate
                    PATCH  | Account/{top}    | {"Name":""}                          | 400 REQUIRED_FIELD_MISSING: Required fields are missing: [Name] | Name
                    PATCH  | Account/{top}    | {"BillingCountry":"12345678901234567890123456789012345678901234567890123456789012345678901234567890x"} | 400 STRING_TOO_LONG: Billing Country: data value too large: 12345678901234567890123456789012345678901234567890123456789012345678901234567890x (max length=80) | BillingCountry
                    POST   | Account          | {"Name":"x","NumberOfEmployees":123456789} | 400 NUMBER_OUTSIDE_VALID_RANGE: Employees: value outside of valid range on numeric field: 123456789 | NumberOfEmployees
                    PATCH  | Contact/{contact} | {"Email":"at home"}                 | 400 INVALID_EMAIL_ADDRESS: Email: invalid email address: at home | Email
                    POST   | Feature_Request__c | {"Name":"x","Status__c":"?"}       | 400 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Status: bad value for restricted picklist field: ? | Status__c
                    POST   | Contact          | {"LastName":"x","AccountId":"001"}   | 400 MALFORMED_ID: Account ID: id value of incorrect type: 001 | AccountId
                    PATCH  | Contact/{contact} | {"AccountId":"{user}"}              | 400 MALFORMED_ID: Account ID: id value of incorrect type: {user} | AccountId
                    PATCH  | Contact/{contact} | {"AccountId":"0015g00000zzzzz"}     | 400 INVALID_CROSS_REFERENCE_KEY: invalid cross reference id | AccountId
                    PATCH  | Contact/{contact} | {"AccountId":"{deleted}"}           | 400 ENTITY_IS_DELETED: entity is deleted | AccountId
                    PATCH  | Acme_Invoice__c/{other} | {"External_Id__c":"e-1"}      | 400 DUPLICATE_VALUE: duplicate value found: External_Id__c duplicates value on record with id: {invoice15} | ''
                    PATCH  | Account/{top}    | {"ParentId":"{top}"}                 | 400 CIRCULAR_DEPENDENCY: attempt to violate hierarchy constraints | ParentId
                    PATCH  | Account/{top}    | {"ParentId":"{bottom}"}              | 400 CIRCULAR_DEPENDENCY: attempt to violate hierarchy constraints | ParentId
                    PATCH  | Contact/{contact} | {"ReportsToId":"{contact}"}         | 400 CIRCULAR_DEPENDENCY: attempt to violate hierarchy constraints | ReportsToId
                    POST   | Organization     | {"Name":"x"}                         | 400 INVALID_TYPE_FOR_OPERATION: entity type Organization does not support create | ''
                    DELETE | User/{user}      | ''                                   | 400 INVALID_TYPE_FOR_OPERATION: entity type User does not support delete | ''
                    PATCH  | Acme_Invoice__c/External_Id__c/E-1 | {"Amount__c":"x"}  | 400 JSON_PARSER_ERROR: Cannot deserialize instance of currency from VALUE_STRING value x or request may be missing a required field at [line:1, column:14] | ''
                    """)
    void refusesInSalesforcesWordsAndWritesNothing(String method, String path, String body, String error, String fields)
            throws IOException {
        Map<String, Integer> before = counts();
        String where = filled(path);
        JsonNode row = where.contains("/") ? org.get("sobjects/" + where).body() : null;

        Reply reply = send(method, where, filled(body));

        assertThat(reply.error()).isEqualTo(filled(error));
        assertThat(reply.body().path(0).path("fields"))
                .extracting(JsonNode::asText)
                .isEqualTo(fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)));
        assertThat(counts()).isEqualTo(before);
        if (row != null) {
            assertThat(org.get("sobjects/" + where).body()).isEqualTo(row);
        }
    }

    @Test
    void refusesToDeleteWhatOthersNeedAndLeavesWhatHangsOnIt() throws IOException {
        String contact = make("Contact", "{\"LastName\":\"Stays\",\"AccountId\":\"" + NAMES.get("{billed}") + "\"}");
        Reply reply = org.delete("sobjects/Account/" + NAMES.get("{billed}"));
        assertThat(reply.error())
                .startsWith(
                        "400 DELETE_FAILED: Your attempt to delete this account could not be completed because it is"
                                + " associated with the following");
        assertThat(org.get("sobjects/Contact/" + contact).status()).isEqualTo(200);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        byte[] body = new byte[50 * 1024 * 1024 + 1];
        Arrays.fill(body, (byte) ' ');
        Reply reply = org.send(org.request("sobjects/Account").post(RequestBody.create(body)));
        assertThat(reply.error()).startsWith("413 REQUEST_TOO_LARGE");
    }

    private static Reply send(String method, String path, String body) throws IOException {
        RequestBody sent = method.equals("DELETE") ? null : RequestBody.create(body, MediaType.get("application/json"));
        return org.send(org.request("sobjects/" + path).method(method, sent));
    }

    /** How many records of each kind there are. */
    private static Map<String, Integer> counts() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        org.get("limits/recordCount?sObjects=" + WATCHED)
                .body()
                .path("sObjects")
                .forEach(count -> counts.put(
                        count.path("name").asText(), count.path("count").asInt()));
        return counts;
    }

    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    private static String make(String object, String body) throws IOException {
        Reply reply = org.post("sobjects/" + object, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.id();
    }
}
