package dev.orgbench.demo.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Custom objects, definitions and what is said of them. */
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

        Reply field = org.createField(
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
        org.createField("Lead.Seen__c", "{\"type\":\"Checkbox\",\"label\":\"Seen\",\"defaultValue\":false}");
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
        JsonNode described = org.field("Feature_Request__c", "Status__c");
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
        String id = org.createField(
                        "Account.Partner__c",
                        "{\"type\":\"Lookup\",\"label\":\"Partner\",\"referenceTo\":\"Account\",\"relationshipName\":\"Partners\"}")
                .id();
        assertThat(org.query("SELECT Partner__r.Name FROM Account LIMIT 1").status())
                .isEqualTo(200);
        assertThat(org.delete(FIELDS + "/" + id).status()).isEqualTo(204);
        assertThat(org.query("SELECT Partner__c FROM Account").error()).startsWith("400 INVALID_FIELD");
        assertThat(org.get(FIELDS + "/" + id).status()).isEqualTo(404);
        assertThat(org.count("Account")).isGreaterThanOrEqualTo(200);
        assertThat(org.createField("Account.Partner__c", "{\"type\":\"Text\",\"label\":\"Partner\",\"length\":20}")
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
        org.createField(
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
}
