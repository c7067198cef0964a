package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.DemoOrg;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools on the demo org, over HTTP, signed in by client credentials. */
class DemoOrgToolsTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";
    private static final String CREATE = "create_a_salesforce_record";
    private static final String LIST_FIELDS = "list_all_salesforce_custom_fields";

    private static DemoOrg demo;
    private static OrgConnection org;
    private static ToolCatalogue catalogue;
    private static final List<Exchange> EXCHANGES = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, Clock.systemUTC());
        SignIn signIn = new SignIn.ClientCredentials(demo.clientId(), demo.clientSecret());
        org = new OrgConnection("Demo org", demo.uri(), "62.0", signIn, new OkHttpClient(), Clock.systemUTC());
        catalogue = FakeOrg.bundledCatalogue();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void aNameOfAnyLengthIsRefusedInWords() {
        String name = "a".repeat(20_000) + "-";
        assertThat(failure(
                                "create_a_salesforce_custom_field",
                                "{\"object_name\":\"Account\",\"DeveloperName\":\"" + name
                                        + "\",\"Metadata\":{\"type\":\"Date\",\"label\":\"X\"}}")
                        .text())
                .contains("DeveloperName");
        assertThat(failure(
                                "create_a_salesforce_custom_field",
                                "{\"object_name\":\"Account\",\"DeveloperName\":\"A__B\",\"Metadata\":{\"type\":\"Date\",\"label\":\"X\"}}")
                        .text())
                .contains("single underscores");
    }

    @Test
    void aNewFieldShowsInTheNextDescribe() throws Exception {
        success(DESCRIBE, "{\"id\":\"Acme_Invoice__c\"}");
        Salesforce salesforce = org.as(EXCHANGES::add);

        salesforce.toolingCreate(
                "CustomField",
                FakeOrg.json(
                        "{\"FullName\":\"Acme_Invoice__c.Paid_By__c\",\"Metadata\":{\"type\":\"Text\",\"label\":\"Paid By\",\"length\":50}}"));

        JsonNode field = field(success(DESCRIBE, "{\"id\":\"Acme_Invoice__c\"}"), "Paid_By__c");
        assertThat(field.path("toolingId").asText()).startsWith("00N");
        assertThat(success(LIST_FIELDS, "{\"object_name\":\"Acme_Invoice__c\"}")
                        .path("records")
                        .findValuesAsText("name"))
                .contains("Paid_By__c", "Amount__c");
    }

    @Test
    void aVeryLongPicklistIsCutUnlessItsFieldIsAskedFor() {
        JsonNode cut = field(success(DESCRIBE, "{\"id\":\"Task\"}"), "RecurrenceTimeZoneSidKey");
        JsonNode whole = field(
                success(DESCRIBE, "{\"id\":\"Task\",\"fields\":[\"RecurrenceTimeZoneSidKey\"]}"),
                "RecurrenceTimeZoneSidKey");

        assertThat(cut.path("picklistValues")).hasSize(50);
        assertThat(whole.path("picklistValues"))
                .hasSize(50 + cut.path("morePicklistValues").asInt());
        assertThat(whole.has("morePicklistValues")).isFalse();
    }

    @Test
    void requiredFieldsAreThoseThatSalesforceRequires() {
        assertThat(failure(CREATE, "{\"object_name\":\"Contact\",\"fields\":{}}")
                        .text())
                .contains("a new Contact needs also LastName (string).");
        assertThat(failure(CREATE, "{\"object_name\":\"Opportunity\",\"fields\":{}}")
                        .text())
                .contains("needs also Name (string), StageName (picklist), CloseDate (date).");
        assertThat(failure(CREATE, "{\"object_name\":\"Lead\",\"fields\":{}}").text())
                .contains("needs also LastName (string), Company (string).");
        success(CREATE, "{\"object_name\":\"Task\",\"fields\":{}}");
        success(CREATE, "{\"object_name\":\"Account\",\"Name\":\"Alpha\"}");
    }

    @Test
    void limitsAndExchangesComeWithEveryCallAndNoSecretIsInThem() {
        ToolAnswer first = call(QUERY, "{\"q\":\"SELECT COUNT() FROM Account\"}");
        ToolAnswer second = call(QUERY, "{\"q\":\"SELECT COUNT() FROM Account\"}");

        assertThat(Objects.requireNonNull(second.usage()).used())
                .isGreaterThan(Objects.requireNonNull(first.usage()).used());
        assertThat(EXCHANGES).isNotEmpty();
        assertThat(EXCHANGES.toString())
                .doesNotContain(demo.clientSecret())
                .doesNotContain(demo.accessToken().substring(demo.accessToken().indexOf('!') + 1));
    }

    private static ToolAnswer call(String name, String arguments) {
        Tool tool = catalogue.find(org, Terms.ALL, name).orElseThrow();
        ToolAnswer answer = catalogue.call(tool, FakeOrg.json(arguments), org, Terms.ALL, Work.of(EXCHANGES::add));
        if (answer instanceof ToolAnswer.Success success) {
            assertThat(SchemaCheck.of(tool.outputSchema()).faults(success.content()))
                    .isEmpty();
        }
        return answer;
    }

    private static ObjectNode success(String name, String arguments) {
        ToolAnswer answer = call(name, arguments);
        assertThat(answer).isInstanceOf(ToolAnswer.Success.class);
        return ((ToolAnswer.Success) answer).content();
    }

    private static ToolAnswer.Failure failure(String name, String arguments) {
        ToolAnswer answer = call(name, arguments);
        assertThat(answer).isInstanceOf(ToolAnswer.Failure.class);
        return (ToolAnswer.Failure) answer;
    }

    private static JsonNode field(ObjectNode describe, String name) {
        for (JsonNode field : describe.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }
}
