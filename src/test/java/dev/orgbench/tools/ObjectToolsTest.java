package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectToolsTest {
    private static final String LIST = "list_all_salesforce_objects";
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
        org.object(
                "Account", "Account", "Id id readonly", "Name string required length=255", "OwnerId reference to=User");
        org.object(
                "Feature_Request__c",
                "Feature Request",
                "Id id readonly",
                "Status__c picklist values=New,Planned,In_Progress restricted",
                "Votes__c double");
        org.object("Acme_Invoice__c", "Acme Invoice", "Id id readonly");
        org.on(
                "GET {api}/tooling/query SELECT Id FROM CustomObject WHERE DeveloperName = 'Feature_Request' AND NamespacePrefix = null",
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"01I5e000000FeatEAE\"}]}");
        org.on(
                "GET {api}/tooling/query SELECT Id, DeveloperName, NamespacePrefix FROM CustomField WHERE TableEnumOrId = '01I5e000000FeatEAE'",
                "{\"totalSize\":2,\"done\":true,\"records\":[{\"Id\":\"00N5e0000StatusEAA\",\"DeveloperName\":\"Status\",\"NamespacePrefix\":null},"
                        + "{\"Id\":\"00N5e0000Votes1EAA\",\"DeveloperName\":\"Votes\",\"NamespacePrefix\":null}]}");
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void objectsAreFoundByTheWordsOfAPerson() {
        assertThat(names("{\"search\":\"feature REQUEST\"}")).isEqualTo("[\"Feature_Request__c\"]");
        assertThat(names("{\"search\":\"Invoices\"}")).isEqualTo("[\"Acme_Invoice__c\"]");
        assertThat(names("{\"search\":\"billing invoice\"}")).isEqualTo("[\"Acme_Invoice__c\"]");
        assertThat(names("{\"search\":\"zebra\"}")).isEqualTo("[]");
        assertThat(names("{\"custom_only\":true}")).isEqualTo("[\"Feature_Request__c\",\"Acme_Invoice__c\"]");
        assertThat(names("{\"queryable_only\":true}")).contains("Account");
    }

    @Test
    void theListOfObjectsHasPagesToo() {
        ObjectNode first = org.success(LIST, "{\"limit\":2}");
        assertThat(first.path("sobjects")).hasSize(2);
        assertThat(first.path("totalSize").asInt()).isEqualTo(3);
        assertThat(first.path("done").asBoolean()).isFalse();

        ObjectNode second = org.success(
                LIST,
                "{\"limit\":2,\"next_cursor\":\"" + first.path("next_cursor").asText() + "\"}");
        assertThat(second.path("sobjects").path(0).path("name").asText()).isEqualTo("Acme_Invoice__c");
        assertThat(second.has("next_cursor")).isFalse();
    }

    @Test
    void aCompactDescribeSaysWhatAWriterNeeds() {
        ObjectNode account = org.success(DESCRIBE, "{\"id\":\"Account\"}");
        assertThat(account.path("fields").path(1))
                .hasToString(
                        "{\"name\":\"Name\",\"label\":\"Name\",\"type\":\"string\",\"required\":true,\"createable\":true,\"updateable\":true,\"length\":255}");
        assertThat(account.path("fields").path(2).path("referenceTo")).hasToString("[\"User\"]");

        ObjectNode request = org.success(DESCRIBE, "{\"id\":\"Feature_Request__c\",\"fields\":[\"status__c\"]}");
        assertThat(request.path("fields")).hasSize(1);
        assertThat(request.path("fields").path(0).path("picklistValues"))
                .hasToString("[\"New\",\"Planned\",\"In Progress\"]");
        assertThat(request.path("fields").path(0).path("restrictedPicklist").asBoolean())
                .isTrue();
        assertThat(request.path("fields").path(0).path("toolingId").asText()).isEqualTo("00N5e0000StatusEAA");
    }

    @Test
    void aFullDescribeIsSalesforcesOwnWithTheToolingIdsBeside() {
        JsonNode field = org.success(DESCRIBE, "{\"id\":\"Feature_Request__c\",\"detail\":\"full\"}")
                .path("fields")
                .path(1);

        assertThat(field.path("picklistValues").path(0).path("value").asText()).isEqualTo("New");
        assertThat(field.has("defaultedOnCreate")).isTrue();
        assertThat(field.path("toolingId").asText()).isEqualTo("00N5e0000StatusEAA");
    }

    @Test
    void aRepeatedDescribeCostsOneConditionalRequest() {
        org.success(DESCRIBE, "{\"id\":\"Feature_Request__c\"}");
        int before = org.requests.size();

        org.success(DESCRIBE, "{\"id\":\"Feature_Request__c\"}");

        assertThat(org.requests).hasSize(before + 1);
        assertThat(org.requests.getLast().getHeaders().get("If-None-Match")).isNotNull();
    }

    @Test
    void anUnknownObjectOrFieldIsAnsweredWithOnesThatExist() {
        assertThat(org.failure(DESCRIBE, "{\"id\":\"Acount\"}").text())
                .contains("NOT_FOUND: The requested resource does not exist")
                .contains("The org has no object Acount. Did you mean Account?");
        assertThat(org.failure(DESCRIBE, "{\"id\":\"Feature Request\"}").text())
                .contains("Did you mean Feature_Request__c?");
        assertThat(org.failure(DESCRIBE, "{\"id\":\"Account\",\"fields\":[\"Nmae\"]}")
                        .text())
                .contains("Account has no field Nmae. Did you mean Name?");
    }

    @Test
    void anAnswerThatDoesNotFitIsRefusedWithAWayOut() throws IOException {
        try (FakeOrg tight = new FakeOrg(200)) {
            tight.object("Account", "Account", "Id id readonly", "Name string", "Site string", "Phone phone");

            ToolAnswer.Failure failure = tight.failure(DESCRIBE, "{\"id\":\"Account\"}");

            assertThat(failure.code()).isEqualTo("RESULT_TOO_LARGE");
            assertThat(failure.text()).contains("this server allows 200").contains("name the fields");
        }
    }

    private String names(String arguments) {
        ObjectNode content = org.success(LIST, arguments);
        return content.path("sobjects").findValuesAsText("name").stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
