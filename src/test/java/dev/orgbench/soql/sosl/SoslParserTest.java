package dev.orgbench.soql.sosl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.sosl.Search.FieldGroup;
import dev.orgbench.soql.sosl.Search.With;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoslParserTest {
    @Test
    void everyClauseIsInTheTree() throws Exception {
        String sosl =
                "find {Acme} IN name FIELDS RETURNING Account(Id, toLabel(Industry) i USING LISTVIEW = Mine WHERE Name LIKE 'A%'"
                        + " AND Rating != null ORDER BY Name DESC NULLS LAST LIMIT 5 OFFSET 2), Contact"
                        + " WITH DIVISION = 'Global' WITH DATA CATEGORY G__c AT (a__c, b__c) AND H__c BELOW c__c WITH SNIPPET(target_length=120)"
                        + " WITH NETWORK IN ('0DB1', '0DB2') WITH PricebookId = '01s1' WITH METADATA = 'LABELS' WITH HIGHLIGHT"
                        + " WITH SPELL_CORRECTION = false WITH USER_MODE LIMIT 20 UPDATE TRACKING, VIEWSTAT";
        Search search = Sosl.parse(sosl);

        assertThat(slice(sosl, search.range())).isEqualTo(sosl);
        assertThat(slice(sosl, search.braces())).isEqualTo("{Acme}");
        assertThat(slice(sosl, search.term().range())).isEqualTo("Acme");
        assertThat(search.in()).isEqualTo(FieldGroup.NAME);
        assertThat(search.returning()).extracting(each -> each.object().text()).containsExactly("Account", "Contact");
        Returned account = search.returning().getFirst();
        assertThat(account.query().select()).hasSize(2);
        assertThat(account.query().where()).isInstanceOf(Condition.And.class);
        assertThat(Objects.requireNonNull(account.listView()).text()).isEqualTo("Mine");
        assertThat(account.query().orderBy()).hasSize(1);
        assertThat(Objects.requireNonNull(account.query().limit()).number()).isEqualTo(5);
        assertThat(Objects.requireNonNull(account.query().offset()).number()).isEqualTo(2);
        assertThat(search.returning().getLast().query().select()).isEmpty();
        assertThat(search.with())
                .extracting(With::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly(
                        "Division",
                        "DataCategories",
                        "Snippet",
                        "Network",
                        "Pricebook",
                        "Metadata",
                        "Highlight",
                        "SpellCorrection",
                        "Access");
        assertThat(((With.Division) search.with().getFirst()).name())
                .isInstanceOfSatisfying(
                        Value.Text.class, name -> assertThat(name.text()).isEqualTo("Global"));
        assertThat(((With.DataCategories) search.with().get(1)).filters()).hasSize(2);
        assertThat(((With.Snippet) search.with().get(2)).targetLength()).isEqualTo(120);
        assertThat(((With.Network) search.with().get(3)).ids()).hasSize(2);
        assertThat(((With.SpellCorrection) search.with().get(7)).on()).isFalse();
        assertThat(Objects.requireNonNull(search.limit()).number()).isEqualTo(20);
        assertThat(search.endings())
                .extracting(Query.Ending::kind)
                .containsExactly(Query.EndingKind.UPDATE_TRACKING, Query.EndingKind.UPDATE_VIEWSTAT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Acme                      | Acme
            john smith                | all(john, smith)
            john AND smith            | all(john, smith)
            john or smith             | any(john, smith)
            "john smith"              | phrase(john, smith)
            "john smith" AND "x y"    | all(phrase(john, smith), phrase(x, y))
            a1 AND b1 OR c1           | any(all(a1, b1), c1)
            a1 AND (b1 OR c1)         | all(a1, (any(b1, c1)))
            a1 AND NOT b1             | not(a1, b1)
            a1 AND NOT b1 AND c1      | not(a1, all(b1, c1))
            a1 AND b1 AND NOT c1      | all(a1, not(b1, c1))
            a1 b1 OR NOT              | any(all(a1, b1), NOT)
            (a1 b1)"c1"               | all((all(a1, b1)), phrase(c1))
            un*t?d                    | un*t?d
            1\\+1 \\* \\"x\\" \\?     | all(1+1, \\*, "x", \\?)
            a\\\\b \\{x\\}            | all(a\\\\b, {x})
            andy ORlando              | all(andy, ORlando)
            name@example.com          | name@example.com
            日本                       | 日本
            本                         | 本
            """)
    void aTermIsATree(String term, String tree) throws Exception {
        assertThat(shown(Sosl.parse("FIND {" + term + "}").term())).isEqualTo(tree);
    }

    @Test
    void aWordKnowsItsWildcards() throws Exception {
        assertThat(word("a*b").hasWildcards()).isTrue();
        assertThat(word("a?b").hasWildcards()).isTrue();
        assertThat(word("a\\*b\\?").hasWildcards()).isFalse();
        assertThat(word("a\\*b*").text()).isEqualTo("a*b*");
        assertThat(word("a\\\\*").hasWildcards()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FIND 'Acme' RETURNING Account                | 6  | No search term found. The search term must be enclosed in braces.
            FIND Acme                                    | 6  | No search term found. The search term must be enclosed in braces.
            FIND                                         | 5  | No search term found. The search term must be enclosed in braces.
            FIND {}                                      | 6  | No search term found. The search term must be enclosed in braces.
            FIND {Acme RETURNING Account                 | 6  | No search term found. The search term must be enclosed in braces.
            FIND {a} RETURNING Account                   | 6  | search term must be longer than one character: a
            """)
    void aSearchWithoutATermIsAnsweredWithoutAPlace(String sosl, int column, String message) {
        SoqlSyntaxException error = catchThrowableOfType(SoqlSyntaxException.class, () -> Sosl.parse(sosl));

        assertThat(error.text()).isEqualTo(message);
        assertThat(error.position().column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                | 1  | <EOF>
            SELECT Id FROM Account                            | 1  | SELECT
            FIND {Acme} FIND                                  | 13 | FIND
            FIND {Acme};                                      | 12 | ;
            FIND {a-b}                                        | 8  | -
            FIND {a1 AND}                                     | 13 | <EOF>
            FIND {OR b1}                                      | 7  | OR
            FIND {(a1}                                        | 10 | <EOF>
            FIND {a1)}                                        | 9  | )
            FIND {"a1}                                        | 7  | "
            FIND {Acme} IN SOME FIELDS                        | 16 | SOME
            FIND {Acme} IN NAME                               | 20 | <EOF>
            FIND {Acme} IN NAME FIELDS IN NAME FIELDS         | 28 | IN
            FIND {Acme} RETURNING                             | 22 | <EOF>
            FIND {Acme} RETURNING Account IN NAME FIELDS      | 31 | IN
            FIND {Acme} RETURNING Account()                   | 31 | )
            FIND {Acme} RETURNING Account(Id                  | 33 | <EOF>
            FIND {Acme} RETURNING Account(WHERE Name = 'x')   | 31 | WHERE
            FIND {Acme} RETURNING Account(Id GROUP BY Id)     | 34 | GROUP
            FIND {Acme} RETURNING Account(Id USING SCOPE x)   | 34 | USING
            FIND {Acme} RETURNING Account(Id LIMIT 1 LIMIT 2) | 42 | LIMIT
            FIND {Acme} RETURNING Account(Id WHERE Name)      | 44 | )
            FIND {Acme} RETURNING Account Contact             | 31 | Contact
            FIND {Acme} RETURNING Account,                    | 31 | <EOF>
            FIND {Acme} WITH                                  | 17 | <EOF>
            FIND {Acme} WITH DIVISION = 5                     | 29 | 5
            FIND {Acme} WITH HIGHLIGHT WITH HIGHLIGHT         | 28 | WITH
            FIND {Acme} WITH SPELL_CORRECTION = 1             | 37 | 1
            FIND {Acme} LIMIT x                               | 19 | x
            FIND {Acme} LIMIT 5 WITH HIGHLIGHT                | 21 | WITH
            FIND {Acme} UPDATE TRACKING VIEWSTAT              | 29 | VIEWSTAT
            """)
    void itIsNoSearch(String sosl, int column, String token) {
        SoqlSyntaxException error = catchThrowableOfType(SoqlSyntaxException.class, () -> Sosl.parse(sosl));

        assertThat(error.problem().message()).isEqualTo("unexpected token: '" + token + "'");
        assertThat(error.position().column()).isEqualTo(column);
        assertThat(error.text()).contains("ERROR at Row:1:Column:" + column + "\n");
        assertThat(Sosl.read(sosl).isSearch()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIND {Acme}",
                "FIND {Acme} RETURNING Account, Contact(Id), Lead (Id, Name)",
                "FIND {Acme\\}} IN SIDEBAR FIELDS WITH SNIPPET",
                "FIND\n{Acme OR \"a b\"}\nIN ALL FIELDS\nRETURNING Account (Id WHERE Name = '}{' ORDER BY Name) LIMIT 3",
                "FIND {x1} RETURNING Account(Id WHERE Name = 'a' USING ListView=Recent ORDER BY Name)",
                "FIND {x1} RETURNING Event(Id, Owner.Name, FORMAT(StartDateTime) s WHERE Id IN ('1', '2') LIMIT 1)",
                "FIND {x1} WITH NETWORK = '0DB' WITH SECURITY_ENFORCED UPDATE VIEWSTAT"
            })
    void itIsASearch(String sosl) throws Exception {
        assertThat(Sosl.parse(sosl).term()).isNotInstanceOf(SearchTerm.Gap.class);
        assertThat(Sosl.read(sosl).isSearch()).isTrue();
    }

    @Test
    void aTermWithoutEndIsRefusedNotFollowed() {
        for (String term : new String[] {"(".repeat(40_000), "(a1 ".repeat(20_000), "x AND NOT ".repeat(9_000) + "y"}) {
            Searched searched = Sosl.read("FIND {" + term + "}");
            assertThat(searched.isSearch()).isFalse();
            assertThat(searched.search().toString()).isNotEmpty();
        }
        assertThat(Sosl.read("FIND {" + "word ".repeat(200_000) + "}").isSearch())
                .isTrue();
    }

    private static SearchTerm.Word word(String term) throws SoqlSyntaxException {
        return (SearchTerm.Word) Sosl.parse("FIND {" + term + "}").term();
    }

    private static String shown(SearchTerm term) {
        return switch (term) {
            case SearchTerm.Word word -> word.pattern();
            case SearchTerm.Phrase phrase -> "phrase(" + shown(phrase.words()) + ")";
            case SearchTerm.And and -> "all(" + shown(and.terms()) + ")";
            case SearchTerm.Or or -> "any(" + shown(or.terms()) + ")";
            case SearchTerm.AndNot denied -> "not(" + shown(denied.term()) + ", " + shown(denied.excluded()) + ")";
            case SearchTerm.Group group -> "(" + shown(group.term()) + ")";
            case SearchTerm.Gap gap -> "?";
        };
    }

    private static String shown(List<? extends SearchTerm> terms) {
        return terms.stream().map(SoslParserTest::shown).collect(Collectors.joining(", "));
    }

    private static String slice(String sosl, Range range) {
        return sosl.substring(range.start(), range.end());
    }
}
