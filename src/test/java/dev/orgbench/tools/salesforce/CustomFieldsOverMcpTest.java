package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Custom fields made, granted, read, changed and deleted over MCP on the demo org. */
class CustomFieldsOverMcpTest {
    private static final String LIST = "list_all_salesforce_custom_fields";
    private static final String GET = "get_single_salesforce_custom_field_by_id";
    private static final String CREATE = "create_a_salesforce_custom_field";
    private static final String UPDATE = "update_a_salesforce_custom_field_by_id";
    private static final String DELETE = "delete_a_salesforce_custom_field_by_id";
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void aFieldLivesItsWholeLife() throws Exception {
        JsonNode made = served.call(
                CREATE,
                Map.of(
                        "object_name", "contract",
                        "DeveloperName", "Renewal_Date__c",
                        "Metadata", Map.of("type", "Date", "label", "Renewal Date")));
        String id = made.path("id").asText();
        assertThat(made.path("name").asText()).isEqualTo("Renewal_Date__c");
        assertThat(made.path("granted")).hasToString("[\"System Administrator\"]");
        assertThat(described("Contract", "Renewal_Date__c").path("toolingId").asText())
                .isEqualTo(id);

        for (String name : List.of(id, id.substring(0, 15), "Contract.Renewal_Date__c", "contract.renewal_date__c")) {
            JsonNode read = served.call(GET, Map.of("id", name));
            assertThat(read.path("Id").asText()).isEqualTo(id);
            assertThat(read.at("/Metadata/type").asText()).isEqualTo("Date");
        }

        JsonNode changed = served.call(
                UPDATE, Map.of("id", "Contract.Renewal_Date__c", "Metadata", Map.of("inlineHelpText", "When 🙂")));
        assertThat(changed.at("/changed/inlineHelpText/to").asText()).isEqualTo("When 🙂");
        assertThat(described("Contract", "Renewal_Date__c")
                        .path("inlineHelpText")
                        .asText())
                .isEqualTo("When 🙂");

        served.call(DELETE, Map.of("id", id));
        assertThat(served.failure(GET, Map.of("id", "Contract.Renewal_Date__c")))
                .contains("no field Renewal_Date__c");
    }

    @Test
    void visibleToSaysWhoIsGrantedTheField() throws Exception {
        JsonNode two = create("Two_Profiles", List.of("System Administrator", "standard user"));
        JsonNode none = create("Nobody", List.of());

        assertThat(two.path("granted")).hasToString("[\"System Administrator\",\"standard user\"]");
        assertThat(grants("Two_Profiles__c")).containsExactlyInAnyOrder("System Administrator", "Standard User");
        assertThat(none.path("granted")).isEmpty();
        assertThat(grants("Nobody__c")).isEmpty();
        assertThat(served.refusal(CREATE, field("Unmade", List.of("System Admin"))))
                .contains("`visible_to`: The org has no profile System Admin. Did you mean System Administrator?")
                .contains("Minimum Access - Salesforce");
    }

    @Test
    void aGrantThatFailsIsToldAndTheFieldStands() throws Exception {
        served.trouble("answer: row-lock\npath: /services/data/*/sobjects/FieldPermissions\n");
        try {
            JsonNode made = create("Ungranted", List.of("System Administrator"));

            assertThat(made.path("success").asBoolean()).isTrue();
            assertThat(made.path("granted")).isEmpty();
            assertThat(made.at("/not_granted/0/profile").asText()).isEqualTo("System Administrator");
            assertThat(made.at("/not_granted/0/why").asText()).contains("unable to obtain exclusive access");
        } finally {
            served.calm();
        }
    }

    @Test
    void aFormulaIsGrantedToBeRead() throws Exception {
        JsonNode made = served.call(
                CREATE,
                Map.of(
                        "object_name",
                        "Account",
                        "DeveloperName",
                        "Twice",
                        "Metadata",
                        Map.of(
                                "type",
                                "Number",
                                "label",
                                "Twice",
                                "precision",
                                18,
                                "scale",
                                0,
                                "formula",
                                "NumberOfEmployees * 2")));

        assertThat(made.path("granted")).hasSize(1);
        assertThat(served.records("SELECT PermissionsEdit FROM FieldPermissions WHERE Field = 'Account.Twice__c'")
                        .at("/0/PermissionsEdit")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void helpTextOnAPicklistKeepsItsValues() throws Exception {
        JsonNode before = served.org("sobjects/Feature_Request__c/describe");

        served.call(
                UPDATE,
                Map.of("id", "Feature_Request__c.Status__c", "Metadata", Map.of("inlineHelpText", "Where it stands")));

        JsonNode status = described("Feature_Request__c", "Status__c");
        JsonNode former = StreamSupport.stream(before.path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals("Status__c"))
                .findFirst()
                .orElseThrow();
        assertThat(status.path("inlineHelpText").asText()).isEqualTo("Where it stands");
        assertThat(status.path("picklistValues")).hasSameSizeAs(former.path("picklistValues"));
    }

    @Test
    void fieldsAreListedAlsoThoseThatAreHidden() {
        create("Hidden", List.of());

        List<JsonNode> pages = served.pages(LIST, Map.of("object_name", "account", "limit", 1));
        JsonNode all = served.call(LIST, Map.of("object_name", "Account")).path("records");

        assertThat(pages).hasSize(all.size());
        assertThat(all.findValuesAsText("name")).contains("Hidden__c");
        assertThat(all)
                .allSatisfy(field -> assertThat(field.path("Id").asText()).startsWith("00N"));
    }

    @Test
    void badArgumentsAreNamedAndNothingIsSent() throws Exception {
        assertThat(served.refusal(LIST, Map.of())).contains("`object_name` is missing");
        assertThat(served.refusal(LIST, Map.of("object_name", "Acount"))).contains("Did you mean Account?");
        assertThat(served.refusal(CREATE, Map.of("object_name", "Account", "DeveloperName", "X", "Metadata", Map.of())))
                .contains("`Metadata.type` is missing", "`Metadata.label` is missing");
        assertThat(served.refusal(
                        CREATE,
                        Map.of(
                                "object_name",
                                "Account",
                                "DeveloperName",
                                "X",
                                "Metadata",
                                Map.of("type", "Text", "label", "X", "lenght", 5))))
                .contains("Did you mean length?");
        for (String tool : List.of(GET, DELETE)) {
            assertThat(served.refusal(tool, Map.of())).contains("`id` is missing");
            assertThat(served.refusal(tool, Map.of("id", "Status__c"))).contains("`id` cannot be \"Status__c\"");
            assertThat(served.refusal(tool, Map.of("id", "Account.Name"))).contains("Account.Name is a standard field");
            assertThat(served.refusal(tool, Map.of("id", "Feature_Request__c.Statuss__c")))
                    .contains("Did you mean Status__c?");
        }
        assertThat(served.refusal(
                        UPDATE, Map.of("id", "Feature_Request__c.Status__c", "Metadata", Map.of("helpText", "x"))))
                .contains("Did you mean inlineHelpText?");
        assertThat(served.refusal(UPDATE, Map.of("id", "00N000000000001AAA", "Metadata", Map.of("label", "x"))))
                .contains("no custom field with the Tooling API Id 00N000000000001AAA");
    }

    private static JsonNode create(String name, List<String> visibleTo) {
        return served.call(CREATE, field(name, visibleTo));
    }

    private static Map<String, Object> field(String name, List<String> visibleTo) {
        return Map.of(
                "object_name",
                "Account",
                "DeveloperName",
                name,
                "Metadata",
                Map.of("type", "Text", "label", name, "length", 20),
                "visible_to",
                visibleTo);
    }

    private static List<String> grants(String field) throws Exception {
        return served.records("SELECT Parent.Profile.Name FROM FieldPermissions WHERE Field = 'Account." + field + "'")
                .findValuesAsText("Name");
    }

    private static JsonNode described(String object, String field) {
        return served.call(DESCRIBE, Map.of("id", object, "fields", List.of(field)))
                .path("fields")
                .path(0);
    }
}
