package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ServedDemoOrg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects listed and described over MCP on the demo org. */
class ObjectsOverMcpTest {
    private static final String OBJECTS = "list_all_salesforce_objects";
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void objectsAreFoundByWordsAndKind() throws Exception {
        JsonNode all = served.call(OBJECTS, Map.of("limit", 2_000));

        assertThat(names(all))
                .containsExactlyInAnyOrderElementsOf(
                        served.org("sobjects").path("sobjects").findValuesAsText("name"));
        assertThat(names(served.call(OBJECTS, Map.of("search", "INVOICE")))).containsExactly("Acme_Invoice__c");
        assertThat(names(served.call(OBJECTS, Map.of("custom_only", true))))
                .containsExactlyInAnyOrder("Feature_Request__c", "Acme_Invoice__c");
        assertThat(names(served.call(OBJECTS, Map.of("search", "opportunity", "custom_only", true))))
                .isEmpty();
        assertThat(served.call(OBJECTS, Map.of("queryable_only", true)).path("sobjects"))
                .isNotEmpty()
                .allMatch(object -> object.path("queryable").asBoolean());
    }

    @Test
    void theListHasPages() {
        List<JsonNode> pages = served.pages(OBJECTS, Map.of("limit", 20));

        int total = pages.getFirst().path("totalSize").asInt();
        assertThat(pages).hasSize((total + 19) / 20);
        assertThat(pages.stream().flatMap(page -> names(page).stream()))
                .hasSize(total)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Opportunity"})
    void anObjectIsDescribedInATenthOfTheRoom(String object) throws Exception {
        String compact = served.call(DESCRIBE, Map.of("id", object)).toString();
        String full = served.org("sobjects/" + object + "/describe").toString();

        assertThat(compact.length()).isLessThan(full.length() / 10);
    }

    /** What a model does: it makes a record and a query of what compact describe tells, and of nothing else. */
    @Test
    void whatIsLeftSufficesToCreateARecordAndToWriteAQuery() {
        JsonNode describe = served.call(DESCRIBE, Map.of("id", "Account"));
        List<String> objects = names(served.call(OBJECTS, Map.of("queryable_only", true)));
        Map<String, Object> fields = new HashMap<>();
        List<String> selected = new ArrayList<>();
        for (JsonNode field : describe.path("fields")) {
            String name = field.path("name").asText();
            selected.add(name);
            if (field.path("createable").asBoolean()) {
                switch (field.path("type").asText()) {
                    case "picklist" ->
                        fields.put(name, field.path("picklistValues").path(0).asText());
                    case "string" ->
                        fields.put(
                                name,
                                "x".repeat(Math.min(20, field.path("length").asInt())));
                    case "currency", "int" -> fields.put(name, 7);
                    default -> {
                        assertThat(field.path("required").asBoolean()).as(name).isFalse();
                    }
                }
            }
            if (objects.contains(field.path("referenceTo").path(0).asText())) {
                selected.add(field.path("relationshipName").asText() + ".Id");
            }
        }

        String id = served.call(
                        "create_a_salesforce_record",
                        Map.of("object_name", describe.path("name").asText(), "fields", fields))
                .path("id")
                .asText();
        JsonNode found = served.call(
                "list_all_salesforce_query",
                Map.of("q", "SELECT " + String.join(", ", selected) + " FROM Account WHERE Id = '" + id + "'"));

        assertThat(fields).hasSizeGreaterThan(10);
        assertThat(found.at("/records/0/Name")).hasToString("\"" + fields.get("Name") + "\"");
    }

    @Test
    void detailAndFieldsSayHowMuchIsTold() throws Exception {
        JsonNode status = served.call(DESCRIBE, Map.of("id", "feature_request__c", "fields", List.of("status__c")))
                .path("fields");
        JsonNode full = served.call(
                        DESCRIBE,
                        Map.of("id", "Feature_Request__c", "detail", "full", "fields", List.of("Status__c", "Name")))
                .path("fields");

        assertThat(status).hasSize(1);
        assertThat(status.at("/0/picklistValues").isArray()).isTrue();
        assertThat(status.at("/0/toolingId").asText()).matches("00N[A-Za-z0-9]{15}");
        assertThat(full).hasSize(2);
        // Salesforce's 57 attributes, and the Tooling API's id beside those of a custom field.
        assertThat(full.path(0)).hasSize(58);
        assertThat(full.path(1)).hasSize(57);
        assertThat(served.call(DESCRIBE, Map.of("id", "Account", "detail", "full"))
                        .has("childRelationships"))
                .isTrue();
    }

    @Test
    void everyCustomFieldCarriesTheIdThatItsUpdateTakes() {
        JsonNode fields = served.call(DESCRIBE, Map.of("id", "Acme_Invoice__c")).path("fields");

        assertThat(StreamSupport.stream(fields.spliterator(), false)
                        .filter(field -> field.path("name").asText().endsWith("__c")))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(served.call(
                                        "get_single_salesforce_custom_field_by_id",
                                        Map.of("id", field.path("toolingId").asText()))
                                .path("FullName")
                                .asText())
                        .isEqualTo("Acme_Invoice__c." + field.path("name").asText()));
    }

    @Test
    void mistakesAreAnsweredWithWhatExists() throws Exception {
        List<String> before = served.requests();
        assertThat(served.failure(DESCRIBE, Map.of())).contains("`id` is missing");
        assertThat(served.failure(DESCRIBE, Map.of("id", "Account", "detail", "short")))
                .contains("Valid: compact, full");
        assertThat(served.failure(DESCRIBE, Map.of("id", "Account", "fields", List.of())))
                .contains("`fields` is empty");
        assertThat(served.failure(DESCRIBE, Map.of("id", ".."))).contains("`id` cannot be \"..\"");
        assertThat(served.failure(OBJECTS, Map.of("custom_only", "yes")))
                .contains("`custom_only` must be of type boolean");
        assertThat(served.failure(OBJECTS, Map.of("next_cursor", "abc"))).contains("`next_cursor`");
        assertThat(served.requests()).isEqualTo(before);

        assertThat(served.failure(DESCRIBE, Map.of("id", "Invoice__c")))
                .contains("NOT_FOUND", "Did you mean Acme_Invoice__c?");
        assertThat(served.failure(DESCRIBE, Map.of("id", "Account", "fields", List.of("Industri"))))
                .contains("Did you mean Industry?");
        assertThat(served.failure(DESCRIBE, Map.of("id", "../../limits"))).contains("NOT_FOUND");
    }

    private static List<String> names(JsonNode answer) {
        return answer.path("sobjects").findValuesAsText("name");
    }
}
