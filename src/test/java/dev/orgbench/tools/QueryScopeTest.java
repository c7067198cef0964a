package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SOQL on servers for some objects: tried on the demo org. */
class QueryScopeTest {
    private static final String QUERY = "list_all_salesforce_query";

    @AutoClose
    private static final ScopedOrg ORG = new ScopedOrg();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Account         | SELECT Id, Name FROM Account LIMIT 1
            account         | select id from ACCOUNT limit 1
            Account         | SELECT Account.Name FROM Account LIMIT 1
            Account         | SELECT FIELDS(ALL) FROM Account LIMIT 1
            Account         | SELECT OwnerId, COUNT(Id) n FROM Account GROUP BY OwnerId HAVING COUNT(Id) > 0
            Contact,Account | SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Name != 'x' LIMIT 1
            Contact,Account | SELECT Account.Name FROM Contact ORDER BY Account.Name LIMIT 1
            Contact,Account | SELECT Name, (SELECT Name FROM Contacts WHERE Account.Name != 'x') FROM Account LIMIT 1
            Contact,Account | SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact) LIMIT 1
            Case,User,Group | SELECT Owner.Name FROM Case LIMIT 1
            Task,Account    | SELECT TYPEOF What WHEN Account THEN Name, Phone END FROM Task LIMIT 1
            Contact,Account | SELECT Account.Parent.Name FROM Contact LIMIT 1
            Opportunity,User,Profile | SELECT Owner.Profile.Name FROM Opportunity LIMIT 1
            """)
    void aQueryOfTheServersObjectsWorks(String objects, String soql) {
        assertThat(ORG.call(reading(objects), QUERY, q(soql))).isInstanceOf(ToolAnswer.Success.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Account              | Contact | SELECT Id FROM Contact
            Account              | Contact | SELECT Id, (SELECT Id FROM Contacts) FROM Account
            Account              | Contact | SELECT Id, ( SELECT Id FROM cOnTaCtS ) FROM Account
            Account              | Contact (Contacts) | SELECT Id, (SELECT Id FROM a.Contacts) FROM Account a
            Account              | Contact | SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)
            Account              | Contact | SELECT Id FROM Account WHERE NOT(Name = 'x' OR (Id NOT IN (SELECT AccountId FROM Contact WHERE Name != '')))
            Account,Contact      | Opportunity | SELECT Id, (SELECT Id FROM Contacts WHERE AccountId NOT IN (SELECT AccountId FROM Opportunity)) FROM Account
            Contact              | Account | SELECT Account.Name FROM Contact
            Contact              | Account | SELECT Account.Id FROM Contact
            Contact              | Account | SELECT Contact.Account.Name FROM Contact
            Contact              | Account | SELECT c.Account.Name FROM Contact c
            Contact              | Account | SELECT Id FROM Contact c, c.Account a
            Contact              | Account | SELECT a.Name FROM Contact c, c.Account a
            Contact,Account      | User    | SELECT o.Name FROM Contact c, c.Account a, a.Owner o
            Contact              | Account | SELECT Id FROM Contact WHERE Account.Name LIKE 'A%'
            Contact              | Account | SELECT Id FROM Contact WHERE Name = 'x' AND (NOT Account.Name IN ('A', 'B'))
            Contact              | Account | SELECT Id FROM Contact ORDER BY Account.Name NULLS LAST
            Contact              | Account | SELECT Account.Name, COUNT(Id) FROM Contact GROUP BY Account.Name
            Contact              | Account | SELECT COUNT(Id) FROM Contact GROUP BY ROLLUP(Account.Name)
            Contact              | Account | SELECT COUNT(Id) FROM Contact HAVING MAX(Account.Name) > 'a'
            Contact              | Account | SELECT COUNT_DISTINCT(Account.Name) FROM Contact
            Contact              | Account | SELECT toLabel(Account.Industry) FROM Contact
            Contact              | Account | SELECT CALENDAR_YEAR(convertTimezone(Account.CreatedDate)) FROM Contact GROUP BY CALENDAR_YEAR(convertTimezone(Account.CreatedDate))
            Contact              | Account | SELECT Id FROM Contact WHERE DISTANCE(Account.BillingAddress, GEOLOCATION(37.7, -122.4), 'mi') < 20
            Opportunity,User     | Profile | SELECT Owner.Profile.Name FROM Opportunity
            Case,User            | Group   | SELECT Owner.Name FROM Case
            Task,Account,Contact | Lead    | SELECT Who.Name FROM Task
            Task,Account         | What.Name | SELECT What.Name FROM Task
            Task,Account         | Opportunity | SELECT TYPEOF What WHEN Account THEN Name WHEN Opportunity THEN Amount END FROM Task
            Task,Account         | TYPEOF| SELECT TYPEOF What WHEN Opportunity THEN Amount END FROM Task
            Task,Account         | User    | SELECT TYPEOF What WHEN Account THEN Owner.Name END FROM Task
            Task,Account         | What    | SELECT TYPEOF What WHEN Account THEN Name ELSE Name END FROM Task
            Task,Account         | What.Type | SELECT Id FROM Task WHERE What.Type = 'Opportunity'
            Contact,Account      | User    | SELECT Account.Parent.Parent.Owner.Name FROM Contact
            Account,Contact      | Opportunity | SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id FROM Opportunities) FROM ChildAccounts) FROM ChildAccounts) FROM Account
            Account              | Account | SELECT Id FROM Contact /* FROM Account */
            Account              | Contact | SELECT\u2003Id FROM Contact
            Account              | Contact | SELECT Id FROM Contact WHERE Name = 'FROM Account'
            Account              | Аccount | SELECT Id FROM Аccount
            Account              | Account.Contacts | SELECT Id FROM Account.Contacts
            Account              | relationship | SELECT Nothing.Name FROM Account
            Contact,Account      | alias   | SELECT Account.Name FROM Contact Account
            Contact,Account      | two aliases | SELECT a.Name FROM Contact a, a.Account a
            Contact,Account      | where Owner.Contacts leads | SELECT Id, (SELECT Id FROM Owner.Contacts) FROM Account
            Account              | EntityDefinition | SELECT QualifiedApiName FROM EntityDefinition
            Account              | not SOQL | SELECT Id FROM Account; SELECT Id FROM Contact
            Account              | not SOQL | FIND {x} RETURNING Contact
            Account              | not SOQL | ''
            """)
    void aQueryThatReachesFurtherIsRefusedAndNotSent(String objects, String named, String soql) {
        ToolAnswer.Failure refused = ORG.refusal(reading(objects), QUERY, q(soql));

        assertThat(refused.code()).isIn("OBJECT_NOT_IN_SCOPE", "INVALID_ARGUMENT");
        assertThat(refused.text()).startsWith(QUERY + " was not carried out.").contains("`q`: ", named);
    }

    @Test
    void theRefusalSaysWhatIsAllowedAndIsTheSameForAnObjectThatTheOrgHasNot() {
        ObjectScope scope = reading("Account,Contact");

        assertThat(ORG.refusal(scope, QUERY, q("SELECT Id FROM Lead")).text())
                .endsWith("`q`: This server does not give access to Lead. It gives access to Account, Contact.");
        assertThat(ORG.refusal(scope, QUERY, q("SELECT Id FROM Dragon__c")).text())
                .endsWith("`q`: This server does not give access to Dragon__c. It gives access to Account, Contact.");
        assertThat(ORG.asked()).isEmpty();
        assertThat(ORG.refusal(scope, QUERY, q("SELECT Id FROM Acount")).text()).endsWith("Did you mean Account?");
        assertThat(ORG.refusal(scope, QUERY, q("SELECT Owner.Name FROM Account"))
                        .text())
                .contains("does not give access to User (Owner.Name).");
    }

    @Test
    void aQueryOfOneObjectAloneCostsNoFurtherRequest() {
        ORG.success(reading("Account"), QUERY, q("SELECT Id, Name FROM Account WHERE Name LIKE 'A%' LIMIT 1"));

        assertThat(ORG.asked()).hasSize(1);
    }

    @Test
    void childrenMayBeNamedBehindTheirParent() {
        String ofParent = "SELECT Name, (SELECT LastName FROM Account.Contacts) FROM Account LIMIT 1";

        ORG.success(reading("Account,Contact"), QUERY, q(ofParent));
        assertThat(ORG.refusal(reading("Account"), QUERY, q(ofParent)).text()).contains("Contact (Contacts)");
    }

    @Test
    void aWrongFieldOfAReadableObjectIsExplainedAsEver() {
        ToolAnswer answer = ORG.call(reading("Account"), QUERY, q("SELECT Nmae FROM Account"));

        assertThat(((ToolAnswer.Failure) answer).text()).contains("No field Nmae on Account", "Did you mean Name?");
    }

    @Test
    void aCursorOfAWiderScopeIsCheckedAgain() {
        String q = "\"q\":\"SELECT Id, Account.Name FROM Contact\",\"limit\":5";
        String cursor = ORG.success(reading("Contact,Account"), QUERY, "{" + q + "}")
                .path("next_cursor")
                .asText();

        String next = "{" + q + ",\"next_cursor\":\"" + cursor + "\"}";
        assertThat(ORG.success(reading("Contact,Account"), QUERY, next).path("records"))
                .hasSize(5);
        assertThat(ORG.refusal(reading("Contact"), QUERY, next).text()).contains("Account");
    }

    @Test
    void aQueryOfManyParenthesesIsAnswered() {
        String deep = "(".repeat(20) + "Account.Name = 'x'" + ")".repeat(20);

        ToolAnswer.Failure refused = ORG.refusal(reading("Contact"), QUERY, q("SELECT Id FROM Contact WHERE " + deep));

        assertThat(refused.text()).contains("does not give access to Account");
        assertThat(ORG.refusal(reading("Contact"), QUERY, q(deep.repeat(50))).text())
                .contains("not SOQL");
    }

    private static ObjectScope reading(String objects) {
        return ScopedOrg.objects(Arrays.asList(objects.split(",")), List.of());
    }

    private static String q(String soql) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        return arguments.put("q", soql).toString();
    }
}
