package dev.orgbench.soql.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Severity;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
    private final Schema schema = new SampleSchema();

    /** Brackets are around what is underlined; then the message; then the text after the first fix, if there is one. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            SELECT Id FROM [Acount]                                          § There is no object Acount, or this user may not see it. § SELECT Id FROM Account
            SELECT Id FROM [Invoice]                                         § There is no object Invoice, or this user may not see it. § SELECT Id FROM Invoice__c
            SELECT Id, [Amout] FROM Opportunity                              § No field Amout on Opportunity. § SELECT Id, Amount FROM Opportunity
            SELECT [Region] FROM Account                                     § No field Region on Account. § SELECT Region__c FROM Account
            SELECT [Employees] FROM Account                                  § No field Employees on Account. § SELECT NumberOfEmployees FROM Account
            SELECT [Acount].Name FROM Contact                                § No relationship Acount on Contact. § SELECT Account.Name FROM Contact
            SELECT [AccountId].Name FROM Contact                             § No relationship AccountId on Contact. § SELECT Account.Name FROM Contact
            SELECT [Account] FROM Contact                                    § Account leads to a parent: say which of its fields. § SELECT Account.Name FROM Contact
            SELECT Account.[Nme] FROM Contact                                § No field Nme on Account. § SELECT Account.Name FROM Contact
            SELECT (SELECT Id FROM [Contact]) FROM Account                   § No child relationship Contact on Account. § SELECT (SELECT Id FROM Contacts) FROM Account
            SELECT (SELECT [Nam] FROM Contacts) FROM Account                 § No field Nam on Contact. § SELECT (SELECT Name FROM Contacts) FROM Account
            SELECT [*] FROM Account LIMIT 10                                 § SOQL has no *. FIELDS(ALL) selects every field, and needs a LIMIT of at most 200. § SELECT FIELDS(ALL) FROM Account LIMIT 10
            SELECT [FIELDS(ALL)] FROM Account                                § FIELDS(ALL) needs a LIMIT of at most 200. § SELECT FIELDS(ALL) FROM Account LIMIT 200
            SELECT Id [Name] FROM Account                                    § A comma is missing before Name. § SELECT Id, Name FROM Account
            SELECT Id, Name, [Id] FROM Account                               § Id is selected already. § SELECT Id, Name FROM Account
            SELECT Id FROM Account WHERE Name = ["x"]                        § A text stands in single quotes. § SELECT Id FROM Account WHERE Name = 'x'
            SELECT Id FROM Account WHERE Name = [“x”]                        § A text stands in single quotes. § SELECT Id FROM Account WHERE Name = 'x'
            SELECT Id FROM Account WHERE Name = [Acme]                       § A text stands in single quotes. § SELECT Id FROM Account WHERE Name = 'Acme'
            SELECT Id FROM Account WHERE Name LIKE [Ac%]                     § A text stands in single quotes. § SELECT Id FROM Account WHERE Name LIKE 'Ac%'
            SELECT Id FROM Account WHERE Name = ['x]                         § This text has no closing quote. § SELECT Id FROM Account WHERE Name = 'x'
            SELECT Id FROM Account WHERE Name [==] 'x'                       § SOQL has no ==. § SELECT Id FROM Account WHERE Name = 'x'
            SELECT Id FROM Account WHERE Name [IS NOT NULL]                  § SOQL compares with null as with any value: != null. § SELECT Id FROM Account WHERE Name != null
            SELECT Id FROM Account WHERE Name [NOT LIKE] 'A%'                § NOT stands before the field: (NOT Name LIKE 'A%'). § SELECT Id FROM Account WHERE (NOT Name LIKE 'A%')
            SELECT Id FROM Account WHERE NumberOfEmployees [BETWEEN 1 AND 5] § SOQL has no BETWEEN. Write two comparisons with AND between them. § SELECT Id FROM Account WHERE NumberOfEmployees >= 1 AND NumberOfEmployees <= 5
            SELECT Id FROM Account WHERE Name = 'x' [&&] Id != null          § SOQL writes AND as a word. § SELECT Id FROM Account WHERE Name = 'x' AND Id != null
            SELECT Id FROM Account WHERE Name IN ['x']                       § IN takes its values in parentheses. § SELECT Id FROM Account WHERE Name IN ('x')
            SELECT Id FROM Account [WHER] Name = 'x'                         § Did you mean WHERE? § SELECT Id FROM Account WHERE Name = 'x'
            SELECT Id FROM Account LIMIT 5 [OFSET] 5                         § Did you mean OFFSET? § SELECT Id FROM Account LIMIT 5 OFFSET 5
            SELECT Id FROM Account[;]                                        § A query has no semicolon at its end. § SELECT Id FROM Account
            SELECT Id[,] FROM Account                                        § A field is missing behind the comma. § SELECT Id FROM Account
            SELECT Id, Name[]                                                § FROM with an object is missing here. §
            SELECT Id FROM Account WHERE Name = [:name]                      § Bind variables such as :name work in Apex only. Write the value itself. §
            SELECT Id FROM Account [ALL ROWS]                                § ALL ROWS works in Apex only. To see deleted records too, run the query with queryAll. §
            SELECT COUNT([*]) FROM Account                                   § SOQL counts records with COUNT(Id), or COUNT() alone. § SELECT COUNT(Id) FROM Account
            SELECT [SUMM](Amount) FROM Opportunity                           § SOQL has no function SUMM. § SELECT SUM(Amount) FROM Opportunity
            SELECT Id FROM Account WHERE [Description] = 'x'                 § Records cannot be filtered by Description, a long text. §
            SELECT Id FROM Account ORDER BY [Description]                    § Records cannot be ordered by Description, a textarea field. §
            SELECT Amount FROM Opportunity GROUP BY [Amount]                 § Records cannot be grouped by Amount, a currency field. §
            SELECT Id FROM Opportunity WHERE Amount > ['5']                  § Amount is a number: no quotes around it. § SELECT Id FROM Opportunity WHERE Amount > 5
            SELECT Id FROM Opportunity WHERE Name = [5]                      § Name is a text: put the value in single quotes. § SELECT Id FROM Opportunity WHERE Name = '5'
            SELECT Id FROM Opportunity WHERE IsClosed = ['true']             § IsClosed is true or false, without quotes. § SELECT Id FROM Opportunity WHERE IsClosed = true
            SELECT Id FROM Opportunity WHERE CloseDate > ['2024-01-31']      § CloseDate is a day: write 2024-01-31 without quotes, or a date literal such as THIS_MONTH. § SELECT Id FROM Opportunity WHERE CloseDate > 2024-01-31
            SELECT Id FROM Opportunity WHERE CloseDate > [2024-01-31T00:00:00Z] § CloseDate is a day: write 2024-01-31 without quotes, or a date literal such as THIS_MONTH. § SELECT Id FROM Opportunity WHERE CloseDate > 2024-01-31
            SELECT Id FROM Opportunity WHERE CreatedDate > [2024-01-31]      § CreatedDate is a day with a time: write 2024-01-31T09:00:00Z without quotes, or a date literal such as TODAY. § SELECT Id FROM Opportunity WHERE CreatedDate > 2024-01-31T00:00:00Z
            SELECT Id FROM Opportunity WHERE CreatedDate > [2024-01-31T09:00] § A date with a time needs its time zone, as in 2024-01-31T09:00:00Z. § SELECT Id FROM Opportunity WHERE CreatedDate > 2024-01-31T09:00:00Z
            SELECT Id FROM Opportunity WHERE CloseDate = [THIS_MONHT]        § There is no date literal THIS_MONHT. Did you mean THIS_MONTH? § SELECT Id FROM Opportunity WHERE CloseDate = THIS_MONTH
            SELECT Id FROM Opportunity WHERE CloseDate = LAST_N_DAYS[]       § A colon and a number, as in LAST_N_DAYS:30, is missing here. §
            SELECT Id FROM Opportunity WHERE AccountId = ['abc']             § A record's id has 15 or 18 letters and digits. §
            SELECT Id FROM Opportunity WHERE [IsClosed > true]               § > cannot be used with IsClosed, a boolean field. §
            SELECT Id FROM Opportunity WHERE [Amount LIKE '5%']              § LIKE cannot be used with Amount, a currency field. §
            SELECT Id FROM Opportunity WHERE [StageName] INCLUDES ('a')      § INCLUDES asks a multi-select picklist, and StageName is none. Use IN. §
            SELECT Id FROM Opportunity WHERE Name = [Account.Name]           § SOQL compares a field with a value, never with another field or function. §
            SELECT [StageName], COUNT(Id) FROM Opportunity                   § StageName must be in GROUP BY, or in an aggregate such as COUNT(). § SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName
            SELECT StageName, [Name] FROM Opportunity GROUP BY StageName     § Name must be in GROUP BY, or in an aggregate such as COUNT(). § SELECT StageName, Name FROM Opportunity GROUP BY StageName, Name
            SELECT MAX(Amount) FROM Opportunity [LIMIT 1]                    § Aggregates without GROUP BY make one row, and take no LIMIT. § SELECT MAX(Amount) FROM Opportunity
            SELECT [COUNT()] FROM Opportunity GROUP BY StageName             § COUNT() cannot be used with GROUP BY. § SELECT COUNT(Id) FROM Opportunity GROUP BY StageName
            SELECT SUM([CloseDate]) FROM Opportunity                         § SUM does not take CloseDate, a date field: it takes a number. §
            SELECT [CALENDAR_YEAR(CloseDate)] FROM Opportunity               § A part of a date can be selected only if it is in GROUP BY too. § SELECT CALENDAR_YEAR(CloseDate) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate)
            SELECT Id FROM Opportunity WHERE [SUM(Amount)] > 5               § Aggregates cannot be filtered in WHERE. Use HAVING behind GROUP BY. §
            SELECT Id FROM Opportunity [HAVING] Name = 'x'                   § HAVING chooses among groups and needs a GROUP BY before it. For records, use WHERE. § SELECT Id FROM Opportunity WHERE Name = 'x'
            SELECT Id FROM Account [OFFSET 5000]                             § OFFSET is at most 2,000. Order by Id and filter by the last Id instead. § SELECT Id FROM Account OFFSET 2000
            SELECT Id FROM Account WHERE [Name] IN (SELECT AccountId FROM Contact) § A query behind IN compares ids, and Name is none. §
            SELECT Id FROM Account WHERE Id IN (SELECT [Email] FROM Contact) § A query behind IN selects an id or a reference; Email is none. §
            SELECT TYPEOF What WHEN [Lead] THEN Id END FROM Task             § What never is a record of Lead. § SELECT TYPEOF What WHEN Account THEN Id END FROM Task
            SELECT Id FROM Account WHERE Name = 'a' OR Name = 'b' [AND] Id != null § AND and OR may not stand side by side. Put parentheses around what belongs together. § SELECT Id FROM Account WHERE (Name = 'a' OR Name = 'b') AND Id != null
            SELECT [GROUPING(StageName)], StageName FROM Opportunity GROUP BY StageName § GROUPING() goes with GROUP BY ROLLUP or GROUP BY CUBE. §
            SELECT GROUPING([Name]) FROM Opportunity GROUP BY ROLLUP(StageName) § Name must be in GROUP BY for GROUPING() to tell of it. §
            SELECT COUNT(Id) n, SUM(Amount) [N] FROM Opportunity             § There is an alias N already. §
            SELECT [ROLLUP](StageName) FROM Opportunity                      § SOQL has no function ROLLUP. §
            SELECT COUNT(Id) FROM Task [GROUP BY ROLLUP(WhatId, WhoId, OwnerId, Subject)] § ROLLUP takes at most 3 fields. §
            SELECT [convertTimezone(CreatedDate)] FROM Opportunity           § convertTimezone stands within a function of dates, as in HOUR_IN_DAY(convertTimezone(CreatedDate)). §
            SELECT SUM([CALENDAR_YEAR(CloseDate)]) FROM Opportunity          § CALENDAR_YEAR cannot stand within SUM. §
            SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), ['m']) < 5 § DISTANCE is in miles or in kilometers: 'mi' or 'km'. § SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') < 5
            SELECT Id FROM Account WHERE DISTANCE(BillingAddress, [5], 'mi') < 5 § DISTANCE measures from GEOLOCATION(latitude, longitude). §
            SELECT Id FROM Account WHERE [DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi')] = 5 § DISTANCE is compared with < or > only. §
            SELECT Id FROM Account USING SCOPE [mein]                        § There is no scope mein. § SELECT Id FROM Account USING SCOPE mine
            SELECT Id FROM Account ORDER BY Name [FOR UPDATE]                § FOR UPDATE cannot be used with ORDER BY. §
            SELECT Id FROM Account FOR VIEW [FOR] VIEW                       § There is a FOR VIEW already. §
            SELECT (SELECT Id FROM Contacts [OFFSET 5]) FROM Account         § A sub-query takes OFFSET only where the query around it has LIMIT 1. § SELECT (SELECT Id FROM Contacts ) FROM Account
            SELECT (SELECT COUNT(Id) FROM Contacts [GROUP BY AccountId]) FROM Account § A sub-query for children cannot group. §
            SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM [Account]) § A query behind IN asks another object than the query around it. §
            SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact [LIMIT 5]) § A query behind IN has no LIMIT. § SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact )
            SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact ORDER BY [Name]) § A query behind IN has no ORDER BY. §
            SELECT Id FROM Account WHERE Name = 'x' OR Id IN ([SELECT AccountId FROM Contact]) § A query behind IN cannot stand under OR or NOT. §
            SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN ([SELECT WhoId FROM Task])) § A query behind IN cannot have another one behind IN. §
            SELECT Id FROM Account WHERE Id IN ([SELECT AccountId, Id FROM Contact]) § A query behind IN selects one field. §
            SELECT [Account.Parent.Parent.Parent.Parent.Parent.Name] FROM Contact § A path goes through at most 5 parents. §
            SELECT Id [-- all of them]                                       § SOQL has no comments. §
            """)
    void theOnlyErrorIsUnderlinedAndExplained(String marked, String message, String fixed) {
        String soql = marked.replace("[", "").replace("]", "");
        List<Problem> problems = Checker.check(soql, schema).stream()
                .filter(problem -> !marked.contains("--") || problem.message().contains("comments"))
                .toList();

        assertThat(problems).extracting(Problem::message).containsExactly(message);
        Problem problem = problems.getFirst();
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.range()).isEqualTo(new Range(marked.indexOf('['), marked.indexOf(']') - 1));
        if (fixed != null) {
            String mended = problem.fixes().getFirst().applyTo(soql);
            assertThat(mended.strip()).isEqualTo(fixed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id, Name, Account.Owner.Profile.Name FROM Contact WHERE Account.Industry IN ('Banking') ORDER BY Account.Name",
                "SELECT COUNT() FROM Contact c, c.Account a WHERE a.Name LIKE 'A%' AND c.Email != null",
                "SELECT Account.Name FROM Account",
                "SELECT StageName s, COUNT(Id) n, SUM(Amount), CALENDAR_YEAR(CloseDate) FROM Opportunity WHERE CloseDate = LAST_N_DAYS:30 GROUP BY ROLLUP(StageName, CALENDAR_YEAR(CloseDate)) HAVING SUM(Amount) > 5.5 ORDER BY COUNT(Id) DESC LIMIT 5",
                "SELECT GROUPING(StageName), StageName, FORMAT(MAX(Amount)) FROM Opportunity GROUP BY CUBE(StageName)",
                "SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), COUNT(Id) FROM Opportunity GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))",
                "SELECT Id, (SELECT Id, (SELECT Subject FROM Tasks) FROM Contacts WHERE Birthdate < 2000-01-01 LIMIT 5) FROM Account",
                "SELECT TYPEOF What WHEN Account THEN Industry, Name WHEN Opportunity THEN Amount ELSE Name END FROM Task",
                "SELECT Owner.Name, Who.Type FROM Task WHERE What.Type IN ('Account')",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email LIKE '%@x.org') AND Id NOT IN (SELECT AccountId FROM Opportunity)",
                "SELECT FIELDS(ALL) FROM Account LIMIT 200",
                "SELECT FIELDS(STANDARD) FROM Account",
                "SELECT toLabel(StageName), convertCurrency(Amount), FORMAT(CloseDate) d FROM Opportunity",
                "SELECT Id FROM Opportunity WHERE Amount > USD5000.5 AND Tags__c INCLUDES ('Red;Green', 'Red') AND StageName = ''",
                "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(37.7, -122.4), 'mi') < 20 ORDER BY DISTANCE(BillingAddress, GEOLOCATION(37.7, -122.4), 'mi')",
                "SELECT Id FROM Account USING SCOPE mine WHERE Name = 'x' WITH USER_MODE LIMIT 1 OFFSET 1 FOR VIEW",
                "SELECT Id FROM Account WITH DATA CATEGORY Geography__c ABOVE_OR_BELOW (usa__c, uk__c) AND Product__c AT x__c FOR REFERENCE UPDATE TRACKING",
                "SELECT Account__r.Name FROM Invoice__c WHERE Account__r.ParentId != null FOR UPDATE",
                "SELECT Id FROM Opportunity WHERE CreatedDate >= 2024-01-01T00:00:00.000+01:00 AND IsClosed = false AND CloseDate = N_FISCAL_QUARTERS_AGO:3",
            })
    void aRightQueryHasNoProblem(String soql) {
        assertThat(Checker.check(soql, schema)).isEmpty();
    }

    @Test
    void anUnknownChoiceOfARestrictedPicklistIsAWarning() {
        assertThat(Checker.check("SELECT Id FROM Opportunity WHERE StageName = 'Prospectin'", schema))
                .satisfiesExactly(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
                    assertThat(problem.message()).isEqualTo("StageName has no active value Prospectin.");
                    assertThat(problem.fixes().getFirst().replacement()).isEqualTo("'Prospecting'");
                });
        assertThat(Checker.check("SELECT Id FROM Account WHERE Industry = 'Something else'", schema))
                .isEmpty();
        assertThat(Checker.check("SELECT Id FROM Account WHERE Industry = 'Bankng'", schema))
                .extracting(Problem::severity)
                .containsExactly(Severity.HINT);
    }

    @Test
    void severalMistakesAreAllReportedInOrder() {
        String soql =
                "SELECT Id, Nam, (SELECT Lastname FRM Contacts) FROM Account WHERE Industy = \"x\" AND = 5 ORDER Name LIMIT x";

        assertThat(Checker.check(soql, schema))
                .extracting(problem ->
                        soql.substring(problem.range().start(), problem.range().end()))
                .contains("Nam", "Industy", "\"x\"", "=", "ORDER", "x");
    }

    @Test
    void whatIsNotKnownYetIsNotJudged() {
        String soql = "SELECT Nope, Account.Nope, (SELECT Nope FROM Tasks) FROM Contact WHERE Nope = 5";

        assertThat(Checker.check(soql, new SampleSchema().without("Contact"))).isEmpty();
        assertThat(Checker.check("SELECT Account.Nope FROM Contact", new SampleSchema().without("Account")))
                .isEmpty();
        assertThat(Checker.check(soql, Schema.unknown())).isEmpty();
        assertThat(Checker.check("SELECT Id FROM Nope", new SampleSchema().withoutList()))
                .isEmpty();
    }

    @Test
    void aBlankTextIsNoErrorButAHint() {
        assertThat(Checker.check(" \n ", schema)).satisfiesExactly(hint -> {
            assertThat(hint.severity()).isEqualTo(Severity.HINT);
            assertThat(hint.message()).startsWith("Write a query");
        });
    }

    @Test
    void limitsOfALargeQueryAreKept() {
        String third = " AND Id NOT IN (SELECT AccountId FROM Opportunity)";
        assertThat(messages("SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)" + third.repeat(2)))
                .containsExactly("A query has at most 2 queries behind IN.");
        assertThat(messages("SELECT Id FROM Account WHERE Name IN ('" + "x".repeat(4_001) + "')"))
                .containsExactly("A text in a condition has at most 4,000 characters; this one has 4,001.");
        assertThat(messages("SELECT Id FROM Account WHERE Name = '" + "x".repeat(4_000) + "'"))
                .isEmpty();
        SampleSchema nested = new SampleSchema();
        nested.add("Node", "a09", List.of(SampleSchema.id()), new ChildSchema("Nodes", "Node", "ParentId"));
        String five = "(SELECT Id, ".repeat(5) + "Id FROM Nodes" + ") FROM Nodes".repeat(4) + ")";
        assertThat(Checker.check("SELECT " + five.replace("Id, Id", "Id") + " FROM Node", nested))
                .isEmpty();
        assertThat(Checker.check("SELECT (SELECT " + five.replace("Id, Id", "Id") + " FROM Nodes) FROM Node", nested))
                .extracting(Problem::message)
                .containsExactly("Sub-queries go at most 5 levels deep.");
    }

    @Test
    void aQueryGoesToAtMost55Parents() {
        SampleSchema wide = new SampleSchema();
        StringBuilder select = new StringBuilder("SELECT Id");
        List<FieldSchema> fields = new ArrayList<>(List.of(SampleSchema.id()));
        for (int i = 0; i < 56; i++) {
            fields.add(SampleSchema.reference("P" + i + "__c", "P", "P" + i + "__r", "Account"));
            select.append(", P").append(i).append("__r.Name");
        }
        wide.add("Wide__c", "a09", fields);

        assertThat(Checker.check(select + " FROM Wide__c", wide))
                .extracting(Problem::message)
                .containsExactly("A query goes to at most 55 parents.");
    }

    private List<String> messages(String soql) {
        return Checker.check(soql, schema).stream().map(Problem::message).toList();
    }

    @Test
    void limitsOfSubQueriesAreKept() {
        String children = ", (SELECT Id FROM Contacts)".repeat(21);
        assertThat(Checker.check("SELECT Id" + children + " FROM Account", schema))
                .extracting(Problem::message)
                .contains("A query has at most 20 sub-queries.");
        assertThat(Checker.check("SELECT Id FROM Account WHERE Name = '" + "x".repeat(100_000) + "'", schema))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("A query has at most 100,000 characters"));
    }
}
