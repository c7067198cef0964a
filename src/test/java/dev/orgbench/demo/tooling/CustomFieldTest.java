package dev.orgbench.demo.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Custom fields of every type, and what each refuses. */
class CustomFieldTest {
    private static final String FIELDS = "tooling/sobjects/CustomField";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    static Stream<Arguments> fieldTypes() {
        return Stream.of(
                type("T1", "\"type\":\"Text\",\"length\":9", "string", "\"abc\""),
                type("T2", "\"type\":\"LongTextArea\",\"length\":1000,\"visibleLines\":3", "textarea", "\"long\""),
                type("T3", "\"type\":\"TextArea\"", "textarea", "\"area\""),
                type("T4", "\"type\":\"Html\",\"length\":1000,\"visibleLines\":10", "textarea", "\"<b>x</b>\""),
                type("T5", "\"type\":\"Number\",\"precision\":5,\"scale\":1", "double", "12.5"),
                type("T6", "\"type\":\"Currency\",\"precision\":9,\"scale\":2", "currency", "99.95"),
                type("T7", "\"type\":\"Percent\",\"precision\":5,\"scale\":0", "percent", "50.0"),
                type("T8", "\"type\":\"Checkbox\",\"defaultValue\":true", "boolean", "false"),
                type("T9", "\"type\":\"Date\"", "date", "\"2026-01-31\""),
                type("T10", "\"type\":\"DateTime\"", "datetime", "\"2026-01-31T10:00:00.000+0000\""),
                type("T11", "\"type\":\"Time\"", "time", "\"10:15:00.000Z\""),
                type("T12", "\"type\":\"Email\"", "email", "\"a@b.example\""),
                type("T13", "\"type\":\"Phone\"", "phone", "\"+1 555\""),
                type("T14", "\"type\":\"Url\"", "url", "\"https://a.example\""),
                type("T15", "\"type\":\"Picklist\"," + values(), "picklist", "\"Red\""),
                type(
                        "T16",
                        "\"type\":\"MultiselectPicklist\",\"visibleLines\":4," + values(),
                        "multipicklist",
                        "\"Red;Blue\""),
                type(
                        "T17",
                        "\"type\":\"Lookup\",\"referenceTo\":\"Account\",\"relationshipName\":\"T17s\"",
                        "reference",
                        "null"),
                type(
                        "T18",
                        "\"type\":\"AutoNumber\",\"displayFormat\":\"N-{000}\",\"startingNumber\":7",
                        "string",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("fieldTypes")
    void makesFieldsOfEveryType(String name, String metadata, String type, String value) throws IOException {
        Reply made = org.createField("Campaign." + name + "__c", "{\"label\":\"L\"," + metadata + "}");
        assertThat(made.error()).startsWith("201");
        assertThat(org.field("Campaign", name + "__c").path("type").asText()).isEqualTo(type);

        String given = value.isEmpty() ? "" : ",\"" + name + "__c\":" + value;
        Reply record = org.post("sobjects/Campaign", "{\"Name\":\"c\"" + given + "}");
        assertThat(record.error()).startsWith("201");
        JsonNode stored = org.get("sobjects/Campaign/" + record.id() + "?fields=" + name + "__c")
                .body();
        assertThat(stored.path(name + "__c").toString()).isEqualTo(value.isEmpty() ? "\"N-007\"" : value);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                bad(
                        "Account.X__c",
                        "{\"type\":\"Text\",\"length\":5}",
                        "FIELD_INTEGRITY_EXCEPTION: Must specify 'label' for a CustomField of type Text"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Must specify 'type' for a CustomField"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Text\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Must specify 'length' for a CustomField of type Text"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Text\",\"length\":256}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid 'length' for a CustomField of type Text: it must be from 1 to 255, not 256"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Text\",\"length\":4294967297}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of int from VALUE_NUMBER_INT value 4294967297 for Metadata.length"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Text\",\"length\":5,\"caseSensitive\":true}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid 'caseSensitive' for a CustomField of type Text: it is for unique fields"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Number\",\"precision\":4,\"scale\":1,\"defaultValue\":\"1e999\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid 'defaultValue' for a CustomField of type Number: this demo org takes a number of at most 3 digits before the point and 1 after it, not 1e999"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Number\",\"precision\":5}",
                        "FIELD_INTEGRITY_EXCEPTION: Must specify 'scale' for a CustomField of type Number"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Checkbox\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Must specify 'defaultValue' for a CustomField of type Checkbox"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Picklist\",\"valueSet\":{\"valueSetDefinition\":{\"value\":[]}}}",
                        "FIELD_INTEGRITY_EXCEPTION: At least one value is required to create this picklist."),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Lookup\",\"referenceTo\":\"Nope\"}",
                        "FIELD_INTEGRITY_EXCEPTION: referenceTo value of 'Nope' does not resolve to a valid sObject type"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Lookup\",\"referenceTo\":\"Account\",\"relationshipName\":\"Invoices\"}",
                        "DUPLICATE_DEVELOPER_NAME: There is already a Child Relationship named Invoices on Account."),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"AutoNumber\",\"displayFormat\":\"A\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid 'displayFormat' for a CustomField of type AutoNumber: write it like A-{0000} or A-{YYYY}{MM}{DD}-{0000}, with one number in braces"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Date\",\"defaultValue\":\"TODAY()\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid 'defaultValue' for a CustomField of type Date: this demo org does not work out formulas like TODAY()"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Sparkle\"}",
                        "JSON_PARSER_ERROR: 'Sparkle' is not a valid value for the enum 'FieldType'"),
                bad(
                        "Account.X__c",
                        "{\"label\":\"X\",\"type\":\"Text\",\"length\":5,\"colour\":1}",
                        "INVALID_FIELD: No such column 'colour' on sobject of type Metadata"),
                bad(
                        "Account.X",
                        "{\"label\":\"X\",\"type\":\"Date\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid fullName 'X', must end in a custom suffix (e.g. __c)"),
                bad(
                        "X__c",
                        "{\"label\":\"X\",\"type\":\"Date\"}",
                        "FIELD_INTEGRITY_EXCEPTION: Invalid fullName 'X__c': write it as Object.Field__c"),
                bad(
                        "Nope.X__c",
                        "{\"label\":\"X\",\"type\":\"Date\"}",
                        "INVALID_CROSS_REFERENCE_KEY: Entity Enumeration Or ID: no object named Nope"),
                bad(
                        "Feature_Request__c.status__c",
                        "{\"label\":\"X\",\"type\":\"Date\"}",
                        "DUPLICATE_DEVELOPER_NAME: There is already a field named status on Feature Request."));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void refusesABadField(String fullName, String metadata, String error) throws IOException {
        assertThat(org.createField(fullName, metadata).error()).isEqualTo("400 " + error);
    }

    @Test
    void makesNoFieldsWhereSalesforceTakesNone() throws IOException {
        String text = "{\"type\":\"Text\",\"label\":\"X\",\"length\":10}";
        assertThat(org.createField("CaseStatus.X__c", text).error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: CaseStatus takes no custom fields");
        assertThat(org.createField("Task.X__c", text).error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Custom fields of tasks and events belong to Activity");
    }

    @Test
    void aLookupKeepsWhatItPointsTo() throws IOException {
        String lookup = "{\"type\":\"Lookup\",\"label\":\"Maker\",\"relationshipName\":\"Made\",\"referenceTo\":";
        String id = org.createField("Asset.Maker__c", lookup + "\"Account\"}").id();
        assertThat(org.patch(FIELDS + "/" + id, "{\"Metadata\":" + lookup + "\"Contact\"}}")
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Cannot change what Maker__c points to: it stays Account");
        assertThat(org.patch(FIELDS + "/" + id, "{\"Metadata\":" + lookup + "\"account\"}}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aNewAutoNumberBeginsAtItsStart() throws IOException {
        String number = "{\"type\":\"AutoNumber\",\"label\":\"No\",\"displayFormat\":\"S-{00}\",\"startingNumber\":7}";
        for (int i = 0; i < 2; i++) {
            String field = org.createField("Product2.Serial__c", number).id();
            String product = org.post("sobjects/Product2", "{\"Name\":\"x\"}").id();
            assertThat(org.get("sobjects/Product2/" + product)
                            .body()
                            .path("Serial__c")
                            .asText())
                    .isEqualTo("S-07");
            org.delete(FIELDS + "/" + field);
        }
    }

    private static String values() {
        return "\"valueSet\":{\"restricted\":true,\"valueSetDefinition\":{\"value\":["
                + "{\"fullName\":\"Red\",\"label\":\"Red\"},{\"valueName\":\"Blue\"}]}}";
    }

    private static Arguments type(String name, String metadata, String type, String value) {
        return Arguments.of(name, metadata, type, value);
    }

    private static Arguments bad(String fullName, String metadata, String error) {
        return Arguments.of(fullName, metadata, error);
    }
}
