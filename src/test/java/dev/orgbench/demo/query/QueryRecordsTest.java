package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers look like. */
class QueryRecordsTest {
    private final SampleOrg org;

    QueryRecordsTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    @Test
    void aRecordHasItsAttributesFirstThenTheFieldsAsSelectedInTheSchemasCase() throws Exception {
        assertThat(
                        answer(
                                "select createddate, NAME, annualrevenue, numberofemployees, ispartner, industry, id from account where name = 'acme'"))
                .isEqualTo("""
                        {"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/%1$s"},\
                        "CreatedDate":"2026-11-22T09:30:00.000+0000","Name":"Acme","AnnualRevenue":1000.0,"NumberOfEmployees":10,\
                        "IsPartner":true,"Industry":"Energy","Id":"%1$s"}]}""".formatted(SampleOrg.id("001", 1)));
    }

    @Test
    void numbersAreDecimalsWithoutExponent() throws Exception {
        assertThat(answer("SELECT AnnualRevenue FROM Account WHERE Name LIKE '100%'"))
                .contains("\"AnnualRevenue\":12345678.9}");
        org.execute("UPDATE Account SET AnnualRevenue = 5600000000 WHERE Name = 'Acme'");
        assertThat(answer("SELECT AnnualRevenue FROM Account WHERE Name = 'Acme'"))
                .contains("\"AnnualRevenue\":5600000000.0}");
    }

    @Test
    void parentsNestAndAreNullWhereThereIsNone() throws Exception {
        assertThat(
                        answer(
                                "SELECT LastName, Account.Name, Account.Owner.Name, Account.Parent.Name FROM Contact WHERE LastName IN ('Ng', 'Quy') ORDER BY LastName"))
                .isEqualTo("""
                        {"totalSize":2,"done":true,"records":[\
                        {"attributes":{"type":"Contact","url":"/services/data/v67.0/sobjects/Contact/%s"},"LastName":"Ng",\
                        "Account":{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/%s"},"Name":"Acme",\
                        "Owner":{"attributes":{"type":"User","url":"/services/data/v67.0/sobjects/User/%s"},"Name":"Ada King"},"Parent":null}},\
                        {"attributes":{"type":"Contact","url":"/services/data/v67.0/sobjects/Contact/%s"},"LastName":"Quy","Account":null}]}""".formatted(
                                SampleOrg.id("003", 1),
                                SampleOrg.id("001", 1),
                                SampleOrg.id("005", 1),
                                SampleOrg.id("003", 4)));
    }

    @Test
    void aPolymorphicParentIsANameWithTheUrlOfWhatItIs() throws Exception {
        assertThat(answer("SELECT Owner.Name, What.Type, What.Name FROM Task ORDER BY Subject"))
                .contains("\"Owner\":{\"attributes\":{\"type\":\"Name\",\"url\":\"/services/data/v67.0/sobjects/User/"
                        + SampleOrg.id("005", 1)
                        + "\"},\"Name\":\"Ada King\"},\"What\":{\"attributes\":{\"type\":\"Name\",\"url\":"
                        + "\"/services/data/v67.0/sobjects/Account/" + SampleOrg.id("001", 1)
                        + "\"},\"Type\":\"Account\",\"Name\":\"Acme\"}}")
                .contains("\"Type\":\"Opportunity\",\"Name\":\"Mid\"")
                .endsWith("\"Owner\":null,\"What\":null}]}");
    }

    @Test
    void aliasesStandForTheObjectAndItsParents() throws Exception {
        assertThat(
                        answer(
                                "SELECT c.LastName, a.Name, o.Name FROM Contact c, c.Account a, a.Owner o WHERE a.Name = 'acme' AND c.LastName = 'Ost'"))
                .contains("\"LastName\":\"Ost\",\"Account\":{\"attributes\"")
                .contains("\"Name\":\"Acme\",\"Owner\":{\"attributes\"")
                .contains("\"Name\":\"Ada King\"");
    }

    @Test
    void childrenNestAsAnAnswerAndAreNullWhereThereAreNone() throws Exception {
        assertThat(
                        answer(
                                "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account WHERE Name IN ('acme', 'bürgerstiftung') ORDER BY Name"))
                .isEqualTo("""
                        {"totalSize":2,"done":true,"records":[\
                        {"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/%s"},"Name":"Acme",\
                        "Contacts":{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Contact","url":"/services/data/v67.0/sobjects/Contact/%s"},"LastName":"Ost"}]}},\
                        {"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/%s"},"Name":"Bürgerstiftung","Contacts":null}]}""".formatted(SampleOrg.id("001", 1), SampleOrg.id("003", 2), SampleOrg.id("001", 3)));
    }

    @Test
    void childrenHaveChildren() throws Exception {
        assertThat(
                        answer(
                                "SELECT (SELECT Account.Name, (SELECT Subject FROM Tasks WHERE Subject LIKE 'c%') FROM Account.Contacts) FROM Account WHERE Name = 'Acme'"))
                .contains("\"Tasks\":{\"totalSize\":1")
                .contains("\"Subject\":\"Call\"")
                .contains("\"Tasks\":null");
    }

    @Test
    void anAddressIsAnObjectOfItsParts() throws Exception {
        assertThat(answer("SELECT BillingAddress FROM Account WHERE Name LIKE 'acme%' ORDER BY Name"))
                .contains("\"BillingAddress\":{\"city\":\"Berlin\",\"latitude\":52.5}")
                .endsWith("\"BillingAddress\":null}]}");
    }

    @Test
    void labelsReplaceValues() throws Exception {
        assertThat(answer("SELECT toLabel(Industry), toLabel(Industry) shown FROM Account WHERE Name = 'Acme'"))
                .endsWith("\"Industry\":\"Energy!\",\"shown\":\"Energy!\"}]}");
    }

    @Test
    void fieldsStandsForTheFieldsOfTheObject() throws Exception {
        assertThat(answer("SELECT FIELDS(ALL) FROM Contact WHERE LastName = 'Ng' LIMIT 200"))
                .contains("\"Name\":\"Mia Ng\"", "\"Languages__c\":\"English;German\"");
        assertThat(answer("SELECT FIELDS(STANDARD) FROM Contact WHERE LastName = 'Ng'"))
                .contains("\"Name\":\"Mia Ng\"")
                .doesNotContain("Languages__c");
        assertThat(answer("SELECT Id, FIELDS(CUSTOM) FROM Contact WHERE LastName = 'Ng' LIMIT 1"))
                .contains("\"Languages__c\":\"English;German\"")
                .doesNotContain("LastName");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORDER BY Name                                         | 41235
            ORDER BY Name DESC                                    | 53214
            ORDER BY AnnualRevenue                                | 25314
            ORDER BY AnnualRevenue DESC                           | 24135
            ORDER BY AnnualRevenue DESC NULLS LAST                | 41352
            ORDER BY AnnualRevenue ASC NULLS LAST, Name           | 53142
            ORDER BY Industry, Name                               | 34125
            ORDER BY Industry DESC NULLS LAST, CreatedDate        | 52413
            ORDER BY Owner.Name DESC, Id DESC                     | 32541
            ORDER BY Id LIMIT 2                                   | 12
            ORDER BY Id LIMIT 2 OFFSET 3                          | 45
            ORDER BY Id OFFSET 4                                  | 5
            ORDER BY Id LIMIT 0                                   |
            ORDER BY CALENDAR_MONTH(CreatedDate), Id              | 54312
            """)
    void rowsAreOrdered(String clauses, String rows) throws Exception {
        StringBuilder digits = new StringBuilder();
        org.query("SELECT Id FROM Account " + clauses)
                .records()
                .forEach(record -> digits.append(record.get("Id").textValue(), 14, 15));
        assertThat(digits.toString()).isEqualTo(rows == null ? "" : rows);
    }

    @Test
    void picklistsAreOrderedAsTheirValues() throws Exception {
        assertThat(org.query("SELECT Name FROM Opportunity WHERE StageName LIKE '%o%' ORDER BY StageName, Name")
                        .records()
                        .findValuesAsText("Name"))
                .isEqualTo(List.of("New", "Old", "Big", "Mid", "Odd"));
    }

    @Test
    void countIsInTotalSize() throws Exception {
        assertThat(answer("SELECT COUNT() FROM Account")).isEqualTo("{\"totalSize\":5,\"done\":true,\"records\":[]}");
        assertThat(org.query("SELECT COUNT() FROM Contact WHERE Account.Name = 'acme'")
                        .totalSize())
                .isEqualTo(2);
        assertThat(org.query("SELECT count() FROM Account LIMIT 3").totalSize()).isEqualTo(3);
    }

    @Test
    void rowsInTheRecycleBinAnswerQueryAllOnly() throws Exception {
        QueryRequest all = new QueryRequest("SELECT COUNT() FROM Account", SampleOrg.BASE, true, 2000);

        assertThat(org.engine().query(org.db(), all).totalSize()).isEqualTo(6);
        assertThat(answer("SELECT Id FROM Account WHERE Name = 'Gone'")).contains("\"totalSize\":0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT COUNT(Id) FROM Account | {"expr0":5}
            SELECT COUNT(Industry), COUNT(Id) total, MAX(AnnualRevenue), AVG(NumberOfEmployees) FROM Account | {"expr0":4,"total":5,"expr1":12345678.9,"expr2":54.25}
            SELECT SUM(NumberOfEmployees) s, MIN(CreatedDate) m, COUNT_DISTINCT(Industry) d FROM Account | {"s":217,"m":"2025-02-28T12:00:00.000+0000","d":3}
            SELECT SUM(Amount) s, AVG(Amount) a FROM Opportunity WHERE Name = 'none' | {"s":null,"a":null}
            SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry | {"Industry":null,"n":1}{"Industry":"Banking","n":1}{"Industry":"Energy","n":2}{"Industry":"Zoo","n":1}
            SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 100 | {"StageName":"Closed Lost","expr0":501.5}
            SELECT Account.Owner.Name, COUNT(Id) c FROM Contact GROUP BY Account.Owner.Name ORDER BY COUNT(Id) DESC, Account.Owner.Name | {"Name":"Ada King","c":2}{"Name":null,"c":1}{"Name":"Bob Lee","c":1}
            SELECT Owner.Name who, COUNT(Id) FROM Opportunity GROUP BY Owner.Name ORDER BY Owner.Name DESC LIMIT 1 | {"who":"Bob Lee","expr0":2}
            SELECT CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) m, SUM(Amount) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) | {"expr0":2025,"m":11,"expr1":1.0}{"expr0":2026,"m":10,"expr1":50.0}{"expr0":2026,"m":11,"expr1":500.5}{"expr0":2026,"m":12,"expr1":null}
            SELECT Industry FROM Account GROUP BY Industry HAVING COUNT(Id) > 1 OR Industry = 'zoo' ORDER BY Industry | {"Industry":"Energy"}{"Industry":"Zoo"}
            SELECT DAY_ONLY(CreatedDate) d, COUNT(Id) c FROM Account GROUP BY DAY_ONLY(CreatedDate) ORDER BY DAY_ONLY(CreatedDate) DESC LIMIT 1 | {"d":"2026-11-22","c":1}
            SELECT Industry, COUNT(Id) c FROM Account GROUP BY Industry ORDER BY COUNT(Id) DESC, Industry LIMIT 2 OFFSET 1 | {"Industry":null,"c":1}{"Industry":"Banking","c":1}
            """)
    void groupsAnswerAsAggregateResults(String soql, String results) throws Exception {
        QueryPage page = org.query(soql);
        StringBuilder found = new StringBuilder();
        page.records()
                .forEach(record -> found.append(
                        record.toString().replaceFirst("\"attributes\":\\{\"type\":\"AggregateResult\"},", "")));

        assertThat(found.toString()).isEqualTo(results);
        assertThat(page.totalSize()).isEqualTo(page.records().size());
    }

    private String answer(String soql) throws Exception {
        return org.query(soql).toJson().toString();
    }
}
