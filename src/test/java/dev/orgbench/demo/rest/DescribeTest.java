package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void listsAllObjectsWithTheirAttributes() throws IOException {
        JsonNode body = org.get("sobjects").body();

        assertThat(body.path("encoding").asText()).isEqualTo("UTF-8");
        assertThat(body.path("maxBatchSize").asInt()).isEqualTo(200);
        assertThat(body.path("sobjects").size()).isEqualTo(43);
        JsonNode custom = named(body.path("sobjects"), "Feature_Request__c");
        assertThat(custom.path("custom").booleanValue()).isTrue();
        assertThat(custom.path("keyPrefix").asText()).isEqualTo("a00");
        assertThat(custom.path("labelPlural").asText()).isEqualTo("Feature Requests");
        assertThat(custom.path("urls").path("describe").asText())
                .isEqualTo("/services/data/v67.0/sobjects/Feature_Request__c/describe");
        JsonNode organization = named(body.path("sobjects"), "Organization");
        assertThat(organization.path("createable").booleanValue()).isFalse();
    }

    @Test
    void describesAnObjectWithEveryAttributeOfItsFields() throws IOException {
        JsonNode account = org.get("sobjects/account/describe").body();

        assertThat(account.path("name").asText()).isEqualTo("Account");
        assertThat(account.path("fields").size()).isEqualTo(64);
        for (JsonNode field : account.path("fields")) {
            assertThat(field.size()).as(field.path("name").asText()).isEqualTo(57);
        }
        assertThat(account.path("recordTypeInfos").path(0).path("recordTypeId").asText())
                .isEqualTo("012000000000000AAA");
        assertThat(account.path("urls").size()).isEqualTo(11);
        JsonNode revenue = named(account.path("fields"), "AnnualRevenue");
        assertThat(revenue.path("precision").asInt()).isEqualTo(18);
        assertThat(revenue.path("groupable").booleanValue()).isFalse();
        assertThat(named(account.path("fields"), "NumberOfEmployees")
                        .path("digits")
                        .asInt())
                .isEqualTo(8);
        assertThat(named(account.path("fields"), "Name").path("byteLength").asInt())
                .isEqualTo(765);
        assertThat(named(account.path("fields"), "BillingAddress")
                        .path("queryByDistance")
                        .booleanValue())
                .isTrue();
        assertThat(named(account.path("fields"), "IsDeleted")
                        .path("defaultValue")
                        .isBoolean())
                .isTrue();
    }

    @Test
    void namesTheRelationshipsToChildren() throws IOException {
        JsonNode children = org.get("sobjects/Account/describe").body().path("childRelationships");
        List<String> names = new ArrayList<>();
        children.forEach(child -> names.add(child.path("relationshipName").asText() + ":"
                + child.path("childSObject").asText() + "."
                + child.path("field").asText()));

        assertThat(names)
                .contains(
                        "Contacts:Contact.AccountId",
                        "Opportunities:Opportunity.AccountId",
                        "Invoices__r:Acme_Invoice__c.Account__c",
                        "Feature_Requests__r:Feature_Request__c.Account__c");
    }

    @ParameterizedTest
    @CsvSource({
        "Account, 'Name'",
        "Contact, 'LastName'",
        "Lead, 'LastName,Company'",
        "Opportunity, 'Name,StageName,CloseDate'",
        "Case, ''",
        "Task, ''",
        "Event, ''",
        "Campaign, 'Name'",
        "Product2, 'Name'",
        "PricebookEntry, 'Pricebook2Id,Product2Id,UnitPrice'",
        "OpportunityContactRole, 'OpportunityId,ContactId'",
        "Contract, 'AccountId'",
        "User, 'Username,LastName,Email,Alias,TimeZoneSidKey,LocaleSidKey,EmailEncodingKey,ProfileId,LanguageLocaleKey'",
        "Feature_Request__c, ''",
        "Acme_Invoice__c, 'Account__c'"
    })
    void tellsWhichFieldsACreateNeeds(String object, String required) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode field : org.get("sobjects/" + object + "/describe").body().path("fields")) {
            if (field.path("createable").booleanValue()
                    && !field.path("nillable").booleanValue()
                    && !field.path("defaultedOnCreate").booleanValue()) {
                names.add(field.path("name").asText());
            }
        }
        assertThat(String.join(",", names)).isEqualTo(required);
    }

    @Test
    void describesACustomPicklist() throws IOException {
        JsonNode status =
                named(org.get("sobjects/Feature_Request__c/describe").body().path("fields"), "Status__c");

        assertThat(status.path("type").asText()).isEqualTo("picklist");
        assertThat(status.path("restrictedPicklist").booleanValue()).isTrue();
        assertThat(status.path("picklistValues").findValuesAsText("value"))
                .containsExactly("New", "Planned", "In Progress", "Shipped", "Declined");
        assertThat(status.path("defaultValue").asText()).isEqualTo("New");
    }

    @Test
    void answersNothingNewWhereTheClientHasIt() throws IOException {
        Reply first = org.get("sobjects/Contact/describe");
        String modified = String.valueOf(first.headers().get("Last-Modified"));
        String tag = String.valueOf(first.headers().get("ETag"));

        Reply since = org.send(org.request("sobjects/Contact/describe").header("If-Modified-Since", modified));
        Reply none = org.send(org.request("sobjects/Contact/describe").header("If-None-Match", tag));
        Reply older = org.send(
                org.request("sobjects/Contact/describe").header("If-Modified-Since", "Fri, 14 Aug 2020 20:53:02 GMT"));

        assertThat(since.status()).isEqualTo(304);
        assertThat(since.body().isMissingNode()).isTrue();
        assertThat(none.status()).isEqualTo(304);
        assertThat(older.status()).isEqualTo(200);
        assertThat(org.send(org.request("sobjects").header("If-Modified-Since", modified))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void hasNoUnknownObjects() throws IOException {
        assertThat(org.get("sobjects/Nope").error()).isEqualTo("404 NOT_FOUND: The requested resource does not exist");
        assertThat(org.get("sobjects/Nope/describe").status()).isEqualTo(404);
    }

    @Test
    void tellsOfOneObjectShortly() throws IOException {
        JsonNode body = org.get("sobjects/Lead").body();
        assertThat(body.path("objectDescribe").path("keyPrefix").asText()).isEqualTo("00Q");
        assertThat(body.path("recentItems").isArray()).isTrue();
    }

    @Test
    void givesTheKeysOfRecordedAnswersInTheirOrder() throws IOException {
        JsonNode opportunity = org.get("sobjects/Opportunity/describe").body();
        List<String> keys = new ArrayList<>();
        opportunity.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).hasSize(45).isSorted();
        for (JsonNode object : org.get("sobjects").body().path("sobjects")) {
            for (JsonNode field : org.get("sobjects/" + object.path("name").asText() + "/describe")
                    .body()
                    .path("fields")) {
                assertThat(field.size()).isEqualTo(57);
                assertThat(field.path("byteLength").asInt())
                        .as(object.path("name").asText() + "."
                                + field.path("name").asText())
                        .isEqualTo(
                                field.path("soapType").asText().equals("tns:ID")
                                        ? 18
                                        : field.path("length").asInt() * 3);
            }
        }
    }

    @Test
    void tellsOfRecordTypesWithTheMasterLast() throws IOException {
        JsonNode types = org.get("sobjects/Opportunity/describe").body().path("recordTypeInfos");
        assertThat(types.findValuesAsText("developerName")).containsExactly("New_Business", "Renewal", "Master");
        assertThat(types.findValuesAsText("defaultRecordTypeMapping")).containsExactly("true", "false", "false");
        assertThat(types.path(0).path("urls").path("layout").asText())
                .isEqualTo("/services/data/v67.0/sobjects/Opportunity/describe/layouts/"
                        + types.path(0).path("recordTypeId").asText());
        assertThat(org.get("sobjects/Account/describe")
                        .body()
                        .path("recordTypeInfos")
                        .size())
                .isEqualTo(1);
        assertThat(org.get("sobjects/OpportunityContactRole/describe")
                        .body()
                        .path("recordTypeInfos")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsWhichValuesGoWithWhichControllingValue() throws IOException {
        JsonNode fields = org.get("sobjects/Case/describe").body().path("fields");
        JsonNode component = named(fields, "Component__c");
        assertThat(component.path("dependentPicklist").booleanValue()).isTrue();
        assertThat(component.path("controllerName").asText()).isEqualTo("Product_Area__c");
        assertThat(named(fields, "Product_Area__c").path("picklistValues").findValuesAsText("value"))
                .containsExactly("Sensors", "Data Loggers", "Software", "Calibration");
        // Four controlling values: one byte, the first of them its highest bit.
        assertThat(validFor(component, "Probe")).isEqualTo(0b1001_0000);
        assertThat(validFor(component, "Firmware")).isEqualTo(0b0110_0000);
        assertThat(validFor(component, "Cable")).isEqualTo(0b1000_0000);
        assertThat(named(fields, "Status")
                        .path("picklistValues")
                        .path(0)
                        .path("validFor")
                        .isNull())
                .isTrue();
    }

    @Test
    void tellsHowACustomReferenceHangsOnItsParent() throws IOException {
        JsonNode invoice = org.get("sobjects/Acme_Invoice__c/describe").body().path("fields");
        assertThat(named(invoice, "Account__c").path("restrictedDelete").booleanValue())
                .isTrue();
        assertThat(named(invoice, "Account__c").path("cascadeDelete").booleanValue())
                .isFalse();
        JsonNode contact = org.get("sobjects/Contact/describe").body().path("fields");
        assertThat(named(contact, "AccountId").path("cascadeDelete").booleanValue())
                .isFalse();
    }

    @Test
    void describesAGeolocationWithItsParts() throws IOException {
        JsonNode fields = org.get("sobjects/Asset/describe").body().path("fields");
        JsonNode site = named(fields, "Site__c");
        assertThat(site.path("type").asText()).isEqualTo("location");
        assertThat(site.path("soapType").asText()).isEqualTo("urn:location");
        assertThat(site.path("queryByDistance").booleanValue()).isTrue();
        assertThat(site.path("displayLocationInDecimal").booleanValue()).isTrue();
        assertThat(site.path("createable").booleanValue()).isFalse();
        JsonNode latitude = named(fields, "Site__Latitude__s");
        assertThat(latitude.path("compoundFieldName").asText()).isEqualTo("Site__c");
        assertThat(latitude.path("custom").booleanValue()).isTrue();
        assertThat(latitude.path("scale").asInt()).isEqualTo(5);
        assertThat(latitude.path("createable").booleanValue()).isTrue();
    }

    @Test
    void namesTheScopesOfQueries() throws IOException {
        JsonNode scopes = org.get("sobjects/Account/describe").body().path("supportedScopes");
        assertThat(scopes.findValuesAsText("name")).containsExactly("everything", "mine", "team", "scopingRule");
        assertThat(scopes.findValuesAsText("label")).startsWith("All accounts", "My accounts", "My team's accounts");
    }

    private static int validFor(JsonNode picklist, String value) {
        for (JsonNode entry : picklist.path("picklistValues")) {
            if (entry.path("value").asText().equals(value)) {
                return Base64.getDecoder().decode(entry.path("validFor").asText())[0] & 0xff;
            }
        }
        throw new AssertionError("There is no " + value);
    }

    private static JsonNode named(JsonNode entries, String name) {
        for (JsonNode entry : entries) {
            if (entry.path("name").asText().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError("There is no " + name);
    }
}
