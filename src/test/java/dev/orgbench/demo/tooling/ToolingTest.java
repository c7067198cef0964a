package dev.orgbench.demo.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ToolingTest {
    private static final String FIELDS = "tooling/sobjects/CustomField";
    private static final String OBJECTS = "tooling/sobjects/CustomObject";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void aNewObjectIsAtOnceDescribedWrittenAndQueried() throws IOException {
        Reply made = makeObject("Widget__c", "Text");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.id()).startsWith("01I").hasSize(18);
        assertThat(made.body().path("warnings").isArray()).isTrue();

        Reply field = makeField(
                "Widget__c.Weight__c", "{\"type\":\"Number\",\"label\":\"Weight\",\"precision\":8,\"scale\":2}");
        assertThat(field.id()).startsWith("00N").hasSize(18);

        JsonNode describe = org.get("sobjects/Widget__c/describe").body();
        assertThat(describe.path("fields").findValuesAsText("name"))
                .contains("Id", "OwnerId", "Name", "CreatedDate", "SystemModstamp", "Weight__c");
        assertThat(describe.path("keyPrefix").asText()).matches("a0\\w");
        String id = org.post("sobjects/Widget__c", "{\"Name\":\"Bolt\",\"Weight__c\":1.255}")
                .id();
        assertThat(id).startsWith(describe.path("keyPrefix").asText());
        assertThat(org.query("SELECT Name, Weight__c, Owner.Name FROM Widget__c")
                        .body()
                        .path("records")
                        .path(0)
                        .path("Weight__c")
                        .toString())
                .isEqualTo("1.26");
        assertThat(org.get("sobjects").body().toString()).contains("\"Widget__c\"");
    }

    @Test
    void aChangeOfTheSchemaIsSeenByConditionalRequests() throws IOException {
        String modified =
                String.valueOf(org.get("sobjects/Lead/describe").headers().get("Last-Modified"));
        makeField("Lead.Seen__c", "{\"type\":\"Checkbox\",\"label\":\"Seen\",\"defaultValue\":false}");
        assertThat(org.send(org.request("sobjects/Lead/describe").header("If-Modified-Since", modified))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void replacesAFieldsMetadataAndKeepsItsPicklist() throws IOException {
        JsonNode found = org.toolingQuery(
                        "SELECT Id, FullName, Metadata FROM CustomField WHERE DeveloperName = 'Status'"
                                + " AND EntityDefinition.QualifiedApiName = 'Feature_Request__c'")
                .body()
                .path("records")
                .path(0);
        assertThat(found.path("FullName").asText()).isEqualTo("Feature_Request__c.Status__c");
        ObjectNode metadata = (ObjectNode) found.path("Metadata");
        metadata.put("inlineHelpText", "Under Review");
        String path = FIELDS + "/" + found.path("Id").asText();

        assertThat(org.patch(path, "{\"Metadata\":" + metadata + "}").status()).isEqualTo(204);
        assertThat(org.get(path).body().path("Metadata")).isEqualTo(metadata);
        JsonNode described = field("Feature_Request__c", "Status__c");
        assertThat(described.path("inlineHelpText").asText()).isEqualTo("Under Review");
        assertThat(described.path("picklistValues").size()).isEqualTo(5);
        assertThat(org.toolingQuery("SELECT InlineHelpText FROM CustomField WHERE Id = '"
                                + found.path("Id").asText() + "'")
                        .body()
                        .path("records")
                        .path(0)
                        .path("InlineHelpText")
                        .asText())
                .isEqualTo("Under Review");

        assertThat(org.patch(path, "{\"Metadata\":{\"label\":\"Status\",\"inlineHelpText\":\"x\"}}")
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Must specify 'type' for a CustomField");
        assertThat(org.patch(path, "{\"Metadata\":{\"label\":\"Status\",\"type\":\"Picklist\"}}")
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Must specify 'valueSet' for a CustomField of type Picklist");
        assertThat(org.patch(path, "{\"Metadata\":{\"label\":\"Status\",\"type\":\"Checkbox\",\"defaultValue\":true}}")
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Cannot change the type");
    }

    @Test
    void deletesAFieldWithWhatItHeld() throws IOException {
        String id = makeField(
                        "Account.Partner__c",
                        "{\"type\":\"Lookup\",\"label\":\"Partner\",\"referenceTo\":\"Account\",\"relationshipName\":\"Partners\"}")
                .id();
        assertThat(org.query("SELECT Partner__r.Name FROM Account LIMIT 1").status())
                .isEqualTo(200);
        assertThat(org.delete(FIELDS + "/" + id).status()).isEqualTo(204);
        assertThat(org.query("SELECT Partner__c FROM Account").error()).startsWith("400 INVALID_FIELD");
        assertThat(org.get(FIELDS + "/" + id).status()).isEqualTo(404);
        assertThat(org.count("Account")).isGreaterThanOrEqualTo(200);
        assertThat(makeField("Account.Partner__c", "{\"type\":\"Text\",\"label\":\"Partner\",\"length\":20}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void changesAndDeletesAnObject() throws IOException {
        String id = makeObject("Gadget__c", "AutoNumber").id();
        JsonNode metadata = org.get(OBJECTS + "/" + id).body().path("Metadata");
        ((ObjectNode) metadata).put("label", "Thing");

        assertThat(org.patch(OBJECTS + "/" + id, "{\"Metadata\":" + metadata + "}")
                        .status())
                .isEqualTo(204);
        assertThat(org.get("sobjects/Gadget__c/describe").body().path("label").asText())
                .isEqualTo("Thing");
        String record = org.post("sobjects/Gadget__c", "{}").id();
        assertThat(org.get("sobjects/Gadget__c/" + record).body().path("Name").asText())
                .isEqualTo("G-0001");
        assertThat(org.delete(OBJECTS + "/" + id).status()).isEqualTo(204);
        assertThat(org.get("sobjects/Gadget__c").status()).isEqualTo(404);
        assertThat(org.query("SELECT Id FROM Gadget__c").error()).startsWith("400 INVALID_TYPE");
    }

    @Test
    void keepsAnObjectThatOthersPointTo() throws IOException {
        String id = makeObject("Target__c", "Text").id();
        makeField(
                "Contact.Target__c",
                "{\"type\":\"Lookup\",\"label\":\"Target\",\"referenceTo\":\"Target__c\",\"relationshipName\":\"People\"}");
        assertThat(org.delete(OBJECTS + "/" + id).error())
                .startsWith("400 DEPENDENCY_EXISTS")
                .contains("Contact.Target__c");
    }

    @Test
    void queriesDefinitions() throws IOException {
        JsonNode objects = org.toolingQuery(
                        "SELECT Id, DeveloperName FROM CustomObject WHERE DeveloperName = 'Acme_Invoice'")
                .body()
                .path("records");
        String id = objects.path(0).path("Id").asText();
        JsonNode fields = org.toolingQuery("SELECT Id, DeveloperName, TableEnumOrId, EntityDefinition.QualifiedApiName"
                        + " FROM CustomField WHERE TableEnumOrId = '" + id + "' ORDER BY DeveloperName")
                .body();

        assertThat(objects.path(0).path("attributes").path("url").asText())
                .isEqualTo("/services/data/v67.0/tooling/sobjects/CustomObject/" + id);
        assertThat(fields.path("totalSize").asInt()).isEqualTo(6);
        assertThat(fields.path("records").findValuesAsText("QualifiedApiName")).containsOnly("Acme_Invoice__c");
        assertThat(org.toolingQuery("SELECT KeyPrefix FROM EntityDefinition WHERE QualifiedApiName = 'Account'")
                        .body()
                        .path("records")
                        .path(0)
                        .path("KeyPrefix")
                        .asText())
                .isEqualTo("001");
        assertThat(org.query("SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = 'Lead'")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isGreaterThanOrEqualTo(54);
        assertThat(org.toolingQuery("SELECT Id, CreatedBy.Name FROM CustomField LIMIT 1")
                        .body()
                        .toString())
                .contains("Alex Morgan");
    }

    @Test
    void givesMetadataOfOneRowOnly() throws IOException {
        assertThat(org.toolingQuery("SELECT Id, Metadata FROM CustomField").error())
                .startsWith("400 MALFORMED_QUERY: When retrieving results with Metadata or FullName fields");
    }

    @Test
    void describesItsOwnObjects() throws IOException {
        assertThat(org.get("tooling/sobjects").body().path("sobjects").findValuesAsText("name"))
                .contains(
                        "CustomObject",
                        "CustomField",
                        "ValidationRule",
                        "EntityDefinition",
                        "FieldDefinition",
                        "EntityParticle");
        assertThat(org.get("tooling/sobjects/CustomField/describe")
                        .body()
                        .path("fields")
                        .findValuesAsText("name"))
                .contains("DeveloperName", "TableEnumOrId", "EntityDefinitionId", "FullName", "Metadata");
        assertThat(org.get("tooling/sobjects/SourceMember/describe").status()).isEqualTo(404);
    }

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
        Reply made = makeField("Campaign." + name + "__c", "{\"label\":\"L\"," + metadata + "}");
        assertThat(made.error()).startsWith("201");
        assertThat(field("Campaign", name + "__c").path("type").asText()).isEqualTo(type);

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
        assertThat(makeField(fullName, metadata).error()).isEqualTo("400 " + error);
    }

    @Test
    void makesNoFieldsWhereSalesforceTakesNone() throws IOException {
        String text = "{\"type\":\"Text\",\"label\":\"X\",\"length\":10}";
        assertThat(makeField("CaseStatus.X__c", text).error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: CaseStatus takes no custom fields");
        assertThat(makeField("Task.X__c", text).error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Custom fields of tasks and events belong to Activity");
    }

    @Test
    void aLookupKeepsWhatItPointsTo() throws IOException {
        String lookup = "{\"type\":\"Lookup\",\"label\":\"Maker\",\"relationshipName\":\"Made\",\"referenceTo\":";
        String id = makeField("Asset.Maker__c", lookup + "\"Account\"}").id();
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
            String field = makeField("Product2.Serial__c", number).id();
            String product = org.post("sobjects/Product2", "{\"Name\":\"x\"}").id();
            assertThat(org.get("sobjects/Product2/" + product)
                            .body()
                            .path("Serial__c")
                            .asText())
                    .isEqualTo("S-07");
            org.delete(FIELDS + "/" + field);
        }
    }

    @Test
    void refusesBadNamesAndMissingParts() throws IOException {
        for (String name : new String[] {"1x__c", "a__b__c", "a b__c", "a_\"x__c", "x'__c", "_x__c", "x___c"}) {
            assertThat(makeObject(name, "Text").error()).as(name).startsWith("400 FIELD_INTEGRITY_EXCEPTION");
        }
        assertThat(org.post(FIELDS, "{}").error())
                .isEqualTo("400 REQUIRED_FIELD_MISSING: Required fields are missing: [FullName, Metadata]");
        assertThat(org.post(FIELDS, "{\"DeveloperName\":\"x\"}").error())
                .startsWith("400 INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: DeveloperName");
        assertThat(makeObject("Acme_Invoice__c", "Text").error())
                .isEqualTo("400 DUPLICATE_DEVELOPER_NAME: There is already a custom object named Acme_Invoice.");
        assertThat(org.post(OBJECTS, "{\"FullName\":\"Q__c\",\"Metadata\":{\"label\":\"Q\"}}")
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Must specify 'pluralLabel' for a CustomObject");
        assertThat(org.get(FIELDS + "/00N5g00000zzzzz").status()).isEqualTo(404);
        assertThat(org.get(FIELDS + "/x'y").status()).isEqualTo(404);
        assertThat(org.get("tooling/sobjects/EntityDefinition/Account")
                        .body()
                        .path("KeyPrefix")
                        .asText())
                .isEqualTo("001");
        assertThat(org.get("tooling/sobjects/EntityDefinition/x'y\\").status()).isEqualTo(404);
        assertThat(org.post("tooling/sobjects/EntityDefinition", "{}").status()).isEqualTo(405);
    }

    private static Reply makeObject(String fullName, String nameType) throws IOException {
        String format = nameType.equals("AutoNumber") ? ",\"displayFormat\":\"G-{0000}\",\"startingNumber\":1" : "";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("FullName", fullName);
        return org.post(
                OBJECTS,
                "{\"FullName\":" + body.path("FullName") + ",\"Metadata\":{\"label\":\"L\",\"pluralLabel\":\"Ls\","
                        + "\"nameField\":{\"type\":\"" + nameType + "\",\"label\":\"Name\"" + format + "},"
                        + "\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\"}}");
    }

    private static Reply makeField(String fullName, String metadata) throws IOException {
        return org.post(FIELDS, "{\"FullName\":\"" + fullName + "\",\"Metadata\":" + metadata + "}");
    }

    private static JsonNode field(String object, String name) throws IOException {
        for (JsonNode field : org.get("sobjects/" + object + "/describe").body().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("There is no " + name);
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
