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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools on the demo org, over HTTP, signed in by client credentials. */
class DemoOrgToolsTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String OBJECTS = "list_all_salesforce_objects";
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";
    private static final String CREATE = "create_a_salesforce_record";
    private static final String GET = "get_single_salesforce_record_by_id";
    private static final String CREATE_OBJECT = "create_a_salesforce_custom_object";
    private static final String LIST_FIELDS = "list_all_salesforce_custom_fields";
    private static final String UPDATE_FIELD = "update_a_salesforce_custom_field_by_id";

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
    void theExampleOfReadingARecordReadsOneOfTheDemoOrg() {
        JsonNode example =
                catalogue.find(org, Terms.ALL, GET).orElseThrow().inputSchema().at("/examples/0");

        assertThat(success(GET, example.toString()).path("Name").asText()).isNotEmpty();
    }

    @Test
    void anAdministratorFindsAPicklistAndExplainsANewOptionInItsHelpText() {
        JsonNode found = success(OBJECTS, "{\"search\":\"feature request\"}").path("sobjects");
        assertThat(found.findValuesAsText("name")).contains("Feature_Request__c");

        JsonNode status = field(success(DESCRIBE, "{\"id\":\"Feature_Request__c\"}"), "Status__c");
        assertThat(status.path("type").asText()).isEqualTo("picklist");
        assertThat(status.path("picklistValues")).isNotEmpty();
        String toolingId = status.path("toolingId").asText();
        assertThat(toolingId).startsWith("00N");

        ObjectNode updated = success(
                UPDATE_FIELD,
                "{\"id\":\"" + toolingId
                        + "\",\"Metadata\":{\"inlineHelpText\":\"Under Review: the product team looks at it\"}}");
        assertThat(updated.path("changed").properties())
                .extracting(each -> each.getKey())
                .containsExactly("inlineHelpText");

        JsonNode after = field(success(DESCRIBE, "{\"id\":\"Feature_Request__c\"}"), "Status__c");
        assertThat(after.path("inlineHelpText").asText()).isEqualTo("Under Review: the product team looks at it");
        assertThat(after.path("picklistValues")).isEqualTo(status.path("picklistValues"));
        assertThat(after.path("toolingId").asText()).isEqualTo(toolingId);
    }

    @Test
    void aSalesManagerFindsTheLargestLossOfTheMonthAndMakesATaskForItsOwner() {
        ObjectNode lost = success(
                QUERY,
                "{\"q\":\"SELECT Id, Name, OwnerId, Amount FROM Opportunity WHERE StageName = 'Closed Lost'"
                        + " AND CloseDate = THIS_MONTH ORDER BY Amount DESC LIMIT 3\"}");
        assertThat(lost.path("records")).hasSize(3);
        JsonNode largest = lost.path("records").path(0);
        String owner = largest.path("OwnerId").asText();

        ObjectNode created = success(
                CREATE,
                "{\"object_name\":\"Task\",\"fields\":{\"OwnerId\":\"" + owner + "\",\"WhatId\":\""
                        + largest.path("Id").asText()
                        + "\",\"Subject\":\"Win/loss post-mortem\",\"Status\":\"Not Started\"}}");

        ObjectNode task = success(
                GET,
                "{\"object_name\":\"Task\",\"id\":\"" + created.path("id").asText()
                        + "\",\"fields\":[\"Subject\",\"OwnerId\",\"WhatId\"]}");
        assertThat(task.path("OwnerId").asText()).isEqualTo(owner);
        assertThat(task.path("WhatId")).isEqualTo(largest.path("Id"));
    }

    @Test
    void aNewObjectIsDescribedQueriedAndWrittenAtOnce() {
        ObjectNode created = success(
                CREATE_OBJECT,
                "{\"DeveloperName\":\"Project_Tracker\",\"Metadata\":{\"label\":\"Project Tracker\","
                        + "\"pluralLabel\":\"Project Trackers\",\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\"}}");
        assertThat(created.path("object_name").asText()).isEqualTo("Project_Tracker__c");

        assertThat(success(OBJECTS, "{\"search\":\"project\"}").path("sobjects").findValuesAsText("name"))
                .contains("Project_Tracker__c");
        assertThat(success(DESCRIBE, "{\"id\":\"Project_Tracker__c\"}").path("fields"))
                .isNotEmpty();
        success(CREATE, "{\"object_name\":\"Project_Tracker__c\",\"Name\":\"Atlas\"}");
        assertThat(success(QUERY, "{\"q\":\"SELECT Name FROM Project_Tracker__c\"}")
                        .path("records")
                        .findValuesAsText("Name"))
                .containsExactly("Atlas");

        ToolAnswer.Failure again = failure(
                CREATE_OBJECT,
                "{\"DeveloperName\":\"Project_Tracker\",\"Metadata\":{\"label\":\"Project Tracker\","
                        + "\"pluralLabel\":\"Project Trackers\",\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\"}}");
        assertThat(again.text()).contains("Try: ");
    }

    @Test
    void aCustomObjectLivesItsWholeLifeByItsName() {
        success(
                CREATE_OBJECT,
                "{\"DeveloperName\":\"Passing\",\"Metadata\":{\"label\":\"Passing\",\"pluralLabel\":\"Passings\","
                        + "\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\"}}");
        assertThat(success("list_all_salesforce_custom_objects", "{}")
                        .path("records")
                        .findValuesAsText("name"))
                .contains("Passing__c", "Feature_Request__c");

        success(
                "update_a_salesforce_custom_object_by_id",
                "{\"id\":\"Passing__c\",\"Metadata\":{\"description\":\"For a day\"}}");
        JsonNode read = success("get_single_salesforce_custom_object_by_id", "{\"id\":\"Passing__c\"}");
        assertThat(read.at("/Metadata/description").asText()).isEqualTo("For a day");
        assertThat(read.at("/Metadata/pluralLabel").asText()).isEqualTo("Passings");

        success("delete_a_salesforce_custom_object_by_id", "{\"id\":\"Passing__c\"}");
        assertThat(failure(DESCRIBE, "{\"id\":\"Passing__c\"}").text()).contains("no object");
        assertThat(failure("delete_a_salesforce_custom_object_by_id", "{\"id\":\"Account\"}")
                        .text())
                .contains("Account is not a custom object");
    }

    @Test
    void aCustomFieldIsMadeGrantedReadAndDeleted() {
        JsonNode made = success(
                "create_a_salesforce_custom_field",
                "{\"object_name\":\"Acme_Invoice__c\",\"DeveloperName\":\"Approved_On\",\"Metadata\":{\"type\":\"Date\",\"label\":\"Approved On\"}}");
        assertThat(made.path("granted").toString()).isEqualTo("[\"System Administrator\"]");
        assertThat(made.has("not_granted")).isFalse();
        String grants =
                "SELECT Parent.Profile.Name, PermissionsEdit FROM FieldPermissions WHERE Field = 'Acme_Invoice__c.Approved_On__c'";
        JsonNode grant = success("list_all_salesforce_query", "{\"q\":\"" + grants + "\"}")
                .at("/records/0");
        assertThat(grant.at("/Parent/Profile/Name").asText()).isEqualTo("System Administrator");
        assertThat(grant.path("PermissionsEdit").asBoolean()).isTrue();

        JsonNode read =
                success("get_single_salesforce_custom_field_by_id", "{\"id\":\"Acme_Invoice__c.Approved_On__c\"}");
        assertThat(read.at("/Metadata/type").asText()).isEqualTo("Date");

        success(
                "delete_a_salesforce_custom_field_by_id",
                "{\"id\":\"" + read.path("Id").asText() + "\"}");
        assertThat(success(DESCRIBE, "{\"id\":\"Acme_Invoice__c\"}")
                        .path("fields")
                        .findValuesAsText("name"))
                .isNotEmpty()
                .doesNotContain("Approved_On__c");
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
    void aCompactDescribeIsATenthOfTheFullOne() {
        for (String object : List.of("Account", "Contact", "Opportunity")) {
            int compact =
                    success(DESCRIBE, "{\"id\":\"" + object + "\"}").toString().length();
            int full = success(DESCRIBE, "{\"id\":\"" + object + "\",\"detail\":\"full\"}")
                    .toString()
                    .length();

            assertThat(compact).as(object).isLessThan(full / 10);
        }
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
    void pagesOfAQueryGiveEveryRecordOnce() {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        int calls = 0;
        do {
            ObjectNode page = success(
                    QUERY,
                    "{\"q\":\"SELECT Id FROM Opportunity ORDER BY Name\",\"limit\":170"
                            + (cursor.isEmpty() ? "" : ",\"next_cursor\":\"" + cursor + "\"") + "}");
            ids.addAll(page.path("records").findValuesAsText("Id"));
            assertThat(page.path("totalSize").asInt()).isEqualTo(900);
            cursor = page.path("next_cursor").asText("");
            calls++;
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(900);
        // Four pages of 200 are given in two parts each; the last has 100.
        assertThat(calls).isEqualTo(9);
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
    void badSoqlIsAnsweredWithRowAndColumnAndTheFieldThatMayBeMeant() {
        ToolAnswer.Failure failure = failure(QUERY, "{\"q\":\"SELECT Id, Nmae FROM Account\"}");

        assertThat(failure.code()).isEqualTo("INVALID_FIELD");
        assertThat(failure.text())
                .contains("ERROR at Row:1:Column:12")
                .contains("No such column 'Nmae' on entity 'Account'")
                .contains("Did you mean Name?");
        assertThat(failure(QUERY, "{\"q\":\"SELECT Id FROM Acount\"}").text())
                .contains("sObject type 'Acount' is not supported")
                .contains("Did you mean Account?");
        assertThat(failure(QUERY, "{\"q\":\"SELECT Ownr.Name FROM Account\"}").text())
                .contains("Didn't understand relationship 'Ownr'")
                .contains("Did you mean Owner?");
        assertThat(failure(QUERY, "{\"q\":\"SELECT FROM\"}").code()).isEqualTo("MALFORMED_QUERY");
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
