package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Duplicate rules on contacts and leads, and unique fields. */
class DuplicatesTest {
    private static final String DETECTED = "400 DUPLICATES_DETECTED: Use one of these records?";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void aContactLikeAnotherIsHeldBack() throws IOException {
        String known = contact("Ida", "Holm", "ida@holm.example").id();
        Reply refused = contact("IDA", "holm", "IDA@holm.example");
        assertThat(refused.error()).isEqualTo(DETECTED);
        JsonNode result = refused.body().path(0).path("duplicateResut");
        assertThat(result.path("allowSave").asBoolean()).isTrue();
        assertThat(result.path("duplicateRule").asText()).isEqualTo("Standard_Contact_Duplicate_Rule");
        assertThat(result.at("/matchResults/0/matchRecords/0/record/Id").asText())
                .isEqualTo(known);
        assertThat(org.count("Contact WHERE Email = 'ida@holm.example'")).isEqualTo(1);

        assertThat(contact("Ida", "Holm", "other@holm.example").status()).isEqualTo(201);
        assertThat(contact("Olaf", "Holm", "ida@holm.example").status()).isEqualTo(201);
        assertThat(org.post("sobjects/Contact", "{\"FirstName\":\"Ida\",\"LastName\":\"Holm\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aLeadIsComparedWithLeadsAndContacts() throws IOException {
        contact("Per", "Dahl", "per@dahl.example");
        assertThat(lead("Per", "Dahl", "per@dahl.example").error()).isEqualTo(DETECTED);
        assertThat(lead("Eva", "Dahl", "per@dahl.example").status()).isEqualTo(201);
        assertThat(lead("Eva", "Dahl", "PER@dahl.example").error()).isEqualTo(DETECTED);
        assertThat(contact("Eva", "Dahl", "per@dahl.example").status()).isEqualTo(201);
    }

    @Test
    void anUpdateThatMakesADuplicateIsHeldBackAndOthersAreNot() throws IOException {
        contact("Liv", "Aas", "liv@aas.example");
        String id = contact("Liv", "Aas", "old@aas.example").id();
        assertThat(org.patch("sobjects/Contact/" + id, "{\"Email\":\"liv@aas.example\",\"Title\":\"x\"}")
                        .error())
                .isEqualTo(DETECTED);
        assertThat(org.value("SELECT Title FROM Contact WHERE Id = '" + id + "'")
                        .isNull())
                .isTrue();
        assertThat(org.patch("sobjects/Contact/" + id, "{\"Title\":\"Boss\"}").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowSave=true                              | 201",
                "ALLOWSAVE = TRUE; includeRecordDetails=true | 201",
                "allowSave=false                             | 400",
                "disallowSave=truely                         | 400",
            })
    void theHeaderLetsADuplicateThrough(String header, int status) throws IOException {
        String json = "{\"FirstName\":\"Tor\",\"LastName\":\"Vik\",\"Email\":\"tor@vik.example\"}";
        org.post("sobjects/Contact", json);
        Reply reply = org.send(org.request("sobjects/Contact")
                .header("Sforce-Duplicate-Rule-Header", header)
                .post(RequestBody.create(json, MediaType.get("application/json"))));
        assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contact", "Lead"})
    void peopleAreFoundByAnIndexOfTheirEmail(String object) throws IOException {
        String soql = "SELECT+Id+FROM+" + object + "+WHERE+Email='tor@vik.example'";
        JsonNode plan = org.get("query?explain=" + soql).body().path("plans").path(0);
        assertThat(plan.path("leadingOperationType").asText()).isEqualTo("Index");
        assertThat(plan.at("/fields/0").asText()).isEqualTo("Email");
    }

    @Test
    void aUniqueFieldIgnoresCaseUnlessToldNotTo() throws IOException {
        String text =
                "{\"label\":\"K\",\"type\":\"Text\",\"length\":20,\"externalId\":true,\"unique\":true,\"caseSensitive\":%s}";
        field("Account.Loose__c", text.formatted("false"));
        field("Account.Strict__c", text.formatted("true"));
        String id = org.post("sobjects/Account", "{\"Name\":\"a\",\"Loose__c\":\"Ab\",\"Strict__c\":\"Ab\"}")
                .id();
        assertThat(org.post("sobjects/Account", "{\"Name\":\"b\",\"Loose__c\":\"aB\"}")
                        .error())
                .isEqualTo("400 DUPLICATE_VALUE: duplicate value found: Loose__c duplicates value on record with id: "
                        + id.substring(0, 15));
        assertThat(org.post("sobjects/Account", "{\"Name\":\"b\",\"Strict__c\":\"aB\"}")
                        .status())
                .isEqualTo(201);
        assertThat(org.post("sobjects/Account", "{\"Name\":\"b\",\"Strict__c\":\"Ab\"}")
                        .error())
                .startsWith("400 DUPLICATE_VALUE");
        for (JsonNode field : org.get("sobjects/Account/describe").body().path("fields")) {
            assertThat(field.path("caseSensitive").asBoolean())
                    .isEqualTo(field.path("name").asText().equals("Strict__c"));
        }
    }

    @Test
    void aFieldWithEqualValuesDoesNotBecomeUnique() throws IOException {
        String metadata = "{\"label\":\"K\",\"type\":\"Text\",\"length\":20,\"unique\":%s}";
        String field = field("Solution.Code__c", metadata.formatted("false"));
        org.post("sobjects/Solution", "{\"SolutionName\":\"a\",\"Code__c\":\"x\"}");
        org.post("sobjects/Solution", "{\"SolutionName\":\"b\",\"Code__c\":\"X\"}");
        assertThat(org.patch(
                                "tooling/sobjects/CustomField/" + field,
                                "{\"Metadata\":" + metadata.formatted("true") + "}")
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Code__c can not be unique");
    }

    private static String field(String name, String metadata) throws IOException {
        Reply made = org.post(
                "tooling/sobjects/CustomField", "{\"FullName\":\"" + name + "\",\"Metadata\":" + metadata + "}");
        assertThat(made.error()).startsWith("201");
        return made.id();
    }

    private static Reply contact(String first, String last, String email) throws IOException {
        return org.post("sobjects/Contact", """
                {"FirstName":"%s","LastName":"%s","Email":"%s"}""".formatted(first, last, email));
    }

    private static Reply lead(String first, String last, String email) throws IOException {
        return org.post("sobjects/Lead", """
                {"FirstName":"%s","LastName":"%s","Email":"%s","Company":"c"}""".formatted(first, last, email));
    }
}
