package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RecordShapesTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void aNewRecordGetsTheDefaultRecordType() throws IOException {
        String id = org.post("sobjects/Case", "{\"Subject\":\"Broken\"}").id();
        assertThat(org.value("SELECT RecordType.DeveloperName FROM Case WHERE Id = '" + id + "'")
                        .path("DeveloperName")
                        .asText())
                .isEqualTo("Support");
    }

    @Test
    void aRecordTypeOfAnotherObjectIsRefused() throws IOException {
        String renewal = org.value("SELECT Id FROM RecordType WHERE DeveloperName = 'Renewal'")
                .asText();

        String body = "{\"Subject\":\"Broken\",\"RecordTypeId\":\"" + renewal + "\"}";
        assertThat(org.post("sobjects/Case", body).error())
                .isEqualTo("400 INVALID_CROSS_REFERENCE_KEY: Record Type ID: this ID value isn't valid for the user: "
                        + renewal);
        String opportunity = org.post(
                        "sobjects/Opportunity",
                        "{\"Name\":\"More\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2026-08-01\",\"RecordTypeId\":\""
                                + renewal + "\"}")
                .id();
        assertThat(org.count("Opportunity WHERE RecordType.Name = 'Renewal' AND Id = '" + opportunity + "'"))
                .isEqualTo(1);
    }

    @Test
    void anAddressIsReadAsAWhole() throws IOException {
        String id = org.post(
                        "sobjects/Account",
                        "{\"Name\":\"Mill\",\"BillingCity\":\"Oslo\",\"BillingLatitude\":59.91,\"BillingLongitude\":10.75}")
                .id();
        JsonNode address = org.get("sobjects/Account/" + id).body().path("BillingAddress");
        assertThat(address.path("city").asText()).isEqualTo("Oslo");
        assertThat(address.path("latitude").decimalValue()).isEqualByComparingTo("59.91");
        assertThat(address.path("street").isNull()).isTrue();
        assertThat(address.has("geocodeAccuracy")).isTrue();
        assertThat(org.get("sobjects/Account/" + id)
                        .body()
                        .path("ShippingAddress")
                        .isNull())
                .isTrue();
    }

    @Test
    void aGeolocationIsWrittenInPartsAndReadAsAWhole() throws IOException {
        String account = org.value("SELECT Id FROM Account LIMIT 1").asText();
        String id = org.post(
                        "sobjects/Asset",
                        "{\"Name\":\"Gauge 7\",\"AccountId\":\"" + account
                                + "\",\"Site__Latitude__s\":47.376891,\"Site__Longitude__s\":8.541694}")
                .id();
        JsonNode row = org.get("sobjects/Asset/" + id).body();
        assertThat(row.path("Site__c").path("latitude").decimalValue()).isEqualByComparingTo("47.37689");
        assertThat(row.path("Site__c").path("longitude").decimalValue()).isEqualByComparingTo("8.54169");
        assertThat(org.patch("sobjects/Asset/" + id, "{\"Site__c\":{\"latitude\":1,\"longitude\":2}}")
                        .error())
                .startsWith("400 INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void aGeolocationFieldIsMadeAndDeletedWithItsParts() throws IOException {
        String id = org.post(
                        "tooling/sobjects/CustomField",
                        "{\"FullName\":\"Account.Depot__c\",\"Metadata\":{\"type\":\"Location\",\"label\":\"Depot\","
                                + "\"scale\":3,\"displayLocationInDecimal\":true}}")
                .id();
        assertThat(org.query("SELECT Depot__c, Depot__Latitude__s FROM Account LIMIT 1")
                        .status())
                .isEqualTo(200);
        assertThat(org.toolingQuery("SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = 'Account'"
                                + " AND QualifiedApiName LIKE 'Depot%'")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(3);
        assertThat(org.delete("tooling/sobjects/CustomField/" + id).status()).isEqualTo(204);
        assertThat(org.query("SELECT Depot__Latitude__s FROM Account LIMIT 1").status())
                .isEqualTo(400);
    }

    @Test
    void aCheckboxMayControlAPicklist() throws IOException {
        org.post(
                "tooling/sobjects/CustomField",
                "{\"FullName\":\"Account.Leased__c\",\"Metadata\":{\"type\":\"Checkbox\",\"label\":\"Leased\","
                        + "\"defaultValue\":false}}");
        assertThat(org.post("tooling/sobjects/CustomField", dependent("Leased__c", "true"))
                        .status())
                .isEqualTo(201);
        JsonNode fields = org.get("sobjects/Account/describe").body().path("fields");
        JsonNode last = fields.path(fields.size() - 1);
        assertThat(last.path("controllerName").asText()).isEqualTo("Leased__c");
        // false comes first, true second: 0100 0000.
        assertThat(last.path("picklistValues").path(0).path("validFor").asText())
                .isEqualTo("QA==");
        assertThat(last.path("picklistValues").path(1).path("validFor").asText())
                .isEqualTo("AA==");
    }

    @Test
    void aPicklistDependsOnlyOnWhatCanControlIt() throws IOException {
        assertThat(org.post("tooling/sobjects/CustomField", dependent("Website", "x"))
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Invalid 'controllingField'");
        assertThat(org.post("tooling/sobjects/CustomField", dependent("Industry", "Nothing"))
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Invalid 'valueSettings': Industry has no value 'Nothing'");
    }

    private static String dependent(String controller, String with) {
        return "{\"FullName\":\"Account.Term__c\",\"Metadata\":{\"type\":\"Picklist\",\"label\":\"Term\",\"valueSet\":{"
                + "\"controllingField\":\"" + controller + "\",\"valueSetDefinition\":{\"sorted\":false,\"value\":["
                + "{\"fullName\":\"Monthly\",\"label\":\"Monthly\"},{\"fullName\":\"Yearly\",\"label\":\"Yearly\"}]},"
                + "\"valueSettings\":[{\"valueName\":\"Monthly\",\"controllingFieldValue\":[\"" + with + "\"]}]}}}";
    }
}
