package dev.orgbench.soql.sosl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.apexdevtools.apexparser.ApexErrorListener;
import io.github.apexdevtools.apexparser.ApexParser;
import io.github.apexdevtools.apexparser.ApexParserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our parser of searches beside apex-parser, which does not look into the braces. */
class SoslDifferentialTest {
    private static final int SEARCHES = 300;

    /** What apex-parser does not know stands in the tables below. */
    private static final List<String> UNKNOWN_TO_APEX = List.of("WITH DATA CATEGORY", "HIGHLIGHT", "SPELL_CORRECTION");

    @Test
    void whateverTheGrammarAllowsBothRead() {
        Random random = new Random(20261123);
        List<String> refused = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < SEARCHES; i++) {
            String sosl = new RandomSearch(random).text();
            if (UNKNOWN_TO_APEX.stream().noneMatch(sosl::contains)) {
                read++;
                if (!Sosl.read(sosl).isSearch() || !theirs(sosl)) {
                    refused.add((theirs(sosl) ? "only ours refuses " : "only theirs refuses ") + sosl);
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(read).isGreaterThan(SEARCHES / 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FIND {}         | nothing is looked for
            FIND {a}        | one character is no term
            FIND {a-b}      | a reserved character has no backslash
            FIND {(a1}      | a parenthesis is open
            FIND {a1 AND}   | an operator lacks its second word
            FIND {"a1}      | a quote is open
            """)
    void apexParserReadsWhatIsNoSosl(String sosl, String why) {
        assertThat(theirs(sosl)).as(why).isTrue();
        assertThat(Sosl.read(sosl).isSearch()).as(why).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FIND {Acme} WITH HIGHLIGHT                                            | the documentation has it
            FIND {Acme} WITH SPELL_CORRECTION = false                             | the documentation has it
            FIND {Acme} WITH DATA CATEGORY G__c AT a__c AND H__c AT b__c          | several groups are joined by AND
            FIND {Acme} RETURNING Account(toLabel(Name), FORMAT(Id) f)            | fields may stand in functions
            FIND {Acme} RETURNING Account(Id USING LISTVIEW = Mine WHERE Id != '') | examples have the list view in front
            """)
    void apexParserRefusesWhatIsSosl(String sosl, String why) {
        assertThat(theirs(sosl)).as(why).isFalse();
        assertThat(Sosl.read(sosl).isSearch()).as(why).isTrue();
    }

    private static boolean theirs(String sosl) {
        List<String> errors = new ArrayList<>();
        ApexErrorListener listener = new ApexErrorListener() {
            @Override
            public void apexSyntaxError(int line, int column, String message) {
                errors.add(message);
            }
        };
        ApexParser parser = ApexParserFactory.createLexerAndParser(CharStreams.fromString("[" + sosl + "]"), listener)
                .getParser();
        parser.soslLiteralAlt();
        return errors.isEmpty();
    }
}
