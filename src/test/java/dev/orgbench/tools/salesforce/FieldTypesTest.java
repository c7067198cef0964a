package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.OfficialClient;
import dev.orgbench.ServedDemoOrg;
import dev.orgbench.gateway.McpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The types of custom fields, over MCP and beside what the demo org itself says. */
class FieldTypesTest {
    private static final String CREATE = "create_a_salesforce_custom_field";
    private static final String UPDATE = "update_a_salesforce_custom_field_by_id";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @Test
    void theSchemaNamesTheTypesThatAreKnown() {
        try (OfficialClient client = served.client(McpServer.Config.EVERYTHING)) {
            JsonNode types = client.inputSchema(CREATE).at("/properties/Metadata/properties/type/enum");

            assertThat(StreamSupport.stream(types.spliterator(), false).map(JsonNode::asText))
                    .containsExactlyInAnyOrderElementsOf(FieldTypes.NEEDS.keySet());
        }
    }

    /** Refused is only what the org refuses too, for the same key. */
    @ParameterizedTest
    @MethodSource("typesWithNeeds")
    void whatATypeNeedsIsNamed(String type) throws Exception {
        for (String key : FieldTypes.NEEDS.getOrDefault(type, Map.of()).keySet()) {
            Map<String, Object> metadata = metadata(type);
            metadata.remove(key);

            assertThat(refusal(metadata))
                    .contains("The argument `Metadata." + key + "` is missing: a field of type " + type
                            + " needs it, as ");
            assertThatThrownBy(() -> served.post("tooling/sobjects/CustomField", body(metadata)))
                    .hasMessageContaining("Must specify '" + key + "' for a CustomField of type " + type);
        }
    }

    static List<String> typesWithNeeds() {
        return FieldTypes.NEEDS.keySet().stream()
                .filter(type -> !FieldTypes.NEEDS.getOrDefault(type, Map.of()).isEmpty())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("typesWithNeeds")
    void theExamplesThatAreToldWork(String type) {
        Map<String, Object> metadata = metadata(type);
        // The demo org asks for it where Salesforce need not.
        metadata.put("relationshipName", type + "s");
        if (!type.equals("Lookup")) {
            metadata.remove("relationshipName");
        }
        // Accounts are nobody's details.
        if (!type.equals("MasterDetail")) {
            assertThat(served.call(CREATE, arguments(metadata)).path("success").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void allThatIsMissingIsToldAtOnce() throws Exception {
        assertThat(refusal(Map.of("type", "Html", "label", "X")))
                .contains("`Metadata.length` is missing", "`Metadata.visibleLines` is missing");
        assertThat(refusal(Map.of("type", "AutoNumber", "label", "X", "displayFormat", " ")))
                .contains("`Metadata.displayFormat` is missing: a field of type AutoNumber needs it, as A-{0000}.");
    }

    @Test
    void aFormulaNeedsLess() {
        assertThat(served.call(
                                CREATE,
                                Map.of(
                                        "object_name",
                                        "Account",
                                        "DeveloperName",
                                        "Formula",
                                        "Metadata",
                                        Map.of("type", "Text", "label", "Formula", "formula", "Name")))
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Txt, Text", "text, Text", "Numbr, Number", "MultiSelectPicklist, MultiselectPicklist"})
    void aTypeThatIsNoneIsNotSent(String type, String meant) throws Exception {
        assertThat(refusal(Map.of("type", type, "label", "X")))
                .contains(
                        "`Metadata.type` cannot be \"" + type + "\".",
                        "Did you mean " + meant,
                        "Valid: Address, AutoNumber, ");
        assertThat(served.refusal(
                        UPDATE, Map.of("id", "Feature_Request__c.Status__c", "Metadata", Map.of("type", type))))
                .contains(
                        "`Metadata.type` cannot be \"" + type + "\".",
                        "Did you mean " + meant,
                        "Valid: Address, AutoNumber, ");
    }

    private static Map<String, Object> metadata(String type) {
        Map<String, Object> metadata = new HashMap<>(Map.of("type", type, "label", type));
        FieldTypes.NEEDS.getOrDefault(type, Map.of()).forEach((key, example) -> metadata.put(key, value(example)));
        return metadata;
    }

    private static Object value(String example) {
        try {
            return JSON.readValue(example, Object.class);
        } catch (JsonProcessingException text) {
            return example;
        }
    }

    private static Map<String, Object> arguments(Map<String, Object> metadata) {
        return Map.of("object_name", "Account", "DeveloperName", "A_" + metadata.get("type"), "Metadata", metadata);
    }

    private static String body(Map<String, Object> metadata) throws Exception {
        return JSON.writeValueAsString(
                Map.of("FullName", "Account.B_" + metadata.get("type") + "__c", "Metadata", metadata));
    }

    private static String refusal(Map<String, Object> metadata) throws Exception {
        return served.refusal(CREATE, arguments(metadata));
    }
}
