package dev.orgbench.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

/** Our parser beside another one, apex-parser, which was written for SOQL inside Apex. */
class SoqlDifferentialTest {
    private static final int QUERIES = 400;

    @Test
    void whateverTheGrammarAllowsBothRead() {
        Random random = new Random(20261122);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String soql = new RandomQuery(random).text();
            if (!ours(soql) || !theirs(soql)) {
                refused.add((ours(soql) ? "only theirs refuses " : "only ours refuses ") + soql);
            }
        }
        assertThat(refused).isEmpty();
    }

    /** apex-parser takes keywords for names: a field DESC, an alias LIMIT. All else must be judged alike. */
    @Test
    void aQueryWithoutOneOfItsWordsIsJudgedAlike() {
        Random random = new Random(7);
        List<String> different = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < QUERIES; i++) {
            String soql = new RandomQuery(random).text();
            List<Token> tokens = Soql.read(soql).tokens();
            Token gone = tokens.get(random.nextInt(tokens.size() - 1));
            String broken = soql.substring(0, gone.range().start()) + " "
                    + soql.substring(gone.range().end());
            refused += ours(broken) ? 0 : 1;
            if (ours(broken) != theirs(broken) && (ours(broken) || !isAboutKeyword(broken))) {
                different.add((ours(broken) ? "only theirs refuses " : "only ours refuses ") + broken);
            }
        }
        assertThat(different).isEmpty();
        assertThat(refused).isGreaterThan(QUERIES / 2);
    }

    private static boolean isAboutKeyword(String soql) {
        Parsed parsed = Soql.read(soql);
        SoqlSyntaxException error = catchThrowableOfType(SoqlSyntaxException.class, () -> Soql.parse(soql));
        int place = error.problem().range().start();
        Token at = parsed.tokens().getLast();
        Token before = at;
        for (Token token : parsed.tokens()) {
            if (token.range().start() >= place) {
                at = token;
                break;
            }
            before = token;
        }
        return isKeyword(at) || isKeyword(before);
    }

    private static boolean isKeyword(Token token) {
        return token.kind() == TokenKind.WORD && !Keywords.mayBeAlias(token);
    }

    /** Its known faults, each with what is wrong about it: it has the grammar of SOQL in Apex, and asks for no meaning. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT Id FROM Account WHERE                      | a keyword is read as an alias
            SELECT Id FROM Account LIMIT                      | a keyword is read as an alias
            SELECT Id, DESC FROM Account                      | a keyword is read as a field
            SELECT Id FROM Account ORDER BY DESC              | a keyword is read as a field
            SELECT Id FROM Account ALL ROWS                   | that is for Apex
            SELECT Id FROM Account WHERE Name = :name         | that is for Apex
            SELECT Id FROM Account /* all */                  | Apex has comments, SOQL has none
            SELECT A.B.C.D.E.F.G.H.I FROM Account             | a path has at most five parents
            SELECT Id FROM A WHERE B = 2024-02-30             | there is no such day
            SELECT Id FROM A WHERE B = 2024-01-01T25:00:00Z   | there is no such hour
            """)
    void apexParserReadsWhatIsNoSoql(String soql, String why) {
        assertThat(theirs(soql)).as(why).isTrue();
        assertThat(ours(soql)).as(why).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT Id FROM Account WHERE AnnualRevenue > USD5000.5                | currencies have cents
            SELECT Id FROM Account WHERE Industry = 'x' AND NOT Name LIKE 'a%'    | NOT may stand behind AND
            SELECT Id FROM Account WHERE NOT Name LIKE 'a%' AND Industry = 'x'    | NOT binds one test
            SELECT Id FROM Account WHERE Name LIKE 'a\\_%'                        | LIKE has its own escapes
            SELECT Id FROM Account WHERE Name LIKE 'a\\%'                         | LIKE has its own escapes
            SELECT Id FROM K WITH DATA CATEGORY G__c AT a__c AND H__c BELOW b__c  | several groups are joined by AND
            SELECT Id FROM K WITH DATA CATEGORY G__c AT (a__c, b__c)              | several categories stand in parentheses
            SELECT Id FROM Account FOR VIEW, REFERENCE                            | the documentation has a list
            SELECT (SELECT Id FROM Contacts LIMIT 1 OFFSET 1) FROM Account        | sub-queries have OFFSET
            """)
    void apexParserRefusesWhatIsSoql(String soql, String why) {
        assertThat(theirs(soql)).as(why).isFalse();
        assertThat(ours(soql)).as(why).isTrue();
    }

    private static boolean ours(String soql) {
        return Soql.read(soql).isQuery();
    }

    private static boolean theirs(String soql) {
        List<String> errors = new ArrayList<>();
        ApexErrorListener listener = new ApexErrorListener() {
            @Override
            public void apexSyntaxError(int line, int column, String message) {
                errors.add(message);
            }
        };
        ApexParser parser = ApexParserFactory.createLexerAndParser(CharStreams.fromString("[" + soql + "]"), listener)
                .getParser();
        parser.soqlLiteral();
        return errors.isEmpty();
    }
}
