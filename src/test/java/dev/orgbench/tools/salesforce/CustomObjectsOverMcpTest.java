package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom objects made, read, changed and deleted over MCP on the demo org. */
class CustomObjectsOverMcpTest {
    private static final String LIST = "list_all_salesforce_custom_objects";
    private static final String GET = "get_single_salesforce_custom_object_by_id";
    private static final String CREATE = "create_a_salesforce_custom_object";
    private static final String UPDATE = "update_a_salesforce_custom_object_by_id";
    private static final String DELETE = "delete_a_salesforce_custom_object_by_id";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void anObjectLivesItsWholeLife() throws Exception {
        JsonNode made = served.call(CREATE, Map.of("DeveloperName", "Project", "Metadata", metadata("Project")));
        String id = made.path("id").asText();
        assertThat(id).startsWith("01I");
        assertThat(made.path("object_name").asText()).isEqualTo("Project__c");
        assertThat(made.at("/defaulted/nameField/label").asText()).isEqualTo("Project Name");
        assertThat(served.org("sobjects/Project__c/describe").path("label").asText())
                .isEqualTo("Project");

        JsonNode listed = served.call(LIST, Map.of()).path("records");
        assertThat(listed.findValuesAsText("name")).contains("Project__c", "Feature_Request__c");

        JsonNode changed = served.call(
                UPDATE, Map.of("id", id.substring(0, 15), "Metadata", Map.of("description", "What we build 🙂")));
        assertThat(changed.at("/changed/description/to").asText()).isEqualTo("What we build 🙂");
        assertThat(changed.path("changed")).hasSize(1);

        for (String name : List.of(id, id.substring(0, 15), "Project__c", "project__c")) {
            JsonNode read = served.call(GET, Map.of("id", name));
            assertThat(read.path("Id").asText()).isEqualTo(id);
            assertThat(read.at("/Metadata/description").asText()).isEqualTo("What we build 🙂");
            assertThat(read.at("/Metadata/pluralLabel").asText()).isEqualTo("Projects");
        }

        assertThat(served.call(DELETE, Map.of("id", "Project__c"))
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(served.failure(GET, Map.of("id", "Project__c"))).contains("The org has no object Project__c");
        assertThat(served.call(LIST, Map.of()).path("records").findValuesAsText("name"))
                .doesNotContain("Project__c");
    }

    @Test
    void anAutoNumberNameKeepsItsFormat() {
        Map<String, Object> metadata = metadata("Ticket");
        metadata.put("nameField", Map.of("type", "AutoNumber", "label", "No", "displayFormat", "T-{0000}"));

        served.call(CREATE, Map.of("DeveloperName", "Ticket__c", "Metadata", metadata));

        assertThat(served.call(GET, Map.of("id", "Ticket__c"))
                        .at("/Metadata/nameField/displayFormat")
                        .asText())
                .isEqualTo("T-{0000}");
    }

    @Test
    void theListHasPages() {
        List<JsonNode> pages = served.pages(LIST, Map.of("limit", 1));

        assertThat(pages).hasSize(pages.getFirst().path("totalSize").asInt()).hasSizeGreaterThan(1);
        assertThat(pages.stream().map(page -> page.at("/records/0/Id").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"label", "pluralLabel", "deploymentStatus", "sharingModel"})
    void aMissingKeyOfMetadataIsNamed(String key) throws Exception {
        Map<String, Object> metadata = metadata("Thing");
        metadata.remove(key);

        assertThat(served.refusal(CREATE, Map.of("DeveloperName", "Thing", "Metadata", metadata)))
                .contains("The argument `Metadata." + key + "` is missing");
    }

    @Test
    void badArgumentsAreNamedAndNothingIsSent() throws Exception {
        assertThat(served.refusal(CREATE, Map.of())).contains("`DeveloperName` is missing", "`Metadata` is missing");
        assertThat(served.refusal(CREATE, Map.of("DeveloperName", "My Thing", "Metadata", metadata("Thing"))))
                .contains("For example My_Thing.");
        Map<String, Object> odd = metadata("Thing");
        odd.put("sharingModel", "Privat");
        assertThat(served.refusal(CREATE, Map.of("DeveloperName", "Thing", "Metadata", odd)))
                .contains("Did you mean Private?");
        odd.put("sharingModel", "Private");
        odd.put("nameField", Map.of("type", "AutoNumber", "label", "No"));
        assertThat(served.refusal(CREATE, Map.of("DeveloperName", "Thing", "Metadata", odd)))
                .contains("`Metadata.nameField.displayFormat` is missing");
        for (String tool : List.of(GET, DELETE)) {
            assertThat(served.refusal(tool, Map.of())).contains("`id` is missing");
            assertThat(served.refusal(tool, Map.of("id", "Account"))).contains("Account is not a custom object");
            assertThat(served.refusal(tool, Map.of("id", "Feature_Request")))
                    .contains("Did you mean Feature_Request__c?");
        }
        assertThat(served.refusal(UPDATE, Map.of("id", "Account", "Metadata", Map.of("label", "x"))))
                .contains("Account is not a custom object");
        assertThat(served.refusal(UPDATE, Map.of("id", "Feature_Request__c", "Metadata", Map.of())))
                .contains("`Metadata` is empty");
        assertThat(served.refusal(UPDATE, Map.of("id", "01I000000000001AAA", "Metadata", Map.of("label", "x"))))
                .contains("no custom object with the Tooling API Id 01I000000000001AAA");
    }

    @Test
    void aNameThatIsTakenIsAnsweredWithSalesforcesWords() {
        assertThat(served.failure(
                        CREATE, Map.of("DeveloperName", "Feature_Request", "Metadata", metadata("Feature Request"))))
                .contains("Feature_Request", "Try: ");
    }

    private static Map<String, Object> metadata(String label) {
        return new HashMap<>(Map.of(
                "label",
                label,
                "pluralLabel",
                label + "s",
                "deploymentStatus",
                "Deployed",
                "sharingModel",
                "ReadWrite"));
    }
}
