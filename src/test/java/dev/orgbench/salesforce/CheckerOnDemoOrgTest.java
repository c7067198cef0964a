package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.schema.Schema;
import java.nio.file.Path;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker says of a query what the org says, before the org is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckerOnDemoOrgTest {
    private final Path folder;
    private DemoOrg demo;
    private Salesforce org;
    private Schema schema;

    CheckerOnDemoOrgTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void start() throws Exception {
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, Clock.systemUTC());
        org = new OrgConnection(
                        "Demo",
                        demo.uri(),
                        "62.0",
                        new SignIn.PastedSession(demo.accessToken()),
                        new OkHttpClient(),
                        Clock.systemUTC())
                .as(exchange -> {});
        schema = new DescribedAtOnce(org);
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id, Name, Owner.Name, Owner.Profile.Name FROM Account WHERE Industry != null ORDER BY Name LIMIT 5",
                "SELECT Account.Name, (SELECT Role, Contact.Name FROM OpportunityContactRoles) FROM Opportunity WHERE Amount > 1000.5",
                "SELECT StageName, COUNT(Id) n, SUM(Amount) FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC",
                "SELECT CALENDAR_YEAR(CloseDate), MAX(Amount) FROM Opportunity WHERE CloseDate > LAST_N_YEARS:5 GROUP BY CALENDAR_YEAR(CloseDate)",
                "SELECT FIELDS(ALL) FROM Case LIMIT 5",
                "SELECT toLabel(Status), Owner.Name FROM Case WHERE CreatedDate = THIS_YEAR AND IsClosed = false",
                "SELECT Id, What.Name, Who.Type FROM Task WHERE ActivityDate < TODAY",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE IsWon = true)",
                "SELECT COUNT() FROM Contact c, c.Account a WHERE a.Name LIKE '%a%'",
                "SELECT Id FROM Lead WHERE CreatedDate >= 2024-01-01T00:00:00Z AND Email LIKE '%@%' ORDER BY LastName NULLS LAST",
                "SELECT BillingAddress, BillingCity FROM Account LIMIT 1",
            })
    void whatTheOrgAnswersHasNoError(String soql) throws Exception {
        assertThat(org.query(soql).has("records")).isTrue();
        assertThat(Checker.check(soql, schema)).noneMatch(Problem::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Nam FROM Account",
                "SELECT Id FROM Acount",
                "SELECT Acount.Name FROM Contact",
                "SELECT (SELECT Id FROM Contact) FROM Account",
                "SELECT Id FROM Account WHERE Description = 'x'",
                "SELECT Id FROM Account WHERE AnnualRevenue > '5'",
                "SELECT Id FROM Account WHERE Name = 5",
                "SELECT Id FROM Opportunity WHERE IsClosed = 'true'",
                "SELECT Id FROM Opportunity WHERE CloseDate = '2024-01-01'",
                "SELECT Id FROM Opportunity WHERE CreatedDate > 2024-01-01",
                "SELECT Id FROM Opportunity WHERE Amount LIKE '5%'",
                "SELECT Id FROM Opportunity WHERE StageName INCLUDES ('x')",
                "SELECT StageName, COUNT(Id) FROM Opportunity",
                "SELECT StageName FROM Opportunity GROUP BY Amount",
                "SELECT MAX(Amount) FROM Opportunity LIMIT 1",
                "SELECT SUM(Name) FROM Opportunity",
                "SELECT CALENDAR_YEAR(CloseDate) FROM Opportunity",
                "SELECT Id, Id FROM Account",
                "SELECT Id x FROM Account",
                "SELECT FIELDS(ALL) FROM Account",
                "SELECT Id FROM Account ORDER BY Description",
                "SELECT Id FROM Account OFFSET 2001",
                "SELECT Id FROM Account WHERE OwnerId = 'x'",
                "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)",
            })
    void whatTheOrgRefusesHasAnError(String soql) {
        assertThat(refuses(soql)).isTrue();
        assertThat(Checker.check(soql, schema)).anyMatch(Problem::isError);
    }

    private boolean refuses(String soql) {
        try {
            return !org.query(soql).has("records");
        } catch (SalesforceException e) {
            return e instanceof SalesforceException.Refused;
        }
    }
}
