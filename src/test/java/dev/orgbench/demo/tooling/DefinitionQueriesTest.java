package dev.orgbench.demo.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionQueriesTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    SELECT COUNT() FROM EntityDefinition                                              ; The requested operation is not yet supported
                    SELECT COUNT(Id) FROM EntityDefinition                                            ; The requested operation is not yet supported
                    SELECT PublisherId FROM EntityDefinition GROUP BY PublisherId                     ; The requested operation is not yet supported
                    SELECT Id FROM EntityDefinition WHERE DurableId = 'Lead' OR DurableId = 'Case'    ; Disjunctions not supported
                    SELECT Id FROM EntityDefinition WHERE (KeyPrefix = '1' AND (Label = 'a' OR Label = 'b')) ; Disjunctions not supported
                    SELECT Id FROM EntityDefinition WHERE DurableId != 'Lead'                         ; Only equals comparisons permitted
                    SELECT Id FROM EntityDefinition WHERE NOT DurableId = 'Lead'                      ; Only equals comparisons permitted
                    SELECT Id FROM EntityDefinition WHERE DurableId NOT IN ('Lead')                   ; Only equals comparisons permitted
                    SELECT Id FROM EntityDefinition WHERE Label INCLUDES ('Lead')                     ; Unsupported filter type
                    SELECT Id FROM FieldDefinition                                                    ; FieldDefinition: a filter on a reified column is required
                    SELECT Id FROM FieldDefinition WHERE DataType = 'string'                          ; FieldDefinition: a filter on a reified column is required
                    SELECT Id FROM EntityParticle LIMIT 5                                             ; EntityParticle: a filter on a reified column is required
                    """)
    void refuseWhatTheirStorageCanNot(String soql, String error) throws IOException {
        assertThat(org.toolingQuery(soql).error()).startsWith("400 EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION: " + error);
        if (!soql.contains("EntityParticle")) {
            assertThat(org.query(soql).error()).startsWith("400 EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION: " + error);
        }
    }

    @Test
    void passOverLimitAndOffset() throws IOException {
        int all = size("SELECT Id FROM EntityDefinition");
        assertThat(all).isGreaterThan(40);
        assertThat(size("SELECT Id FROM EntityDefinition ORDER BY DurableId LIMIT 3 OFFSET 2"))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EntityDefinitionId = 'Lead'",
                "EntityDefinition.QualifiedApiName = 'Lead'",
                "DurableId IN ('Lead.Name', 'Lead.Company')",
                "IsNillable = true AND (EntityDefinitionId = 'Lead')"
            })
    void giveFieldsObjectByObject(String where) throws IOException {
        assertThat(size("SELECT QualifiedApiName FROM FieldDefinition WHERE " + where))
                .isGreaterThan(1);
        assertThat(size("SELECT QualifiedApiName FROM EntityParticle WHERE " + where))
                .isGreaterThan(1);
    }

    @Test
    void giveParticlesOfCompoundFieldsOnly() throws IOException {
        String where = " WHERE EntityDefinitionId = 'Account' AND QualifiedApiName LIKE 'Billing%'";
        assertThat(names("SELECT QualifiedApiName FROM FieldDefinition" + where))
                .contains("BillingAddress", "BillingCity");
        assertThat(names("SELECT QualifiedApiName FROM EntityParticle" + where))
                .contains("BillingCity")
                .doesNotContain("BillingAddress");
    }

    @Test
    void knowCodeButHaveNone() throws IOException {
        for (String object : new String[] {"ApexClass", "ApexTrigger"}) {
            assertThat(size("SELECT Id, Name, Body, CreatedBy.Name FROM " + object + " WHERE NamespacePrefix = null"))
                    .isZero();
            assertThat(org.get("tooling/sobjects/" + object + "/describe")
                            .body()
                            .path("name")
                            .asText())
                    .isEqualTo(object);
            assertThat(org.post("tooling/sobjects/" + object, "{}").status()).isEqualTo(405);
        }
        assertThat(org.get("tooling/search?q=FIND+%7Bclass%7D+RETURNING+ApexClass(Id,Name)")
                        .body()
                        .toString())
                .isEqualTo("{\"searchRecords\":[]}");
        JsonNode ran = org.get("tooling/executeAnonymous?anonymousBody=System.debug(1);")
                .body();
        assertThat(ran.path("compiled").asBoolean(true)).isFalse();
        assertThat(ran.path("compileProblem").asText()).isEqualTo("This demo org runs no Apex");
        for (String tests : new String[] {"tooling/runTestsSynchronous", "tooling/runTestsAsynchronous"}) {
            assertThat(org.post(tests, "{}").error())
                    .isEqualTo("400 FUNCTIONALITY_NOT_ENABLED: This demo org runs no Apex");
        }
        assertThat(org.get("tooling/sobjects/SourceMember/describe").error()).startsWith("404 NOT_FOUND");
    }

    @Test
    void takeSeveralRequestsInOne() throws IOException {
        String field = "{\"FullName\":\"Case.Composed__c\",\"Metadata\":{\"type\":\"Date\",\"label\":\"C\"}}";
        String parts =
                "\"compositeRequest\":[{\"method\":\"POST\",\"url\":\"/services/data/v67.0/tooling/sobjects/CustomField\",\"referenceId\":\"made\",\"body\":"
                        + field
                        + "},{\"method\":\"GET\",\"url\":\"/services/data/v67.0/tooling/sobjects/CustomField/@{made.id}\",\"referenceId\":\"read\"},"
                        + "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/limits\",\"referenceId\":\"other\"}]}";
        assertThat(org.post("tooling/composite", "{\"allOrNone\":true," + parts).error())
                .startsWith("400 FUNCTIONALITY_NOT_ENABLED");
        JsonNode answers = org.post("tooling/composite", "{" + parts).body().path("compositeResponse");
        assertThat(answers.findValuesAsText("httpStatusCode")).containsExactly("201", "200", "400");
        assertThat(answers.path(1).path("body").path("FullName").asText()).isEqualTo("Case.Composed__c");
    }

    @Test
    void tellTheirColumns() throws IOException {
        JsonNode columns = org.get(
                        "tooling/query?columns=true&q=SELECT+Id,DeveloperName,EntityDefinition.QualifiedApiName+FROM+CustomField")
                .body();
        assertThat(columns.path("entityName").asText()).isEqualTo("CustomField");
        assertThat(columns.path("columnMetadata").findValuesAsText("columnName"))
                .containsExactly("Id", "DeveloperName", "EntityDefinition", "QualifiedApiName");
    }

    private static int size(String soql) throws IOException {
        TestOrg.Reply reply = org.toolingQuery(soql);
        assertThat(reply.status()).as(reply.error()).isEqualTo(200);
        return reply.body().path("totalSize").asInt();
    }

    private static List<String> names(String soql) throws IOException {
        return org.toolingQuery(soql).body().path("records").findValuesAsText("QualifiedApiName");
    }
}
