package dev.orgbench.soql.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCompletionTest {
    private final Schema schema = new SampleSchema();

    /** The bar is the caret; behind it what comes first, in this order. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            |                                                              ; FIND
            FI|                                                            ; FIND
            FIND {Acme} |                                                  ; IN,RETURNING,WITH,LIMIT,UPDATE
            FIND {Acme} IN |                                               ; ALL FIELDS,NAME FIELDS,EMAIL FIELDS
            FIND {Acme} IN NAME |                                          ; FIELDS
            FIND {Acme} IN NAME FIELDS |                                   ; RETURNING,WITH,LIMIT,UPDATE
            FIND {Acme} RETURNING |                                        ; Account,Contact,Invoice__c
            FIND {Acme} RETURNING opp|                                     ; Opportunity
            FIND {Acme} RETURNING Contact(|)                               ; Id,Name,AccountId
            FIND {Acme} RETURNING Account, Contact(Id, | WHERE Id != null) ; Name,AccountId,Birthdate
            FIND {Acme} RETURNING Contact(Account.|)                       ; Id,Name,AnnualRevenue
            FIND {Acme} RETURNING Contact(Id |)                            ; USING LISTVIEW,WHERE,ORDER BY,LIMIT,OFFSET
            FIND {Acme} RETURNING Opportunity(Id WHERE StageName = |)      ; Prospecting,Qualification,Closed Won
            FIND {Acme} RETURNING Opportunity(Id WHERE Close|)             ; CloseDate
            FIND {Acme} RETURNING Opportunity(Id ORDER BY Amount |)        ; ASC,DESC,NULLS FIRST
            FIND {Acme} WITH |                                             ; DIVISION =,DATA CATEGORY,SNIPPET
            FIND {Acme} WITH SPELL_CORRECTION = |                          ; true,false
            FIND {Acme} UPDATE |                                           ; TRACKING,VIEWSTAT
            """)
    void theLikeliestComeFirst(String marked, String first) {
        String[] wanted = first.split(",");
        assertThat(labels(marked)).startsWith(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIND {Ac|me} RETURNING Account",
                "FIND {|} RETURNING Account",
                "FIND {Acme|",
                "FIND {Acme} LIMIT 1|"
            })
    void whatIsThePersonsOwnIsLeftAlone(String marked) {
        assertThat(labels(marked)).isEmpty();
    }

    @Test
    void whatSoslHasNotIsNotProposed() {
        assertThat(labels("FIND {Acme} RETURNING Account(|)"))
                .contains("toLabel", "FORMAT", "Owner")
                .doesNotContain("COUNT", "SUM", "Contacts", "CALENDAR_YEAR");
    }

    private List<String> labels(String marked) {
        int caret = marked.indexOf('|');
        return Completion.atSearch(marked.replace("|", ""), caret, schema).stream()
                .map(Proposal::label)
                .toList();
    }
}
