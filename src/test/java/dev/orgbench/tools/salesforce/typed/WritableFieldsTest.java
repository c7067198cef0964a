package dev.orgbench.tools.salesforce.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.tools.TypedFields;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a field as describe tells it to the schema that a model sees. */
class WritableFieldsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode object = JSON.createObjectNode().put("name", "Thing__c");
    private final ArrayNode fields = object.putArray("fields");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type":"string","length":80                          | "type":"string","maxLength":80
            "type":"textarea","length":32768                     | "type":"string","maxLength":32768
            "type":"email","length":80                           | "type":"string","format":"email","maxLength":80
            "type":"url","length":255                            | "type":"string","format":"uri","maxLength":255
            "type":"phone","length":40                           | "type":"string","maxLength":40
            "type":"boolean"                                     | "type":"boolean"
            "type":"date"                                        | "type":"string","format":"date"
            "type":"datetime"                                    | "type":"string","format":"date-time"
            "type":"time"                                        | "type":"string","format":"time"
            "type":"int","digits":3                              | "type":"integer","minimum":-999,"maximum":999
            "type":"int","digits":10                             | "type":"integer","minimum":-2147483647,"maximum":2147483647
            "type":"double","precision":5,"scale":2              | "type":"number","minimum":-999.99,"maximum":999.99
            "type":"currency","precision":18,"scale":2           | "type":"number","minimum":-10000000000000000,"maximum":10000000000000000
            "type":"percent","precision":3,"scale":0             | "type":"integer","minimum":-999,"maximum":999
            "type":"double","precision":0                        | "type":"number"
            "type":"base64"                                      | "type":"string","contentEncoding":"base64"
            "type":"anyType"                                     | "type":"string"
            """)
    void aTypeBecomesASchema(String field, String schema) throws IOException {
        add("Some__c", field + ",\"label\":\"Some\"");
        String description = field.contains("percent") ? "Some. 50 stands for 50 %" : "Some";

        assertThat(created("Some__c").toString()).isEqualTo("{\"description\":\"" + description + "\"," + schema + "}");
    }

    @Test
    void aRestrictedPicklistIsAChoiceAndAnOpenOneGivesExamples() throws IOException {
        String values = "\"picklistValues\":[{\"active\":true,\"value\":\"New\"},{\"active\":false,\"value\":\"Old\"},"
                + "{\"active\":true,\"value\":\"Done 🎉\"}]";
        add("Open__c", "\"type\":\"picklist\"," + values);
        add("Closed__c", "\"type\":\"picklist\",\"restrictedPicklist\":true," + values);
        add("Many__c", "\"type\":\"multipicklist\",\"restrictedPicklist\":true," + values);
        add("Subject", "\"type\":\"combobox\",\"length\":255," + values);

        assertThat(created("Open__c").path("examples").toString()).isEqualTo("[\"New\",\"Done 🎉\"]");
        assertThat(created("Open__c").has("enum")).isFalse();
        assertThat(created("Closed__c").path("enum").toString()).isEqualTo("[\"New\",\"Done 🎉\"]");
        assertThat(created("Many__c").path("anyOf").toString())
                .isEqualTo("[{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"New\",\"Done 🎉\"]}},"
                        + "{\"type\":\"string\"}]");
        assertThat(created("Subject").path("examples")).hasSize(2);
        assertThat(created("Subject").path("maxLength").asInt()).isEqualTo(255);
    }

    @Test
    void aVeryLongPicklistIsToldBySomeOfItsValues() throws IOException {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            values.append(i == 0 ? "" : ",")
                    .append("{\"active\":true,\"value\":\"v")
                    .append(i)
                    .append("\"}");
        }
        add("Zone__c", "\"type\":\"picklist\",\"restrictedPicklist\":true,\"picklistValues\":[" + values + "]");

        JsonNode zone = created("Zone__c");
        assertThat(zone.has("enum")).isFalse();
        assertThat(zone.path("examples")).hasSize(5);
        assertThat(zone.path("description").asText()).contains("One of 1000 values");
    }

    @Test
    void aDescriptionHasTheLabelTheHelpAndWhatAReferencePointsTo() throws IOException {
        add(
                "Owner__c",
                "\"type\":\"reference\",\"label\":\"Owner 👑\",\"referenceTo\":[\"User\",\"Group\"],"
                        + "\"inlineHelpText\":\"Who looks\\n after  it\"");
        add(
                "What__c",
                "\"type\":\"reference\",\"label\":\"What\",\"referenceTo\":[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\"]");
        add(
                "City__c",
                "\"type\":\"picklist\",\"label\":\"City\",\"dependentPicklist\":true,\"controllerName\":\"Land__c\"");
        add("Bare__c", "\"type\":\"string\",\"inlineHelpText\":\"" + "x".repeat(5000) + "\"");

        assertThat(created("Owner__c").path("description").asText())
                .isEqualTo("Owner 👑. Who looks after it. Id of User, Group");
        assertThat(created("What__c").path("description").asText())
                .isEqualTo("What. Id of A, B, C, D, E or 2 more objects");
        assertThat(created("City__c").path("description").asText())
                .isEqualTo("City. Which values fit depends on Land__c");
        assertThat(created("Bare__c").path("description").asText())
                .startsWith("Bare__c. xxx")
                .hasSizeLessThan(300);
    }

    @Test
    void nullEmptiesAFieldOfARecordAndMeansNothingInANewOne() throws IOException {
        add("Free__c", "\"type\":\"string\",\"length\":9,\"nillable\":true,\"label\":\"Free\"");
        add("Fixed__c", "\"type\":\"string\",\"length\":9,\"nillable\":false,\"label\":\"Fixed\"");

        assertThat(changed("Free__c").toString())
                .isEqualTo(
                        "{\"description\":\"Free\",\"anyOf\":[{\"type\":\"string\",\"maxLength\":9},{\"type\":\"null\"}]}");
        assertThat(changed("Fixed__c").has("anyOf")).isFalse();
        assertThat(created("Free__c").has("anyOf")).isFalse();
    }

    @Test
    void onlyWhatTheUserMayWriteIsThereAndRequiredIsWhatMustBeGiven() throws IOException {
        add("Id", "\"type\":\"id\",\"createable\":false,\"updateable\":false");
        add("Sum__c", "\"type\":\"double\",\"calculated\":true");
        add("Place", "\"type\":\"address\"");
        add("Once__c", "\"type\":\"string\",\"updateable\":false,\"nillable\":true");
        add("Later__c", "\"type\":\"string\",\"createable\":false,\"nillable\":true");
        add("Must__c", "\"type\":\"string\",\"nillable\":false");
        add("Default__c", "\"type\":\"boolean\",\"nillable\":false,\"defaultedOnCreate\":true");

        TypedFields created = fields(WritableFields.OF_NEW);
        assertThat(created.properties()).containsOnlyKeys("Must__c", "Once__c", "Default__c");
        assertThat(created.required()).containsExactly("Must__c");
        TypedFields changed = fields(WritableFields.OF_CHANGED);
        assertThat(changed.properties()).containsOnlyKeys("Later__c", "Must__c", "Default__c");
        assertThat(changed.required()).isEmpty();
    }

    @Test
    void anObjectThatNobodyMayWriteHasNone() throws IOException {
        add("Name", "\"type\":\"string\"");
        object.put("createable", false);

        assertThat(WritableFields.OF_NEW.fields(ObjectDescribe.of(object))).isEmpty();
        assertThat(WritableFields.OF_CHANGED.fields(ObjectDescribe.of(object))).isPresent();
        fields.removeAll();
        assertThat(WritableFields.OF_CHANGED.fields(ObjectDescribe.of(object))).isEmpty();
    }

    @Test
    void eightHundredFieldsAreCutToWhatAModelCanRead() throws IOException {
        for (int i = 0; i < 800; i++) {
            add(
                    "Field_" + i + "__c",
                    "\"type\":\"string\",\"length\":255,\"label\":\"Field number " + i
                            + "\",\"nillable\":true,\"inlineHelpText\":\"What field " + i + " is good for\"");
        }
        add("Last__c", "\"type\":\"string\",\"nillable\":false");

        TypedFields created = fields(WritableFields.OF_NEW);

        assertThat(created.properties()).containsKey("Last__c");
        assertThat(created.required()).containsExactly("Last__c");
        assertThat(created.leftOut()).isPositive();
        assertThat(created.properties().size() + created.leftOut()).isEqualTo(801);
        assertThat(created.properties().toString()).hasSizeBetween(35_000, 45_000);
    }

    private void add(String name, String attributes) throws IOException {
        ObjectNode field = JSON.createObjectNode()
                .put("name", name)
                .put("createable", true)
                .put("updateable", true);
        field.setAll((ObjectNode) JSON.readTree("{" + attributes + "}"));
        fields.add(field);
    }

    private TypedFields fields(WritableFields which) {
        return which.fields(ObjectDescribe.of(object)).orElseThrow();
    }

    private JsonNode created(String field) {
        return Objects.requireNonNull(fields(WritableFields.OF_NEW).properties().get(field));
    }

    private JsonNode changed(String field) {
        return Objects.requireNonNull(
                fields(WritableFields.OF_CHANGED).properties().get(field));
    }
}
