package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows by external id: {@code /sobjects/X/Field/value}. */
class RowsByKeyTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @BeforeAll
    static void start() throws IOException {
        field("Account.Code__c", "\"type\":\"Text\",\"length\":40,\"externalId\":true,\"unique\":true");
        field("Account.Group__c", "\"type\":\"Text\",\"length\":40,\"externalId\":true");
        field(
                "Account.Number__c",
                "\"type\":\"Number\",\"precision\":9,\"scale\":0,\"externalId\":true,\"unique\":true");
    }

    @Test
    void createsWhatIsNotThereAndChangesWhatIs() throws IOException {
        String path = "sobjects/Account/Code__c/A-1";
        Reply created = org.patch(path, "{\"Name\":\"First\"}");
        Reply changed = org.patch(path, "{\"Name\":\"Second\"}");
        JsonNode row = org.get(path).body();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().get("Location"))
                .isEqualTo("/services/data/v67.0/sobjects/Account/" + created.id());
        assertThat(created.body().toString())
                .isEqualTo("{\"id\":\"" + created.id() + "\",\"success\":true,\"errors\":[],\"created\":true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().toString())
                .isEqualTo("{\"id\":\"" + created.id() + "\",\"success\":true,\"errors\":[],\"created\":false}");
        assertThat(row.path("Name").asText()).isEqualTo("Second");
        assertThat(row.path("Code__c").asText()).isEqualTo("A-1");
        assertThat(org.delete(path).status()).isEqualTo(204);
        assertThat(org.get(path).error()).isEqualTo("404 NOT_FOUND: The requested resource does not exist");
    }

    @Test
    void answersChangesWithoutABodyInOldVersions() throws IOException {
        String path = "/services/data/v45.0/sobjects/Account/Code__c/old";
        assertThat(org.patch(path, "{\"Name\":\"A\"}").status()).isEqualTo(201);
        assertThat(org.patch(path, "{\"Name\":\"B\"}").status()).isEqualTo(204);
    }

    @Test
    void createsNothingWhereOnlyAChangeIsWanted() throws IOException {
        assertThat(org.patch("sobjects/Account/Code__c/none?updateOnly=true", "{\"Name\":\"A\"}")
                        .error())
                .isEqualTo("404 NOT_FOUND: The requested resource does not exist");
        assertThat(org.count("Account WHERE Code__c = 'none'")).isZero();
    }

    @Test
    void aCaseSensitiveKeyTellsCapitalsFromSmallLetters() throws IOException {
        field(
                "Account.Strict__c",
                "\"type\":\"Text\",\"length\":40,\"externalId\":true,\"unique\":true,\"caseSensitive\":true");
        String capital = org.patch("sobjects/Account/Strict__c/KEY", "{\"Name\":\"Capital\"}")
                .id();
        Reply small = org.patch("sobjects/Account/Strict__c/key", "{\"Name\":\"Small\"}");

        assertThat(small.status()).isEqualTo(201);
        assertThat(org.get("sobjects/Account/Strict__c/KEY").body().path("Id").asText())
                .isEqualTo(capital);
        assertThat(org.get("sobjects/Account/Strict__c/Key").status()).isEqualTo(404);
        assertThat(org.count("Account WHERE Strict__c = 'key'")).isEqualTo(1);
    }

    @Test
    void findsTextInAnyCaseNumbersByValueAndValuesWithSlashesAndSigns() throws IOException {
        org.post("sobjects/Account", "{\"Name\":\"Found\",\"Code__c\":\"Ab/ü ?&\",\"Number__c\":12}");
        assertThat(org.get("sobjects/account/code__c/aB%2F%C3%BC%20%3F%26")
                        .body()
                        .path("Name")
                        .asText())
                .isEqualTo("Found");
        assertThat(org.get("sobjects/Account/Number__c/12").body().path("Name").asText())
                .isEqualTo("Found");
        assertThat(org.get("sobjects/Account/Number__c/12.0")
                        .body()
                        .path("Name")
                        .asText())
                .isEqualTo("Found");
        assertThat(org.get("sobjects/Account/Number__c/twelve").error()).startsWith("400 JSON_PARSER_ERROR");
    }

    @Test
    void listsTheRecordsWhereSeveralMatch() throws IOException {
        String one = org.post("sobjects/Account", "{\"Name\":\"1\",\"Group__c\":\"G\"}")
                .id();
        String two = org.post("sobjects/Account", "{\"Name\":\"2\",\"Group__c\":\"G\"}")
                .id();
        String urls = "[\"/services/data/v67.0/sobjects/Account/" + one + "\",\"/services/data/v67.0/sobjects/Account/"
                + two + "\"]";
        for (Reply reply : new Reply[] {
            org.get("sobjects/Account/Group__c/G"),
            org.patch("sobjects/Account/Group__c/G", "{\"Name\":\"x\"}"),
            org.delete("sobjects/Account/Group__c/G")
        }) {
            assertThat(reply.status()).isEqualTo(300);
            assertThat(reply.body().toString()).isEqualTo(urls);
        }
        assertThat(org.count("Account WHERE Group__c = 'G'")).isEqualTo(2);
    }

    @Test
    void createsAndChangesById() throws IOException {
        Reply created = org.post("sobjects/Account/Id", "{\"Name\":\"By id\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("created").asBoolean()).isTrue();
        Reply changed = org.patch("sobjects/Account/Id/" + created.id(), "{\"Name\":\"Changed\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("created").asBoolean(true)).isFalse();
        assertThat(org.patch("sobjects/Account/Id/0015g00000zzzzz", "{\"Name\":\"x\"}")
                        .error())
                .isEqualTo("404 NOT_FOUND: The requested resource does not exist");
        assertThat(org.get("sobjects/Account/Id").error()).startsWith("405 METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sobjects/Account/Site/x       | {"Name":"x"}                 | 404 NOT_FOUND: The requested resource does not exist
                    sobjects/Account/Nope__c/x    | {"Name":"x"}                 | 404 NOT_FOUND: The requested resource does not exist
                    sobjects/Account/Code__c/x    | {"Name":"x","Code__c":"x"}   | 400 INVALID_FIELD: The Code__c field should not be specified in the sobject data.
                    sobjects/Account/Code__c/x    | {"Phone":"1"}                | 400 REQUIRED_FIELD_MISSING: Required fields are missing: [Name]
                    sobjects/Account/Id/0035g00000zzzzz | {"Name":"x"}           | 400 MALFORMED_ID: Account ID: id value of incorrect type: 0035g00000zzzzz
                    """)
    void refusesWhatIsNoKey(String path, String body, String error) throws IOException {
        assertThat(org.patch(path, body).error()).isEqualTo(error);
        assertThat(org.count("Account WHERE Code__c = 'x'")).isZero();
    }

    @Test
    void knowsOnlyTheMethodsOfRows() throws IOException {
        assertThat(org.send(org.request("sobjects/Account/Code__c/x")
                                .put(RequestBody.create("{}", MediaType.get("application/json"))))
                        .error())
                .startsWith("405 METHOD_NOT_ALLOWED");
    }

    @Test
    void pointsToParentsByTheirExternalIds() throws IOException {
        String parent = org.post("sobjects/Account", "{\"Name\":\"P\",\"Code__c\":\"parent\"}")
                .id();
        String child = org.post("sobjects/Contact", "{\"LastName\":\"C\",\"Account\":{\"Code__c\":\"PARENT\"}}")
                .id();
        assertThat(org.get("sobjects/Contact/" + child).body().path("AccountId").asText())
                .isEqualTo(parent);

        assertThat(org.patch("sobjects/Contact/" + child, "{\"Account\":null}").status())
                .isEqualTo(204);
        assertThat(org.get("sobjects/Contact/" + child).body().path("AccountId").isNull())
                .isTrue();
        assertThat(org.patch(
                                "sobjects/Contact/" + child,
                                "{\"Account\":{\"attributes\":{\"type\":\"Account\"},\"Id\":\"" + parent + "\"}}")
                        .status())
                .isEqualTo(204);
        String task = org.post(
                        "sobjects/Task",
                        "{\"Subject\":\"T\",\"What\":{\"attributes\":{\"type\":\"Account\"},\"Code__c\":\"parent\"}}")
                .id();
        assertThat(org.get("sobjects/Task/" + task).body().path("WhatId").asText())
                .isEqualTo(parent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Account":{"Code__c":"nobody"}}       | INVALID_FIELD: Foreign key external ID: nobody not found for field Code__c in entity Account
                    {"Account":{"Site":"x"}}               | INVALID_FIELD: Field name provided, Site does not match an External ID, Salesforce Id, or indexed field for Account
                    {"Account":{"Nope":"x"}}               | INVALID_FIELD: No such column 'Nope' on sobject of type Account
                    {"Account":{}}                         | INVALID_FIELD: Specify exactly one field of Account to find the record by
                    {"Account":"x"}                        | INVALID_FIELD: No such column 'Account' on sobject of type Contact
                    {"Accounts":{"Code__c":"x"}}           | INVALID_FIELD: No such column 'Accounts' on sobject of type Contact
                    {"Account":{"Group__c":"twice"}}       | DUPLICATE_EXTERNAL_ID: More than one record found for external id field: [
                    """)
    void refusesParentsThatItCannotFind(String body, String error) throws IOException {
        if (body.contains("twice") && org.count("Account WHERE Group__c = 'twice'") == 0) {
            org.post("sobjects/Account", "{\"Name\":\"1\",\"Group__c\":\"twice\"}");
            org.post("sobjects/Account", "{\"Name\":\"2\",\"Group__c\":\"twice\"}");
        }
        Reply reply = org.post("sobjects/Contact", "{\"LastName\":\"Orphan\"," + body.substring(1));
        assertThat(reply.error()).startsWith("400 " + error);
        assertThat(org.count("Contact WHERE LastName = 'Orphan'")).isZero();
    }

    private static void field(String fullName, String metadata) throws IOException {
        String label = fullName.replaceAll(".*\\.|__c", "");
        Reply made = org.createField(fullName, "{\"label\":\"" + label + "\"," + metadata + "}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    }
}
