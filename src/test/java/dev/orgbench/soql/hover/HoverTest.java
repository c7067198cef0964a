package dev.orgbench.soql.hover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.Range;
import dev.orgbench.soql.schema.SampleSchema;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoverTest {
    /** The bar stands in front of the character under the pointer. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SELECT Stage|Name FROM Opportunity                              ; Opportunity.StageName ; Stage · picklist
            SELECT Account.|Name FROM Contact                               ; Account.Name          ; Account Name · string(80)
            SELECT |account.name FROM Contact                               ; Contact.Account       ; by AccountId to Account
            SELECT AccountI|d FROM Contact                                  ; Contact.AccountId     ; Account ID · reference to Account
            SELECT Id FROM |opportunity o                                   ; Opportunity           ; Opportunity · standard object · ids begin with 006 · 10 fields
            SELECT |o.Id FROM Opportunity o                                 ; Opportunity           ; Opportunity · standard object · ids begin with 006 · 10 fields
            SELECT (SELECT Em|ail FROM Contacts) FROM Account               ; Contact.Email         ; Email · email(80)
            SELECT (SELECT Id FROM Cont|acts) FROM Account                  ; Contact               ; Contact · standard object · ids begin with 003 · 7 fields
            SELECT Id FROM Account WHERE Id IN (SELECT Acc|ountId FROM Contact) ; Contact.AccountId ; Account ID · reference to Account
            SELECT TYPEOF What WHEN Account THEN Ind|ustry END FROM Task    ; Account.Industry      ; Industry · picklist
            SELECT CALENDAR_|YEAR(CloseDate) FROM Opportunity               ; CALENDAR_YEAR()       ; the year
            SELECT Id FROM Opportunity WHERE CloseDate = last_|n_days:3     ; LAST_N_DAYS:n         ; the last n days
            """)
    void aWordIsExplained(String text, String title, String detail) {
        Hover hover = at(text).orElseThrow();

        assertThat(hover.title()).isEqualTo(title);
        assertThat(hover.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "SEL|ECT Id FROM Account",
        "SELECT| Id FROM Account",
        "SELECT No|pe FROM Account",
        "SELECT Id FROM |Nope",
        "SELECT Id FROM Account|"
    })
    void whatMeansNothingIsNotExplained(String text) {
        assertThat(at(text)).isEmpty();
    }

    @Test
    void aPicklistShowsItsValuesAndHelp() {
        Hover hover = at("SELECT Id FROM Opportunity WHERE Stage|Name = ").orElseThrow();

        assertThat(hover.values()).containsExactly("Prospecting", "Qualification", "Closed Won");
        assertThat(hover.help()).isEqualTo("How far it is.");
        assertThat(hover.range()).isEqualTo(new Range(33, 42));
    }

    private static Optional<Hover> at(String text) {
        return Hover.at(text.replace("|", ""), text.indexOf('|'), new SampleSchema());
    }
}
