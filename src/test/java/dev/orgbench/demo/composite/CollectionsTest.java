package dev.orgbench.demo.composite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionsTest {
    private static final String ROLLED_BACK =
            "ALL_OR_NONE_OPERATION_ROLLED_BACK: Record rolled back because not all records were valid and the request was"
                    + " using AllOrNone header";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void createsWhatIsRightAndTellsOfTheRest() throws IOException {
        Reply reply = org.post("composite/sobjects", records(false, "\"Name\":\"Right\"", "\"Phone\":\"1\""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().toString())
                .isEqualTo("[{\"id\":\"" + id(reply, 0)
                        + "\",\"success\":true,\"errors\":[]},{\"success\":false,\"errors\":["
                        + "{\"statusCode\":\"REQUIRED_FIELD_MISSING\",\"message\":\"Required fields are missing: [Name]\","
                        + "\"fields\":[\"Name\"]}]}]");
        assertThat(org.count("Account WHERE Name = 'Right'")).isEqualTo(1);
    }

    @Test
    void createsAllOrNone() throws IOException {
        Reply reply = org.post("composite/sobjects", records(true, "\"Name\":\"None\"", "\"Phone\":\"1\""));
        assertThat(error(reply, 0)).isEqualTo(ROLLED_BACK);
        assertThat(error(reply, 1)).startsWith("REQUIRED_FIELD_MISSING");
        assertThat(org.count("Account WHERE Name = 'None'")).isZero();
    }

    @Test
    void changesByTheIdInEachRecord() throws IOException {
        Reply made = org.post("composite/sobjects", records(false, "\"Name\":\"U1\"", "\"Name\":\"U2\""));
        String update = records(
                false,
                "\"id\":\"" + id(made, 0) + "\",\"Site\":\"x\"",
                "\"Id\":\"" + id(made, 1).substring(0, 15) + "\",\"Site\":\"x\"",
                "\"Id\":\"0035g00000zzzzz\",\"Site\":\"x\"",
                "\"Id\":\"0015g00000zzzzz\",\"Site\":\"x\"",
                "\"Site\":\"x\"");
        Reply reply = org.patch("composite/sobjects", update);
        assertThat(reply.body())
                .extracting(result -> result.path("success").asBoolean())
                .containsExactly(true, true, false, false, false);
        assertThat(error(reply, 2)).isEqualTo("MALFORMED_ID: Account ID: id value of incorrect type: 0035g00000zzzzz");
        assertThat(error(reply, 3)).isEqualTo("INVALID_CROSS_REFERENCE_KEY: invalid cross reference id");
        assertThat(error(reply, 4)).startsWith("MISSING_ARGUMENT");
        assertThat(org.count("Account WHERE Site = 'x' AND Name LIKE 'U_'")).isEqualTo(2);
    }

    @Test
    void upsertsByAnExternalId() throws IOException {
        String account = org.value("SELECT Id FROM Account LIMIT 1").asText();
        String body = "{\"records\":[" + invoice("U-1", account) + "," + invoice("U-2", account) + ","
                + invoice("", account) + "]}";
        Reply first = org.patch("composite/sobjects/Acme_Invoice__c/External_Id__c", body);
        Reply second = org.patch("composite/sobjects/acme_invoice__c/external_id__c", body);

        assertThat(first.body().path(0).path("created").asBoolean()).isTrue();
        assertThat(error(first, 2)).isEqualTo("MISSING_ARGUMENT: External_Id__c not specified");
        assertThat(second.body().path(0).toString())
                .isEqualTo("{\"id\":\"" + id(first, 0) + "\",\"success\":true,\"errors\":[],\"created\":false}");
        assertThat(org.count("Acme_Invoice__c WHERE External_Id__c LIKE 'U-%'")).isEqualTo(2);
        assertThat(org.patch("composite/sobjects/Acme_Invoice__c/Status__c", body)
                        .error())
                .isEqualTo("404 NOT_FOUND: Provided external ID field does not exist or is not accessible: Status__c");
        assertThat(org.patch("composite/sobjects/Account/Id", body).error()).startsWith("400 INVALID_TYPE");
    }

    @Test
    void doesNotGuessWhichOfTwoRecordsWithOneExternalIdIsMeant() throws IOException {
        String account = org.value("SELECT Id FROM Account LIMIT 1").asText();
        Reply reply = org.patch(
                "composite/sobjects/Acme_Invoice__c/External_Id__c",
                "{\"records\":[" + invoice("T-1", account) + "," + invoice("T-2", account) + ","
                        + invoice("t-1", account) + "]}");
        assertThat(error(reply, 0)).isEqualTo("DUPLICATE_VALUE: Duplicate external id specified: t-1");
        assertThat(error(reply, 2)).isEqualTo(error(reply, 0));
        assertThat(reply.body().path(1).path("created").asBoolean()).isTrue();
    }

    @Test
    void deletesByIdsOfAnyKind() throws IOException {
        String account = org.post("sobjects/Account", "{\"Name\":\"D\"}").id();
        String lead = org.post("sobjects/Lead", "{\"LastName\":\"D\",\"Company\":\"D\"}")
                .id();
        Reply none = org.delete("composite/sobjects?allOrNone=true&ids=" + account + ",0015g00000zzzzz");
        assertThat(error(none, 0)).isEqualTo(ROLLED_BACK);
        assertThat(error(none, 1)).startsWith("INVALID_CROSS_REFERENCE_KEY");
        assertThat(org.count("Account WHERE Id = '" + account + "'")).isEqualTo(1);

        Reply some = org.delete("composite/sobjects?ids=" + account + "," + lead + ",nonsense," + account);
        assertThat(some.body())
                .extracting(result -> result.path("success").asBoolean())
                .containsExactly(true, true, false, false);
        assertThat(error(some, 2)).isEqualTo("MALFORMED_ID: malformed id nonsense");
        assertThat(error(some, 3)).isEqualTo("ENTITY_IS_DELETED: entity is deleted");
    }

    @Test
    void readsManyInTheOrderAskedFor() throws IOException {
        Reply made = org.post("composite/sobjects", records(false, "\"Name\":\"R1\"", "\"Name\":\"R2\""));
        String ids = id(made, 1) + ",0015g00000zzzzz," + id(made, 0);
        JsonNode byGet =
                org.get("composite/sobjects/Account?fields=name,id&ids=" + ids).body();
        JsonNode byPost = org.post(
                        "composite/sobjects/Account",
                        "{\"ids\":[\"" + ids.replace(",", "\",\"") + "\"],\"fields\":[\"Name\",\"Id\"]}")
                .body();
        assertThat(byGet).isEqualTo(byPost).hasSize(3);
        assertThat(byGet).extracting(row -> row.path("Name").asText()).containsExactly("R2", "", "R1");
        assertThat(byGet.path(1).isNull()).isTrue();
        assertThat(org.get("composite/sobjects/Account?fields=Nope&ids=" + ids).error())
                .isEqualTo("400 INVALID_FIELD: No such column 'Nope' on sobject of type Account");
        assertThat(org.get("composite/sobjects/Account?fields=Name&ids=x").error())
                .isEqualTo("400 MALFORMED_ID: malformed id x");
    }

    @Test
    void takesTwoHundredAndNoMore() throws IOException {
        String[] names = IntStream.range(0, 200)
                .mapToObj(i -> "\"Name\":\"Many " + i + "\"")
                .toArray(String[]::new);
        assertThat(org.post("composite/sobjects", records(true, names)).body()).hasSize(200);
        assertThat(org.count("Account WHERE Name LIKE 'Many %'")).isEqualTo(200);
        String more =
                records(false, Collections.nCopies(201, "\"Name\":\"More\"").toArray(String[]::new));
        assertThat(org.post("composite/sobjects", more).error())
                .isEqualTo(
                        "400 EXCEEDED_ID_LIMIT: record limit reached. cannot submit more than 200 records into this call");
        String ids =
                IntStream.range(0, 2001).mapToObj(i -> "\"0015g00000zzzzz\"").collect(Collectors.joining(","));
        assertThat(org.post("composite/sobjects/Account", "{\"fields\":[\"Id\"],\"ids\":[" + ids + "]}")
                        .error())
                .startsWith("400 EXCEEDED_ID_LIMIT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                | MISSING_ARGUMENT: The property records is required
                    {"records":[]}                                    | MISSING_ARGUMENT: The property records is required
                    {"allOrNone":"maybe","records":[]}                | JSON_PARSER_ERROR: Cannot deserialize instance of boolean from VALUE_STRING value for allOrNone
                    {"records":[5]}                                   | MISSING_ARGUMENT: The property attributes is required
                    {"records":[{"Name":"x"}]}                        | MISSING_ARGUMENT: The property type is required
                    {"records":[{"attributes":{"type":"Nope"}}]}      | INVALID_TYPE: sObject type 'Nope' is not supported.
                    {"records":[{"attributes":{"type":"Account"},"Name":"Form"},{"attributes":{"type":"Account"},"Nam":"x"}]} | INVALID_FIELD: No such column 'Nam' on sobject of type Account
                    {"records":[{"attributes":{"type":"Account"},"Name":"Form"},{"attributes":{"type":"Account"},"Name":{}}]} | JSON_PARSER_ERROR: Cannot deserialize instance of string from START_OBJECT value { or request may be missing a required field at [line:1, column:41]
                    """)
    void refusesAllOfARequestWhoseFormIsWrong(String body, String error) throws IOException {
        assertThat(org.post("composite/sobjects", body).error()).isEqualTo("400 " + error);
        assertThat(org.count("Account WHERE Name = 'Form'")).isZero();
    }

    @Test
    void refusesTooManyKindsInTurn() throws IOException {
        String records = IntStream.range(0, 12)
                .mapToObj(i -> "{\"attributes\":{\"type\":\"" + (i % 2 == 0 ? "Account" : "Contact") + "\"}}")
                .collect(Collectors.joining(","));
        assertThat(org.post("composite/sobjects", "{\"records\":[" + records + "]}")
                        .error())
                .startsWith("400 LIMIT_EXCEEDED: Cannot have more than 10 chunks");
    }

    private static String records(boolean allOrNone, String... fields) {
        return IntStream.range(0, fields.length)
                .mapToObj(i -> "{\"attributes\":{\"type\":\"Account\"}," + fields[i] + "}")
                .collect(Collectors.joining(",", "{\"allOrNone\":" + allOrNone + ",\"records\":[", "]}"));
    }

    private static String invoice(String externalId, String account) {
        return "{\"attributes\":{\"type\":\"Acme_Invoice__c\"},\"External_Id__c\":\"" + externalId
                + "\",\"Account__c\":\"" + account + "\"}";
    }

    private static String id(Reply reply, int index) {
        return reply.body().path(index).path("id").asText();
    }

    private static String error(Reply reply, int index) {
        JsonNode error = reply.body().path(index).path("errors").path(0);
        return error.path("statusCode").asText() + ": " + error.path("message").asText();
    }
}
