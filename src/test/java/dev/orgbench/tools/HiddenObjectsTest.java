package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server for some objects says never names the others: tried on the demo org. */
class HiddenObjectsTest {
    /** One that the org has not, and whose name is nearly that of one that it has. */
    private static final ObjectScope NEARLY = ScopedOrg.objects(List.of("Account", "Acme_Invoic__c"), List.of());

    private static final String HIDDEN = "Acme_Invoice__c";

    @AutoClose
    private static final ScopedOrg ORG = new ScopedOrg();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            list_all_salesforce_query                   | {"q":"SELECT Id FROM Acme_Invoic__c"}
            list_all_salesforce_query_plans             | {"q":"SELECT Id FROM Acme_Invoic__c"}
            list_all_salesforce_search                  | {"q":"FIND {a*} RETURNING Acme_Invoic__c(Id)"}
            get_single_salesforce_object_describe_by_id | {"id":"Acme_Invoic__c"}
            get_single_salesforce_record_by_id          | {"object_name":"Acme_Invoic__c","id":"a005g000000HfDEAA0"}
            get_single_salesforce_record_by_id          | {"object_name":"Acme_Invoic__c","id":"a005g000000HfDEAA0","fields":["Name"]}
            list_all_salesforce_custom_fields           | {"object_name":"Acme_Invoic__c"}
            get_single_salesforce_custom_field_by_id    | {"id":"Acme_Invoic__c.Status__c"}
            get_single_salesforce_custom_object_by_id   | {"id":"Acme_Invoic__c"}
            create_a_salesforce_record                  | {"object_name":"Acme_Invoic__c","Name":"x"}
            """)
    void whatMayBeMeantIsOneOfTheServersObjects(String tool, String arguments) {
        assertThat(ORG.call(NEARLY, tool, arguments))
                .isInstanceOfSatisfying(ToolAnswer.Failure.class, failure -> assertThat(failure.text())
                        .contains("Acme_Invoic__c")
                        .doesNotContain(HIDDEN));
    }

    @Test
    void whoseAnIdIsIsSaidOfTheServersObjectsOnly() throws IOException {
        String id = ORG.demo().value("SELECT Id FROM " + HIDDEN + " LIMIT 1").asText();
        String arguments = "{\"object_name\":\"Account\",\"id\":\"" + id + "\"}";

        for (String tool : List.of("get_single_salesforce_record_by_id", "delete_a_salesforce_record_by_id")) {
            assertThat(((ToolAnswer.Failure) ORG.call(NEARLY, tool, arguments)).text())
                    .contains("is not an Id of Account (those begin with 001).");
            assertThat(((ToolAnswer.Failure) ORG.call(ObjectScope.ALL, tool, arguments)).text())
                    .contains("it is one of " + HIDDEN);
        }
    }

    @Test
    void theListOfCustomObjectsHasNoOthers() {
        assertThat(ORG.success(NEARLY, "list_all_salesforce_custom_objects", "{}")
                        .toString())
                .doesNotContain("Acme_Invoice", "Feature_Request");
    }

    @Test
    void howManyThereAreIsSaidOfWhatIsShownOnly() throws IOException {
        String rows =
                "GET {api}/tooling/query SELECT Id, DeveloperName, NamespacePrefix FROM CustomObject ORDER BY DeveloperName";
        String page = """
                {"size":2,"totalSize":%d,"done":%s,%s"records":[{"Id":"01I1","DeveloperName":"Bonus","NamespacePrefix":null},\
                {"Id":"01I2","DeveloperName":"Invoice","NamespacePrefix":"acme"}]}
                """;
        Terms one = ScopedOrg.terms(ScopedOrg.objects(List.of("acme__Invoice__c"), List.of()));
        try (FakeOrg org = new FakeOrg(one)) {
            String tool = "list_all_salesforce_custom_objects";

            org.on(rows, page.formatted(2, "true", ""));
            assertThat(org.success(tool, "{}"))
                    .hasToString("{\"totalSize\":1,\"done\":true,\"records\":"
                            + "[{\"Id\":\"01I2\",\"DeveloperName\":\"Invoice\",\"name\":\"acme__Invoice__c\"}]}");

            org.on(rows, page.formatted(4, "false", "\"nextRecordsUrl\":\"/more\","));
            org.on("GET /more", page.formatted(4, "true", ""));
            ObjectNode first = org.success(tool, "{}");
            assertThat(first.has("totalSize")).isFalse();
            assertThat(first.path("records")).hasSize(1);
            ObjectNode second = org.success(
                    tool, "{\"next_cursor\":\"" + first.path("next_cursor").asText() + "\"}");
            assertThat(second.has("totalSize")).isFalse();
            assertThat(second.path("done").asBoolean()).isTrue();
        }
    }
}
