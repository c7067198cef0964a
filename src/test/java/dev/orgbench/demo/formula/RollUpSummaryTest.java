package dev.orgbench.demo.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects and their tasks, a master-detail relationship, and what the tasks come to. */
class RollUpSummaryTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static Formulas formulas;
    private static String project;

    @BeforeAll
    static void start() throws IOException {
        formulas = new Formulas(org);
        makeObject("Project");
        makeObject("Job");
        make("Job__c.Project__c", """
                {"type":"MasterDetail","label":"Project","referenceTo":"Project__c","relationshipName":"Jobs"}""");
        make("Job__c.Hours__c", "{\"type\":\"Number\",\"label\":\"Hours\",\"precision\":6,\"scale\":1}");
        make("Job__c.Day__c", "{\"type\":\"Date\",\"label\":\"Day\"}");
        make("Job__c.State__c", "{\"type\":\"Text\",\"label\":\"State\",\"length\":20}");
        formulas.make("Job__c.Cost__c", Formulas.metadata("Currency", "Hours__c * 100"));
        project = org.post("sobjects/Project__c", "{\"Name\":\"Bridge\"}").id();
        job("2.5", "2026-03-01", "Done");
        job("4", "2026-01-05", "open");
        job("null", "2026-02-07", "50% done");
        String gone = job("99", "2020-01-01", "Done");
        org.delete("sobjects/Job__c/" + gone);
    }

    @ParameterizedTest
    @CsvSource({
        "count, , , , 3.0",
        "sum, Hours__c, , , 6.5",
        "max, Hours__c, , , 4.0",
        "min, Day__c, , , 2026-01-05",
        "sum, Cost__c, , , 650.0",
        "count, , State__c equals, DONE, 1.0",
        "count, , State__c notEqual, Done, 2.0",
        "count, , State__c equals, 'Done, Open', 2.0",
        "count, , State__c contains, '% d', 1.0",
        "count, , State__c startsWith, 5, 1.0",
        "count, , Hours__c greaterThan, 2.5, 1.0",
        "count, , Day__c lessOrEqual, 2026-02-07, 2.0",
        "sum, Hours__c, State__c equals, Nothing, 0.0",
        "max, Hours__c, State__c equals, Nothing, null",
    })
    void sumsUp(
            String operation, @Nullable String field, @Nullable String filter, @Nullable String value, String expected)
            throws IOException {
        ObjectNode metadata = summary(operation, field);
        if (filter != null) {
            String[] parts = filter.split(" ", 2);
            metadata.putArray("summaryFilterItems")
                    .addObject()
                    .put("field", "Job__c." + parts[0])
                    .put("operation", parts[1])
                    .put("value", value);
        }
        assertThat(formulas.value("Project__c", project, metadata).asText()).isEqualTo(expected);
    }

    @Test
    void aSummaryIsFreshAndFiltersAndStandsInFormulas() throws IOException {
        assertThat(formulas.make("Project__c.Total__c", summary("sum", "Hours__c"))
                        .error())
                .startsWith("201");
        assertThat(formulas.make("Project__c.Days__c", Formulas.metadata("Number", "Total__c / 8"))
                        .error())
                .startsWith("201");
        String other = org.post("sobjects/Project__c", "{\"Name\":\"Tower\"}").id();
        org.post("sobjects/Job__c", "{\"Name\":\"j\",\"Project__c\":\"" + other + "\",\"Hours__c\":16}");
        assertThat(org.value("SELECT Days__c FROM Project__c WHERE Total__c > 10 ORDER BY Total__c")
                        .asDouble())
                .isEqualTo(2.0);
        assertThat(org.value("SELECT SUM(Total__c) FROM Project__c WHERE Name = 'Tower'")
                        .asDouble())
                .isEqualTo(16.0);

        Reply hours = org.toolingQuery("SELECT Id FROM CustomField WHERE DeveloperName = 'Hours'");
        assertThat(org.delete("tooling/sobjects/CustomField/"
                                + hours.body().at("/records/0/Id").asText())
                        .error())
                .startsWith("400 DEPENDENCY_EXISTS")
                .contains("Custom Field - Project__c.Total__c");
        JsonNode described = org.get("sobjects/Project__c/describe").body().path("fields");
        for (JsonNode field : described) {
            if (field.path("name").asText().equals("Total__c")) {
                assertThat(field.path("calculated").asBoolean()).isTrue();
                assertThat(field.path("calculatedFormula").isNull()).isTrue();
                assertThat(field.path("type").asText()).isEqualTo("double");
            }
        }
    }

    @Test
    void aDetailNeedsItsMasterAndGoesWithIt() throws IOException {
        assertThat(org.post("sobjects/Job__c", "{\"Name\":\"j\"}").error())
                .isEqualTo("400 REQUIRED_FIELD_MISSING: Required fields are missing: [Project__c]");
        String master = org.post("sobjects/Project__c", "{\"Name\":\"m\"}").id();
        String detail = org.post("sobjects/Job__c", "{\"Name\":\"d\",\"Project__c\":\"" + master + "\"}")
                .id();
        assertThat(org.patch("sobjects/Job__c/" + detail, "{\"Project__c\":\"" + project + "\"}")
                        .error())
                .startsWith("400 INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(org.query("SELECT OwnerId FROM Job__c").error()).startsWith("400 INVALID_FIELD");
        org.delete("sobjects/Project__c/" + master);
        assertThat(org.get("sobjects/Job__c/" + detail).error()).startsWith("404 ENTITY_IS_DELETED");
    }

    @Test
    void refusesASummaryOfWhatIsNoDetail() throws IOException {
        ObjectNode metadata = summary("count", null).put("summaryForeignKey", "Contact.AccountId");
        assertThat(formulas.make("Account.Contacts__c", metadata).error())
                .isEqualTo(
                        "400 FIELD_INTEGRITY_EXCEPTION: Invalid 'summaryForeignKey' for a CustomField of type Summary:"
                                + " Contact.AccountId is no master-detail relationship to Account");
        assertThat(formulas.make("Project__c.X__c", summary("sum", "Day__c")).error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Invalid 'summarizedField'");
        assertThat(formulas.make("Project__c.X__c", summary("avg", "Hours__c")).error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Invalid 'summaryOperation'");
        assertThat(formulas.make("Project__c.X__c", summary("sum", null)).error())
                .isEqualTo(
                        "400 FIELD_INTEGRITY_EXCEPTION: Must specify 'summarizedField' for a CustomField of type Summary");
        make(
                "Job__c.Elsewhere__c",
                "{\"type\":\"Number\",\"label\":\"F\",\"precision\":5,\"scale\":0,"
                        + "\"formula\":\"LEN(Project__r.Name)\"}");
        assertThat(formulas.make("Project__c.X__c", summary("sum", "Elsewhere__c"))
                        .error())
                .endsWith("Elsewhere__c can not be summarized");
    }

    private static ObjectNode summary(String operation, @Nullable String field) {
        ObjectNode metadata = Formulas.JSON.createObjectNode();
        metadata.put("label", "Sum").put("type", "Summary").put("summaryOperation", operation);
        metadata.put("summaryForeignKey", "Job__c.Project__c");
        return field == null ? metadata : metadata.put("summarizedField", "Job__c." + field);
    }

    private static String job(String hours, String day, String state) throws IOException {
        return org.post("sobjects/Job__c", """
                {"Name":"j","Project__c":"%s","Hours__c":%s,"Day__c":"%s","State__c":"%s"}""".formatted(project, hours, day, state))
                .id();
    }

    private static void makeObject(String name) throws IOException {
        assertThat(org.post("tooling/sobjects/CustomObject", """
                {"FullName":"%s__c","Metadata":{"label":"%s","pluralLabel":"%ss","nameField":{"type":"Text","label":"Name"},
                "deploymentStatus":"Deployed","sharingModel":"ReadWrite"}}""".formatted(name, name, name))
                        .error())
                .startsWith("201");
    }

    private static void make(String name, String metadata) throws IOException {
        assertThat(formulas.make(name, (ObjectNode) Formulas.JSON.readTree(metadata))
                        .error())
                .startsWith("201");
    }
}
