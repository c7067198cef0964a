package dev.orgbench.soql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.complete.Completion;
import dev.orgbench.soql.complete.Proposal;
import dev.orgbench.soql.hover.Hover;
import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text, be it SOQL or not. */
class SoqlPropertyTest {
    private static final int TRIES = 500;

    private final Schema schema = new SampleSchema();

    @Property(tries = TRIES)
    void aTextOfPiecesKeepsTheRules(@ForAll @From("pieces") String text) {
        keepsTheRules(text);
    }

    @Property(tries = TRIES)
    void anyTextKeepsTheRules(@ForAll @From("anything") String text) {
        keepsTheRules(text);
    }

    @Property(tries = TRIES)
    void aBrokenQueryKeepsTheRules(@ForAll long seed) {
        keepsTheRules(BrokenText.broken(new RandomQuery(new Random(seed)).text(), seed));
    }

    @Property(tries = TRIES)
    void aRightQueryMeansTheSameWhenFormatted(@ForAll long seed) throws SoqlSyntaxException {
        String soql = new RandomQuery(new Random(seed)).text();
        String formatted = Soql.format(soql);

        assertThat(Trees.withoutRanges(Soql.parse(formatted))).isEqualTo(Trees.withoutRanges(Soql.parse(soql)));
        assertThat(Soql.format(formatted)).isEqualTo(formatted);
        assertThat(Soql.read(soql).query()).isEqualTo(Soql.parse(soql));
    }

    @Property(tries = TRIES)
    void theServicesAnswerAtEveryCaret(@ForAll @From("pieces") String text, @ForAll long place) {
        int caret = (int) Math.floorMod(place, text.length() + 1L);
        for (Problem problem : Checker.check(text, schema)) {
            assertWithin(problem.range(), text);
            problem.fixes().forEach(fix -> assertThat(fix.applyTo(text)).isNotNull());
        }
        for (Proposal proposal : Completion.at(text, caret, schema)) {
            assertThat(proposal.replace().start()).isLessThanOrEqualTo(caret);
            assertThat(proposal.replace().end()).isGreaterThanOrEqualTo(caret);
            assertThat(proposal.caret()).isBetween(0, proposal.insert().length());
        }
        Hover.at(text, caret, schema).ifPresent(hover -> assertWithin(hover.range(), text));
    }

    private static void keepsTheRules(String text) {
        Parsed parsed = Soql.read(text);
        assertThat(TreeRanges.wrong(parsed.query(), text.length())).isEmpty();
        assertTokensCover(parsed.tokens(), text);
        parsed.problems().forEach(problem -> assertWithin(problem.range(), text));
        assertThat(parsed.isQuery()).isEqualTo(isStrictlyRead(text));
    }

    private static void assertTokensCover(List<Token> tokens, String text) {
        StringBuilder between = new StringBuilder();
        StringBuilder rebuilt = new StringBuilder();
        for (Token token : tokens) {
            String gap = text.substring(
                    Math.min(rebuilt.length(), token.range().start()),
                    token.range().start());
            between.append(gap);
            rebuilt.append(gap).append(token.text());
        }
        assertThat(rebuilt.toString()).isEqualTo(text);
        assertThat(between.toString()).isBlank();
        assertThat(tokens.getLast().kind()).isEqualTo(TokenKind.END);
    }

    private static void assertWithin(Range range, String text) {
        assertThat(range.end()).isLessThanOrEqualTo(text.length());
    }

    private static boolean isStrictlyRead(String text) {
        try {
            return !Soql.parse(text).select().isEmpty();
        } catch (SoqlSyntaxException e) {
            assertThat(e.text()).contains("ERROR at Row:");
            return false;
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return BrokenText.pieces();
    }

    @Provide
    Arbitrary<String> anything() {
        return BrokenText.anything();
    }
}
