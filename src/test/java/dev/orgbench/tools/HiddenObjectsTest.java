package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

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
}
