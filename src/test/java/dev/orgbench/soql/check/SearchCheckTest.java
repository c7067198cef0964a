package dev.orgbench.soql.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Severity;
import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCheckTest {
    private final Schema schema = new SampleSchema();

    /** Angle brackets are around what is underlined; then the message; then the text after the first fix, if there is one. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            FIND ‹'Acme'› RETURNING Account                              § What is looked for stands in braces: FIND {Acme}. § FIND {Acme} RETURNING Account
            FIND ‹{Acme RETURNING Account›                               § What is looked for stands in braces: FIND {Acme}. § FIND {Acme RETURNING Account}
            FIND ‹{a}›                                                   § One character alone cannot be looked for. §
            FIND ‹{ }›                                                   § Nothing is looked for. §
            FIND {Acme‹!›}                                               § A backslash stands before ! in a search term. § FIND {Acme\\!}
            FIND {‹"Acme›}                                               § This phrase has no closing quote. § FIND {"Acme"}
            FIND {Acme} ‹RETURNIN› Account                               § Did you mean RETURNING? § FIND {Acme} RETURNING Account
            FIND {Acme} IN ‹NAM› FIELDS                                  § ALL, NAME, EMAIL, PHONE or SIDEBAR should stand here, not NAM. §
            FIND {Acme} RETURNING Account ‹IN› NAME FIELDS               § IN stands too far back: the order is IN, RETURNING, WITH, LIMIT, UPDATE. §
            FIND {Acme} LIMIT 5 ‹LIMIT› 6                                § There is a LIMIT already. §
            FIND {Acme} RETURNING ‹Acount›                               § There is no object Acount, or this user may not see it. § FIND {Acme} RETURNING Account
            FIND {Acme} RETURNING Account(‹Nme›)                         § No field Nme on Account. § FIND {Acme} RETURNING Account(Name)
            FIND {Acme} RETURNING Contact(‹Acount›.Name)                 § No relationship Acount on Contact. § FIND {Acme} RETURNING Contact(Account.Name)
            FIND {Acme} RETURNING Account(Id WHERE ‹Description› = 'x')  § Records cannot be filtered by Description, a long text. §
            FIND {Acme} RETURNING Account(Id WHERE AnnualRevenue > ‹'5'›) § AnnualRevenue is a number: no quotes around it. § FIND {Acme} RETURNING Account(Id WHERE AnnualRevenue > 5)
            FIND {Acme} RETURNING Account(Id ORDER BY ‹Description›)     § Records cannot be ordered by Description, a textarea field. §
            FIND {Acme} RETURNING Account(‹COUNT(Id)›)                   § A search returns records; SOSL has no aggregates. §
            FIND {Acme} RETURNING Account(Id ‹GROUP› BY Id)              § A clause that SOSL has here: WHERE, USING LISTVIEW, ORDER BY, LIMIT or OFFSET should stand here, not GROUP. §
            FIND {Acme} RETURNING Account, ‹Account›                     § Account is returned already. §
            FIND {Acme} RETURNING Account(Id ‹OFFSET 5›), Contact        § OFFSET is for a search that returns one object. §
            FIND {Acme} RETURNING Account(Id USING LISTVIEW = ‹x›), Lead § A list view is for a search that returns one object. §
            FIND {Acme} RETURNING Account(Id ‹LIMIT 2001›)               § A search finds at most 2,000 records. § FIND {Acme} RETURNING Account(Id LIMIT 2000)
            FIND {Acme} ‹LIMIT 5000›                                     § A search finds at most 2,000 records. § FIND {Acme} LIMIT 2000
            FIND {Acme} WITH METADATA = ‹'ALL'›                          § METADATA gives labels only: 'LABELS'. § FIND {Acme} WITH METADATA = 'LABELS'
            FIND {Acme} WITH DIVISION = ‹5›                              § A text in single quotes should stand here. §
            FIND {Acme} WITH DIVISION = ‹:x›                             § Bind variables such as :name work in Apex only. Write the value itself. §
            FIND {Acme} ‹// all›                                         § SOSL has no comments. § FIND {Acme}
            """)
    void theOnlyErrorIsUnderlinedAndExplained(String marked, String message, String fixed) {
        String sosl = marked.replace("‹", "").replace("›", "");
        List<Problem> problems = Checker.checkSearch(sosl, schema);

        assertThat(problems).extracting(Problem::message).containsExactly(message);
        Problem problem = problems.getFirst();
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.range()).isEqualTo(new Range(marked.indexOf('‹'), marked.indexOf('›') - 1));
        if (fixed != null) {
            assertThat(problem.fixes().getFirst().applyTo(sosl).strip()).isEqualTo(fixed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIND {Acme} IN NAME FIELDS RETURNING Account(Id, Name WHERE Industry = 'Banking' ORDER BY Name LIMIT 5 OFFSET 2)",
                "FIND {Ac*} RETURNING Contact(Id, Account.Owner.Name, FORMAT(Birthdate) b), Account, Lead(Name LIMIT 3) LIMIT 2000",
                "FIND {Acme} RETURNING Account(toLabel(Industry) USING LISTVIEW = Mine) WITH HIGHLIGHT WITH METADATA = 'LABELS'"
            })
    void aRightSearchHasNoProblem(String sosl) {
        assertThat(Checker.checkSearch(sosl, schema)).isEmpty();
    }

    @Test
    void aLongTermIsAWarning() {
        assertThat(Checker.checkSearch("FIND {" + "ab ".repeat(1_400) + "}", schema))
                .extracting(Problem::severity, Problem::message)
                .containsExactly(tuple(
                        Severity.WARNING, "In a term of more than 4,000 characters AND, OR and AND NOT do not count."));
        assertThat(Checker.checkSearch("FIND {" + "x".repeat(10_001) + "}", schema))
                .extracting(Problem::message)
                .containsExactly("A term of more than 10,000 characters finds nothing.");
    }

    @Test
    void whatIsNotKnownYetIsNotJudged() {
        assertThat(Checker.checkSearch("FIND {Acme} RETURNING Nope(Nope WHERE Nope = 5)", Schema.unknown()))
                .isEmpty();
        assertThat(Checker.checkSearch(" ", schema))
                .extracting(Problem::severity)
                .containsExactly(Severity.HINT);
    }
}
