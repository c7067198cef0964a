package dev.orgbench.soql.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
    private final Schema schema = new SampleSchema();

    /** The bar is the caret; behind it what comes first, in this order. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            |                                                                      ; SELECT
            SEL|                                                                   ; SELECT
            SELECT Id FROM |                                                       ; Account,Contact,Invoice__c
            SELECT Id FROM opp|                                                    ; Opportunity
            SELECT Id FROM inv|                                                    ; Invoice__c
            SELECT Id FROM |WHERE Name = 'x'                                       ; Account,Contact,Invoice__c
            SELECT | FROM Opportunity                                              ; Id,Name,AccountId,Amount
            SELECT St| FROM Opportunity                                            ; StageName
            SELECT cd| FROM Opportunity                                            ; CloseDate,CreatedDate
            SELECT Id, Name, | FROM Account                                        ; AnnualRevenue,BillingAddress
            SELECT Id, | , Name FROM Account                                       ; AnnualRevenue,BillingAddress
            SELECT Account.| FROM Contact                                          ; Id,Name,AnnualRevenue
            SELECT Account.Owner.Pro| FROM Contact                                 ; ProfileId,Profile
            SELECT Ow| FROM Account                                                ; OwnerId,Owner
            SELECT reg| FROM Account                                               ; Region__c
            SELECT Employees| FROM Account                                         ; NumberOfEmployees
            SELECT Id, (SELECT | FROM Contacts) FROM Account                       ; Id,Name,AccountId
            SELECT Id, (SELECT Id FROM |) FROM Account                             ; Contacts,Opportunities
            SELECT Id, (SELECT Id FROM | FROM Account                              ; Contacts,Opportunities
            SELECT Id, cont| FROM Account                                          ; Contacts
            SELECT SUM(|) FROM Opportunity                                         ; Amount
            SELECT CALENDAR_YEAR(|) FROM Opportunity                               ; CloseDate,CreatedDate,Account,Owner,convertTimezone
            SELECT su| FROM Opportunity                                            ; SUM
            SELECT Id |                                                            ; FROM
            SELECT Id FROM Account |                                               ; USING SCOPE,WHERE,WITH,GROUP BY,ORDER BY,LIMIT
            SELECT Id FROM Account WHERE Name = 'x' |                              ; AND,OR,WITH
            SELECT Id FROM Account wh|                                             ; WHERE
            SELECT Id FROM Account ORDER |                                         ; BY
            SELECT Id FROM Account WHERE |                                         ; Id,Name,AnnualRevenue
            SELECT Id FROM Account WHERE (Name = 'x' OR ind|) AND Id != null       ; Industry
            SELECT Id FROM Account WHERE Name |                                    ; =,!=,LIKE,IN,NOT IN
            SELECT Id FROM Account WHERE Name li|                                  ; LIKE
            SELECT Id FROM Opportunity WHERE Tags__c |                             ; =,!=,INCLUDES,EXCLUDES
            SELECT Id FROM Opportunity WHERE IsClosed |                            ; =,!=
            SELECT Id FROM Opportunity WHERE IsClosed = |                          ; true,false
            SELECT Id FROM Opportunity WHERE StageName = |                         ; Prospecting,Qualification,Closed Won,null
            SELECT Id FROM Opportunity WHERE StageName = '|                        ; Prospecting,Qualification,Closed Won
            SELECT Id FROM Opportunity WHERE StageName = 'qu|' AND Amount > 1      ; Qualification
            SELECT Id FROM Opportunity WHERE StageName IN ('Prospecting', |)       ; Prospecting,Qualification
            SELECT Id FROM Opportunity WHERE StageName = won|                      ; Closed Won
            SELECT Id FROM Opportunity WHERE CloseDate = |                         ; YESTERDAY,TODAY,TOMORROW
            SELECT Id FROM Opportunity WHERE CloseDate > last_n_d|                 ; LAST_N_DAYS:
            SELECT Id FROM Account WHERE Id IN (|                                  ; '',SELECT
            SELECT Id FROM Account WHERE Id IN (SELECT | FROM Contact)             ; Id,Name,AccountId
            SELECT Id FROM Account ORDER BY Name |                                 ; ASC,DESC,NULLS FIRST,NULLS LAST
            SELECT Id FROM Account ORDER BY Name DESC NULLS |                      ; FIRST,LAST
            SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY |                ; Id,Name,AccountId,CloseDate
            SELECT StageName FROM Opportunity GROUP BY StageName HAVING cou|       ; COUNT,COUNT_DISTINCT
            SELECT Id FROM Account USING SCOPE |                                   ; delegated,everything,mine
            SELECT FIELDS(|) FROM Account                                          ; ALL,STANDARD,CUSTOM
            SELECT c.| FROM Contact c                                              ; Id,Name,AccountId
            SELECT TYPEOF What WHEN | THEN Id END FROM Task                        ; Account,Opportunity
            SELECT TYPEOF What WHEN Account THEN ann| END FROM Task                ; AnnualRevenue
            SELECT Owner.| FROM Task                                               ; Id,Name,Alias
            SELECT Id FROM Account FOR |                                           ; VIEW,REFERENCE,UPDATE
            SELECT Id FROM Account WHERE WHERE Name = 'x' AND Ind|                 ; Industry
            """)
    void proposalsBeginWith(String text, String expected) {
        assertThat(at(text)).extracting(Proposal::label).startsWith(expected.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Opportunity WHERE Name = '|",
                "SELECT TYPEOF What WHEN |",
                "SELECT Id FROM Account LIMIT |",
                "SELECT Id FROM Account WHERE Name = 'any|thing'",
                "SELECT Id | FROM Opportunity"
            })
    void nothingIsProposedWhereNothingFits(String text) {
        assertThat(at(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT Id FROM Account WHERE |, Description",
        "SELECT Id FROM Account ORDER BY |, Description",
        "SELECT Id FROM Opportunity GROUP BY |, Amount",
        "SELECT SUM(|) FROM Opportunity, CloseDate"
    })
    void whatTheClauseRefusesIsNotProposed(String text, String field) {
        assertThat(at(text)).extracting(Proposal::label).isNotEmpty().doesNotContain(field);
    }

    @Test
    void aProposalReplacesTheWholeWord() {
        assertThat(taken("SELECT Na|xyz FROM Account", "Name")).isEqualTo("SELECT Name FROM Account");
        assertThat(taken("SELECT Ow| FROM Account", "Owner")).isEqualTo("SELECT Owner. FROM Account");
        assertThat(taken("SELECT Ow|.Name FROM Account", "Owner")).isEqualTo("SELECT Owner.Name FROM Account");
        assertThat(taken("SELECT |Id FROM Account", "Name")).isEqualTo("SELECT NameId FROM Account");
    }

    @Test
    void aValueBringsItsQuotesAndEscapes() {
        assertThat(taken("SELECT Id FROM Account WHERE Industry = |", "Farmer's Market"))
                .isEqualTo("SELECT Id FROM Account WHERE Industry = 'Farmer\\'s Market'");
        assertThat(taken("SELECT Id FROM Account WHERE Industry = 'Far|' LIMIT 1", "Farmer's Market"))
                .isEqualTo("SELECT Id FROM Account WHERE Industry = 'Farmer\\'s Market' LIMIT 1");
        assertThat(taken("SELECT Id FROM Account WHERE Industry = 'Far|\nLIMIT 1", "Farmer's Market"))
                .isEqualTo("SELECT Id FROM Account WHERE Industry = 'Farmer\\'s Market'\nLIMIT 1");
    }

    @Test
    void aFunctionPutsTheCaretBetweenItsParentheses() {
        Proposal sum = proposal("SELECT su| FROM Opportunity", "SUM");

        assertThat(sum.insert()).isEqualTo("SUM()");
        assertThat(sum.caret()).isEqualTo(4);
        assertThat(taken("SELECT su|(Amount) FROM Opportunity", "SUM"))
                .isEqualTo("SELECT SUM(Amount) FROM Opportunity");
    }

    @Test
    void aFieldTellsItsTypeLabelAndHelp() {
        Proposal stage = proposal("SELECT St| FROM Opportunity", "StageName");

        assertThat(stage.kind()).isEqualTo(ProposalKind.FIELD);
        assertThat(stage.detail()).isEqualTo("picklist · Stage");
        assertThat(stage.help()).isEqualTo("How far it is.");
    }

    @Test
    void whatIsNotKnownYetIsNotProposedAndKeywordsAre() {
        assertThat(Completion.at("SELECT Id FROM ", 15, new SampleSchema().withoutList()))
                .isEmpty();
        assertThat(Completion.at("SELECT Id FROM Nope ", 20, new SampleSchema()))
                .extracting(Proposal::label)
                .contains("WHERE");
    }

    @Test
    void everyCaretOfEveryTextIsAnswered() {
        String soql =
                "SELECT Id, (SELECT Name FROM Contacts), TYPEOF x WHEN y THEN z END FROM Account a WHERE (Industry = 'Bank\\'' AND\n"
                        + " NOT Name IN ('a')) GROUP BY ROLLUP(Name) HAVING COUNT(Id) > 1 ORDER BY Name DESC NULLS LAST LIMIT 1 OFFSET 2 FOR VIEW";
        for (int cut = 0; cut <= soql.length(); cut++) {
            for (String text : List.of(soql, soql.substring(0, cut), soql.substring(cut))) {
                int caret = Math.min(cut, text.length());
                assertThat(Completion.at(text, caret, schema)).allSatisfy(proposal -> {
                    assertThat(proposal.replace().start()).isLessThanOrEqualTo(caret);
                    assertThat(proposal.replace().end()).isBetween(caret, text.length());
                    assertThat(proposal.caret()).isBetween(0, proposal.insert().length());
                });
            }
        }
    }

    private Proposal proposal(String text, String label) {
        return at(text).stream()
                .filter(p -> p.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private String taken(String text, String label) {
        return proposal(text, label).applyTo(text.replace("|", ""));
    }

    private List<Proposal> at(String text) {
        return Completion.at(text.replace("|", ""), text.indexOf('|'), schema);
    }
}
