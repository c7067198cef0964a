package dev.orgbench.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlFormatTest {
    private static final int QUERIES = 500;

    @Test
    void aClauseStandsOnALine() {
        assertThat(Soql.format(
                        "select Id,Name , (select Id from Contacts limit 1),Owner.Name from Account a where Name<>'x' and ( not Id = NULL ) "
                                + "order by Name desc nulls last limit 5 offset 2 for view"))
                .isEqualTo("""
                        SELECT Id, Name,
                          (SELECT Id FROM Contacts LIMIT 1),
                          Owner.Name
                        FROM Account a
                        WHERE Name != 'x' AND (NOT Id = null)
                        ORDER BY Name DESC NULLS LAST
                        LIMIT 5
                        OFFSET 2
                        FOR VIEW""");
    }

    @Test
    void whatIsLongIsWrapped() {
        assertThat(
                        Soql.format(
                                "SELECT " + "AVeryLongFieldName__c, ".repeat(5) + "Id, (SELECT "
                                        + "AnotherLongFieldName__c, ".repeat(4)
                                        + "Id FROM Contacts WHERE Name = 'x') FROM Account WHERE Industry IN ('"
                                        + "Manufacturing', '".repeat(6)
                                        + "x') AND (CreatedDate = LAST_N_DAYS:30 OR LastModifiedDate = last_n_days:30 OR SystemModstamp = TODAY OR Id = '001')"
                                        + " AND Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Won' AND CloseDate = THIS_FISCAL_YEAR)"))
                .isEqualTo("""
                        SELECT AVeryLongFieldName__c, AVeryLongFieldName__c, AVeryLongFieldName__c, AVeryLongFieldName__c,
                          AVeryLongFieldName__c, Id,
                          (SELECT AnotherLongFieldName__c, AnotherLongFieldName__c, AnotherLongFieldName__c,
                             AnotherLongFieldName__c, Id
                           FROM Contacts
                           WHERE Name = 'x')
                        FROM Account
                        WHERE Industry IN ('Manufacturing', 'Manufacturing', 'Manufacturing', 'Manufacturing',
                            'Manufacturing', 'Manufacturing', 'x')
                          AND (
                              CreatedDate = LAST_N_DAYS:30
                              OR LastModifiedDate = LAST_N_DAYS:30
                              OR SystemModstamp = TODAY
                              OR Id = '001'
                            )
                          AND Id IN (
                              SELECT AccountId
                              FROM Opportunity
                              WHERE StageName = 'Closed Won' AND CloseDate = THIS_FISCAL_YEAR)""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Lead THEN Id ELSE Name END, FIELDS(CUSTOM) FROM Task USING SCOPE mine LIMIT 5",
                "SELECT a, GROUPING(b) g, FORMAT(MIN(c)) FROM X GROUP BY CUBE(a, b) HAVING COUNT(Id) > 1 AND MIN(c) < USD5.50 ORDER BY a",
                "SELECT Id FROM KnowledgeArticleVersion WITH DATA CATEGORY G__c ABOVE (a__c, b__c) AND H__c BELOW c__c UPDATE TRACKING UPDATE VIEWSTAT",
                "SELECT Id FROM A WHERE DISTANCE(L__c, GEOLOCATION(-1.5,+2), 'mi') <= 20 AND t = 10:00:00.5Z AND n = 'it\\'s\\n%' WITH system_mode FOR UPDATE",
                "SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE NOT (NOT a.Name LIKE '\\_%')"
            })
    void itMeansTheSame(String soql) throws Exception {
        assertSame(soql);
    }

    @Test
    void randomQueriesMeanTheSameAndFormattingTwiceChangesNothing() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < QUERIES; i++) {
            assertSame(new RandomQuery(random).text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "SELECT", "SELECT Id FROM Account WHERE Name = \"x\"", "select id from account -- all"
            })
    void aTextWithAnErrorStaysAsItIs(String soql) {
        assertThat(Soql.format(soql)).isEqualTo(soql);
    }

    private static void assertSame(String soql) throws SoqlSyntaxException {
        String formatted = Soql.format(soql);
        assertThat(Trees.withoutRanges(Soql.parse(formatted))).isEqualTo(Trees.withoutRanges(Soql.parse(soql)));
        assertThat(Soql.format(formatted)).isEqualTo(formatted);
        assertThat(formatted).doesNotContain(" \n");
    }
}
