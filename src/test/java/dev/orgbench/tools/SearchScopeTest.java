package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches, plans, related and recent records on servers for some objects: tried on the demo org. */
class SearchScopeTest {
    private static final String SEARCH = "list_all_salesforce_search";
    private static final String RELATED = "list_all_salesforce_related_records";

    @AutoClose
    private static final ScopedOrg ORG = new ScopedOrg();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Account,Contact | FIND {a*} RETURNING Account(Id, Name), Contact
            Account         | find {a*} in name fields returning account
            Account,Contact | FIND {a*} RETURNING Contact(Id, Account.Name WHERE Account.Name != 'x' ORDER BY Account.Name LIMIT 3)
            """)
    void aSearchOfTheServersObjectsWorks(String objects, String sosl) {
        assertThat(ORG.call(reading(objects), SEARCH, q(sosl))).isInstanceOf(ToolAnswer.Success.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Account | FIND {a*} | Add RETURNING and the objects wanted
            Account | FIND {a*} IN ALL FIELDS | Add RETURNING and the objects wanted
            Account | FIND {RETURNING Account} | Add RETURNING and the objects wanted
            Account | FIND {a*} RETURNING Contact | does not give access to Contact
            Account | FIND {a*} RETURNING Account, Contact(Id) | does not give access to Contact
            Contact | FIND {a*} RETURNING Contact(Id, Account.Name) | does not give access to Account (Account.Name)
            Contact | FIND {a*} RETURNING Contact(Id WHERE Account.Name = 'x') | does not give access to Account
            Contact | FIND {a*} RETURNING Contact(Id ORDER BY Account.Name) | does not give access to Account
            Contact | FIND {a*} RETURNING Contact(Id WHERE AccountId IN (SELECT AccountId FROM Opportunity)) | Opportunity
            Account | SELECT Id FROM Account | it is not SOSL
            """)
    void aSearchThatReachesFurtherIsRefusedAndNotSent(String objects, String sosl, String words) {
        assertThat(ORG.refusal(reading(objects), SEARCH, q(sosl)).text()).contains("`q`: ", words);
    }

    @Test
    void aPlanIsMadeForQueriesOfTheServersObjectsOnly() {
        String plans = "list_all_salesforce_query_plans";

        ORG.success(reading("Contact"), plans, q("SELECT Id FROM Contact WHERE Name = 'x'"));
        assertThat(ORG.refusal(reading("Contact"), plans, q("SELECT Id FROM Contact WHERE Account.Name = 'x'"))
                        .text())
                .contains("does not give access to Account");
        assertThat(ORG.refusal(reading("Contact"), plans, q("00O5g000000HfDEAA0"))
                        .text())
                .contains("it is not SOQL");
    }

    @Test
    void aRelationshipLeadsToTheServersObjectsOnly() throws IOException {
        String account = id("Account WHERE Id IN (SELECT AccountId FROM Contact)");

        assertThat(ORG.success(reading("Account,Contact"), RELATED, related("Account", account, "contacts"))
                        .path("records"))
                .isNotEmpty();
        assertThat(ORG.success(reading("Case,User,Group"), RELATED, related("Case", id("Case"), "Owner"))
                        .path("records"))
                .hasSize(1);
        assertThat(refused("Account", related("Account", account, "Contacts"))).contains("Contact (Contacts)");
        assertThat(refused("Contact", related("Account", account, "Contacts"))).contains("access to Account.");
        assertThat(refused("Case,User", related("Case", id("Case"), "Owner"))).contains("Group (Owner)");
        assertThat(refused("Account", related("Account", account, "Dragons"))).contains("no relationship of this name");
        String path = related("Account", account, "Contacts").replace("}", ",\"fields\":[\"Id,Owner.Name\"]}");
        assertThat(refused("Account,Contact", path)).contains("Id,Owner.Name is not the name of a field");
    }

    @Test
    void recentRecordsAreThoseOfTheServersObjects() throws IOException {
        ORG.demo().query("SELECT Id FROM Account LIMIT 2 FOR VIEW");
        ORG.demo().query("SELECT Id FROM Contact LIMIT 2 FOR VIEW");

        JsonNode all = ORG.success(ObjectScope.ALL, "list_all_salesforce_recent_records", "{}");
        JsonNode some = ORG.success(reading("account"), "list_all_salesforce_recent_records", "{}");

        assertThat(all.findValuesAsText("type")).contains("Account", "Contact");
        assertThat(some.findValuesAsText("type")).isNotEmpty().containsOnly("Account");
        assertThat(some.path("totalSize").asInt())
                .isEqualTo(some.path("records").size());
    }

    @Test
    void whatTouchesNoObjectIsThere() {
        assertThat(ORG.success(reading("Account"), "list_all_salesforce_limits", "{}")
                        .path("limits"))
                .isNotEmpty();
        assertThat(ORG.success(reading("Account"), "get_single_salesforce_user_info", "{}")
                        .has("user_id"))
                .isTrue();
    }

    private static String refused(String objects, String arguments) {
        return ORG.refusal(reading(objects), RELATED, arguments).text();
    }

    private static ObjectScope reading(String objects) {
        return ScopedOrg.objects(Arrays.asList(objects.split(",")), List.of());
    }

    private static String q(String text) {
        return JsonNodeFactory.instance.objectNode().put("q", text).toString();
    }

    private static String id(String objectAndWhere) throws IOException {
        return ORG.demo().value("SELECT Id FROM " + objectAndWhere + " LIMIT 1").asText();
    }

    private static String related(String object, String id, String relationship) {
        return "{\"object_name\":\"" + object + "\",\"id\":\"" + id + "\",\"relationship\":\"" + relationship + "\"}";
    }
}
