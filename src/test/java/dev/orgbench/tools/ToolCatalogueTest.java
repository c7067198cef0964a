package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolCatalogueTest {
    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void everyToolIsDocumentedAndItsExamplesAreValid() {
        for (Tool tool : org.catalogue().resolve(org.connection(), Terms.ALL)) {
            assertThat(tool.name()).matches("[a-z0-9_]{1,64}");
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).hasSizeBetween(80, 700);
            assertThat(tool.openWorld()).isFalse();
            assertThat(tool.inputSchema().path("type").asText()).isEqualTo("object");
            assertThat(tool.outputSchema().path("type").asText()).isEqualTo("object");
            tool.inputSchema().path("properties").forEach(argument -> assertThat(
                            argument.path("description").asText())
                    .isNotBlank());
            assertThat(tool.inputSchema().path("examples")).isNotEmpty();
            tool.inputSchema().path("examples").forEach(example -> assertThat(
                            SchemaCheck.of(tool.inputSchema()).faults(example))
                    .isEmpty());
        }
    }

    /** Gemini and others know one type only; the Inspector warns of lists of types. */
    @Test
    void noSchemaGivesAListOfTypes() {
        for (Tool tool : org.catalogue().resolve(org.connection(), Terms.ALL)) {
            assertThat(tool.inputSchema().findValues("type")).noneMatch(JsonNode::isArray);
            assertThat(tool.outputSchema().findValues("type")).noneMatch(JsonNode::isArray);
        }
    }

    @Test
    void listToolsTakeALimitAndACursorAndReadToolsOnlyRead() {
        for (Tool tool : org.catalogue().resolve(org.connection(), Terms.ALL)) {
            ObjectNode arguments = (ObjectNode) tool.inputSchema().path("properties");
            assertThat(arguments.has("limit")).isEqualTo(tool.method() == Method.LIST);
            assertThat(arguments.has("next_cursor")).isEqualTo(tool.method() == Method.LIST);
            assertThat(tool.readOnly()).isEqualTo(tool.method() == Method.LIST || tool.method() == Method.GET);
            boolean overwrites = Set.of(Method.UPDATE, Method.DELETE).contains(tool.method())
                    || tool.name().startsWith("upsert");
            assertThat(tool.destructive()).as(tool.name()).isEqualTo(overwrites);
            assertThat(tool.idempotent()).as(tool.name()).isEqualTo(overwrites || tool.readOnly());
        }
    }

    @Test
    void aScopeAllowsByMethodAndTag() {
        Scope read = new Scope(Set.of(Method.GET, Method.LIST), Set.of());
        Scope metadata = new Scope(Set.of(), Set.of("metadata"));
        Scope both = new Scope(Set.of(Method.CREATE), Set.of("metadata"));

        assertThat(names(read)).allMatch(name -> name.startsWith("list_") || name.startsWith("get_"));
        assertThat(names(metadata)).contains("list_all_salesforce_objects").doesNotContain("list_all_salesforce_query");
        assertThat(names(both))
                .containsExactly("create_a_salesforce_custom_object", "create_a_salesforce_custom_field");
        assertThat(org.catalogue().find(org.connection(), Terms.of(read), "create_a_salesforce_record"))
                .isEmpty();
        assertThat(org.catalogue().find(org.connection(), Terms.ALL, "create_a_salesforce_record"))
                .isPresent();
    }

    @Test
    void makingToolsAsksTheOrgNothing() {
        names(Scope.ALL);

        assertThat(org.requests).isEmpty();
    }

    @Test
    void aFaultInTheArgumentsIsToldByNameAndNothingIsSent() {
        assertThat(org.failure("list_all_salesforce_query", "{}").text())
                .contains("`q` is missing")
                .contains("SOQL");
        assertThat(org.failure("list_all_salesforce_query", "{\"q\":\"SELECT Id FROM Account\",\"limt\":5}")
                        .text())
                .contains("no argument `limt`")
                .contains("Did you mean limit?");
        assertThat(org.failure("list_all_salesforce_query", "{\"q\":7,\"limit\":2001}")
                        .text())
                .contains("`q` must be of type string, not number 7")
                .contains("`limit` is 2001; it must be at most 2000");
        assertThat(org.failure(
                                "get_single_salesforce_object_describe_by_id",
                                "{\"id\":\"Account\",\"detail\":\"fulll\"}")
                        .text())
                .contains("`detail` cannot be \"fulll\". Did you mean full? Valid: compact, full.");
        assertThat(org.failure("get_single_salesforce_record_by_id", "{\"object_name\":\"Account\",\"id\":\"../x\"}")
                        .text())
                .contains("`id` cannot be \"../x\"");
        assertThat(org.failure(
                                "create_a_salesforce_custom_object",
                                "{\"DeveloperName\":\"X\",\"Metadata\":{\"label\":\"X\",\"deploymentStatus\":\"Live\"}}")
                        .text())
                .contains("`Metadata.pluralLabel` is missing")
                .contains("`Metadata.sharingModel` is missing")
                .contains("ReadWrite")
                .contains("`Metadata.deploymentStatus` cannot be \"Live\"");
        assertThat(org.failure("list_all_salesforce_query", "{}").code()).isEqualTo("INVALID_ARGUMENT");
        assertThat(org.requests).isEmpty();
    }

    @Test
    void limitsComeWithSuccessAndWithFailure() {
        org.on("GET {api}/query SELECT Id FROM Account", "{\"totalSize\":0,\"done\":true,\"records\":[]}");
        assertThat(org.failure("list_all_salesforce_query", "{}").usage()).isNull();

        ToolAnswer success = org.call("list_all_salesforce_query", "{\"q\":\"SELECT Id FROM Account\"}");

        assertThat(success.usage()).isNotNull().satisfies(usage -> {
            assertThat(usage.used()).isEqualTo(18);
            assertThat(usage.limit()).isEqualTo(15000);
        });
        assertThat(org.failure("list_all_salesforce_query", "{}").usage()).isNotNull();
    }

    private List<String> names(Scope scope) {
        return org.catalogue().resolve(org.connection(), Terms.of(scope)).stream()
                .map(Tool::name)
                .toList();
    }
}
