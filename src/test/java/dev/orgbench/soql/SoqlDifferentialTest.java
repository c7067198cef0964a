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
import org.junit.jupiter.params.provider.ValueSource;

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
            String broken = soql.substring(0, gone.range().start()) + " " + soql.substring(gone.range().end());
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Account WHERE",
                "SELECT Id FROM Account LIMIT",
            })
    void apexParserReadsWhatIsNoSoql(String soql) {
        assertThat(theirs(soql)).isTrue();
        assertThat(ours(soql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Account WHERE AnnualRevenue > USD5000.5",
                "SELECT Id FROM Account WHERE Industry = 'x' AND NOT Name LIKE 'a%'",
                "SELECT Id FROM Account WHERE Name LIKE 'a\\_%'"
            })
    void apexParserRefusesWhatIsSoql(String soql) {
        assertThat(theirs(soql)).isFalse();
        assertThat(ours(soql)).isTrue();
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
