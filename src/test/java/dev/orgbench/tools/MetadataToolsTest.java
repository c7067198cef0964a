package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataToolsTest {
    private static final String CREATE_OBJECT = "create_a_salesforce_custom_object";
    private static final String LIST_FIELDS = "list_all_salesforce_custom_fields";
    private static final String UPDATE_FIELD = "update_a_salesforce_custom_field_by_id";
    private static final String GET_FIELD = "get_single_salesforce_custom_field_by_id";
    private static final String CREATE_FIELD = "create_a_salesforce_custom_field";
    private static final String DELETE_FIELD = "delete_a_salesforce_custom_field_by_id";
    private static final String FIELD = "00N5e0000StatusEAA";
    private static final String METADATA = """
            {"label":"Status","type":"Picklist","description":null,"inlineHelpText":null,"required":false,
             "valueSet":{"restricted":true,"valueSetDefinition":{"sorted":false,"value":[
               {"valueName":"New","label":"New","default":true},
               {"valueName":"Shipped","label":"Shipped","default":false}]}}}
            """;

    private static final String PROFILES =
            "GET {api}/query SELECT Id, Profile.Name FROM PermissionSet WHERE IsOwnedByProfile = true";

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
        org.object("Feature_Request__c", "Feature Request", "Id id readonly", "Status__c picklist values=New,Shipped");
        org.on(
                "GET {api}/tooling/query SELECT Id FROM CustomObject WHERE DeveloperName = 'Feature_Request' AND NamespacePrefix = null",
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"01I5e000000FeatEAE\"}]}");
        org.on(
                "GET {api}/tooling/query SELECT Id, DeveloperName, NamespacePrefix FROM CustomField WHERE TableEnumOrId = '01I5e000000FeatEAE'",
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"" + FIELD
                        + "\",\"DeveloperName\":\"Status\",\"NamespacePrefix\":null}]}");
        for (String id : new String[] {FIELD, FIELD.substring(0, 15)}) {
            org.on(
                    "GET {api}/tooling/sobjects/CustomField/" + id,
                    "{\"Id\":\"" + FIELD + "\",\"FullName\":\"Feature_Request__c.Status__c\",\"Metadata\":" + METADATA
                            + "}");
            org.on("PATCH {api}/tooling/sobjects/CustomField/" + id, 204, "");
        }
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Project_Tracker", "Project_Tracker__c"})
    void theArticlesCustomObjectIsSentAsSalesforceWantsIt(String developerName) {
        org.on(
                "POST {api}/tooling/sobjects/CustomObject",
                201,
                "{\"id\":\"01I5e000000ProjEAE\",\"success\":true,\"errors\":[],\"warnings\":[],\"infos\":[]}");

        ObjectNode content = org.success(
                CREATE_OBJECT,
                "{\"DeveloperName\":\"" + developerName
                        + "\",\"Metadata\":{\"label\":\"Project Tracker\",\"pluralLabel\":\"Project Trackers\","
                        + "\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\"}}");

        assertThat(org.writes())
                .containsExactly("POST /services/data/v62.0/tooling/sobjects/CustomObject "
                        + "{\"FullName\":\"Project_Tracker__c\",\"Metadata\":{\"label\":\"Project Tracker\","
                        + "\"pluralLabel\":\"Project Trackers\",\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\","
                        + "\"nameField\":{\"type\":\"Text\",\"label\":\"Project Tracker Name\"}}}");
        assertThat(content)
                .hasToString("{\"id\":\"01I5e000000ProjEAE\",\"success\":true,\"object_name\":\"Project_Tracker__c\","
                        + "\"defaulted\":{\"nameField\":{\"type\":\"Text\",\"label\":\"Project Tracker Name\"}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Project Tracker | {} | For example Project_Tracker.",
                "9Lives | {} | beginning with a letter. For example Lives.",
                "A__B | {} | single underscores",
                "Fine | {'nameField':{'type':'AutoNumber','label':'No'}} | `Metadata.nameField.displayFormat` is missing",
                "Fine | {'nameField':{'type':'AutoNumber'}} | `Metadata.nameField.label` is missing",
                "Fine | {'sharingModel':'Public'} | Valid: ReadWrite, Read, Private, ControlledByParent.",
            })
    void aCustomObjectThatSalesforceWouldRefuseIsNotSent(String name, String extra, String told) {
        ObjectNode arguments = FakeOrg.json(
                "{\"DeveloperName\":\"" + name
                        + "\",\"Metadata\":{\"label\":\"A\",\"pluralLabel\":\"As\",\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"Read\"}}");
        arguments.withObjectProperty("Metadata").setAll(FakeOrg.json(extra.replace('\'', '"')));

        assertThat(org.failure(CREATE_OBJECT, arguments.toString()).text()).contains(told);
        assertThat(org.requests).isEmpty();
    }

    @Test
    void customFieldsAreListedWithTheirToolingIds() {
        org.on(
                "GET {api}/tooling/query SELECT Id, DeveloperName, NamespacePrefix, TableEnumOrId FROM CustomField"
                        + " WHERE TableEnumOrId = '01I5e000000FeatEAE' ORDER BY DeveloperName",
                "{\"size\":2,\"totalSize\":2,\"done\":true,\"records\":[{\"Id\":\"" + FIELD
                        + "\",\"DeveloperName\":\"Status\",\"NamespacePrefix\":null},"
                        + "{\"Id\":\"00N5e0000SecretEAA\",\"DeveloperName\":\"Secret\",\"NamespacePrefix\":null}]}");

        ObjectNode content = org.success(LIST_FIELDS, "{\"object_name\":\"Feature_Request__c\"}");

        assertThat(content.path("records"))
                .hasToString(
                        "[{\"Id\":\"" + FIELD
                                + "\",\"DeveloperName\":\"Status\",\"name\":\"Status__c\",\"label\":\"Status\",\"type\":\"picklist\",\"visible\":true},"
                                + "{\"Id\":\"00N5e0000SecretEAA\",\"DeveloperName\":\"Secret\",\"name\":\"Secret__c\",\"visible\":false}]");
        assertThat(org.failure(LIST_FIELDS, "{\"object_name\":\"Feature_Requests__c\"}")
                        .text())
                .contains("Did you mean Feature_Request__c?");
    }

    @ParameterizedTest
    @ValueSource(strings = {FIELD, "00N5e0000Status", "Feature_Request__c.Status__c", "feature_request__c.status__c"})
    void helpTextIsSetAndThePicklistKeepsItsValues(String id) {
        org.on("GET {api}/sobjects/feature_request__c/describe", 200, describe());

        ObjectNode content = org.success(
                UPDATE_FIELD,
                "{\"id\":\"" + id + "\",\"Metadata\":{\"inlineHelpText\":\"Under Review: being looked at\"}}");

        ObjectNode expected = FakeOrg.json(METADATA).put("inlineHelpText", "Under Review: being looked at");
        assertThat(org.writes()).singleElement().asString().endsWith("{\"Metadata\":" + expected + "}");
        assertThat(content.path("changed"))
                .hasToString("{\"inlineHelpText\":{\"from\":null,\"to\":\"Under Review: being looked at\"}}");
        assertThat(content.path("FullName").asText()).isEqualTo("Feature_Request__c.Status__c");
    }

    @Test
    void picklistValuesAreMergedByName() {
        org.success(
                UPDATE_FIELD,
                "{\"id\":\"" + FIELD + "\",\"Metadata\":{\"valueSet\":{\"valueSetDefinition\":{\"value\":["
                        + "{\"fullName\":\"Under Review\",\"label\":\"Under Review\",\"default\":false},"
                        + "{\"fullName\":\"Shipped\",\"isActive\":false}]}}}}");

        assertThat(org.writes())
                .singleElement()
                .asString()
                .contains("\"restricted\":true")
                .contains("[{\"valueName\":\"New\",\"label\":\"New\",\"default\":true},"
                        + "{\"valueName\":\"Shipped\",\"label\":\"Shipped\",\"default\":false,\"fullName\":\"Shipped\",\"isActive\":false},"
                        + "{\"fullName\":\"Under Review\",\"label\":\"Under Review\",\"default\":false}]");
    }

    @Test
    void aFieldThatIsNotThereOrNotCustomIsNotTouched() {
        org.object("Account", "Account", "Name string");

        assertThat(org.failure(UPDATE_FIELD, "{\"id\":\"Feature_Request__c.Stats__c\",\"Metadata\":{\"label\":\"x\"}}")
                        .text())
                .contains("Did you mean Status__c?");
        assertThat(org.failure(UPDATE_FIELD, "{\"id\":\"Account.Name\",\"Metadata\":{\"label\":\"x\"}}")
                        .text())
                .contains("standard field");
        assertThat(org.failure(UPDATE_FIELD, "{\"id\":\"00N5e00000GoneEEAA\",\"Metadata\":{\"label\":\"x\"}}")
                        .text())
                .contains("no custom field with the Tooling API Id");
        assertThat(org.failure(UPDATE_FIELD, "{\"id\":\"Status__c\",\"Metadata\":{\"label\":\"x\"}}")
                        .text())
                .contains("its full name, as Feature_Request__c.Status__c");
        assertThat(org.failure(UPDATE_FIELD, "{\"id\":\"" + FIELD + "\",\"Metadata\":{\"inlineHelptext\":\"x\"}}")
                        .text())
                .contains(
                        "`Metadata.inlineHelptext`: a custom field has no such metadata. Did you mean inlineHelpText?");
        assertThat(org.failure(UPDATE_FIELD, "{\"id\":\"" + FIELD + "\",\"Metadata\":{}}")
                        .text())
                .contains("`Metadata` is empty");
        assertThat(org.writes()).isEmpty();
    }

    @Test
    void aNewFieldIsSentUnderItsFullName_andGrantedToTheAdministrators() {
        org.on(
                "POST {api}/tooling/sobjects/CustomField",
                201,
                "{\"id\":\"00N5e0000NewEAA\",\"success\":true,\"errors\":[]}");
        org.on(
                PROFILES,
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"0PS5e0000000001AAA\",\"Profile\":{\"Name\":\"System Administrator\"}}]}");
        org.on(
                "POST {api}/sobjects/FieldPermissions",
                201,
                "{\"id\":\"01k5e0000000001AAA\",\"success\":true,\"errors\":[]}");

        ObjectNode content = org.success(
                CREATE_FIELD,
                "{\"object_name\":\"Feature_Request__c\",\"DeveloperName\":\"Rank\",\"Metadata\":{\"type\":\"Text\",\"label\":\"Rank\",\"length\":20},"
                        + "\"visible_to\":[\"system administrator\"]}");

        assertThat(org.writes())
                .containsExactly(
                        "POST /services/data/v62.0/tooling/sobjects/CustomField {\"FullName\":\"Feature_Request__c.Rank__c\","
                                + "\"Metadata\":{\"type\":\"Text\",\"label\":\"Rank\",\"length\":20}}",
                        "POST /services/data/v62.0/sobjects/FieldPermissions {\"ParentId\":\"0PS5e0000000001AAA\","
                                + "\"SobjectType\":\"Feature_Request__c\",\"Field\":\"Feature_Request__c.Rank__c\","
                                + "\"PermissionsRead\":true,\"PermissionsEdit\":true}");
        assertThat(content.path("name").asText()).isEqualTo("Rank__c");
        assertThat(content.path("granted")).hasToString("[\"system administrator\"]");
        assertThat(content.has("not_granted")).isFalse();
    }

    /** In an org of another language the profile has another name; the field stands, and the answer says who sees it. */
    @Test
    void whereTheUsualProfileIsMissingTheAnswerSaysSo() {
        org.on("POST {api}/tooling/sobjects/CustomField", 201, "{\"id\":\"00N5e0000NewEAA\",\"success\":true}");
        org.on(PROFILES, "{\"totalSize\":0,\"done\":true,\"records\":[]}");
        String arguments = field("Rank", "{\"type\":\"Text\",\"label\":\"Rank\",\"length\":20}");

        ObjectNode content = org.success(CREATE_FIELD, arguments);

        assertThat(content.path("granted")).isEmpty();
        assertThat(content.at("/not_granted/0/profile").asText()).isEqualTo("System Administrator");
        org.on(PROFILES, 400, "[{\"errorCode\":\"INSUFFICIENT_ACCESS\",\"message\":\"no\"}]");
        assertThat(org.success(CREATE_FIELD, arguments).path("granted")).isEmpty();
    }

    @Test
    void aFieldThatEveryRecordMustHaveNeedsNoGrant() {
        org.on("POST {api}/tooling/sobjects/CustomField", 201, "{\"id\":\"00N5e0000NewEAA\",\"success\":true}");

        ObjectNode content = org.success(
                CREATE_FIELD,
                "{\"object_name\":\"Feature_Request__c\",\"DeveloperName\":\"Rank\",\"Metadata\":{\"type\":\"Text\",\"label\":\"Rank\",\"length\":20,\"required\":true}}");

        assertThat(content.has("not_granted")).isFalse();
        assertThat(org.writes()).hasSize(1);
    }

    @Test
    void aFieldThatCannotBeMadeIsNotSent() {
        assertThat(org.failure(CREATE_FIELD, field("Status", "{\"type\":\"Text\",\"label\":\"Status\"}"))
                        .text())
                .contains("has a field Status__c already");
        assertThat(org.failure(CREATE_FIELD, field("My Rank", "{\"type\":\"Text\",\"label\":\"Rank\"}"))
                        .text())
                .contains("For example My_Rank.");
        assertThat(org.failure(CREATE_FIELD, field("Rank", "{\"type\":\"Text\",\"label\":\"Rank\",\"lenght\":5}"))
                        .text())
                .contains("Did you mean length?");
        assertThat(org.writes()).isEmpty();
    }

    @Test
    void aFieldIsReadAndDeletedByItsFullName() {
        org.on("DELETE {api}/tooling/sobjects/CustomField/" + FIELD, 204, "");

        assertThat(org.success(GET_FIELD, "{\"id\":\"Feature_Request__c.Status__c\"}")
                        .at("/Metadata/label")
                        .asText())
                .isEqualTo("Status");
        assertThat(org.success(DELETE_FIELD, "{\"id\":\"Feature_Request__c.Status__c\"}"))
                .hasToString("{\"id\":\"" + FIELD + "\",\"success\":true}");
        assertThat(org.writes())
                .containsExactly("DELETE /services/data/v62.0/tooling/sobjects/CustomField/" + FIELD + " ");
    }

    private static String field(String name, String metadata) {
        return "{\"object_name\":\"Feature_Request__c\",\"DeveloperName\":\"" + name + "\",\"Metadata\":" + metadata
                + "}";
    }

    private static String describe() {
        return Describes.object("Feature_Request__c", "Feature Request", "Status__c picklist values=New,Shipped")
                .toString();
    }
}
