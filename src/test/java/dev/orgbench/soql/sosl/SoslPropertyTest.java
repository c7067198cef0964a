package dev.orgbench.soql.sosl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.BrokenText;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TreeRanges;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.complete.Completion;
import dev.orgbench.soql.complete.Proposal;
import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text, be it SOSL or not. */
class SoslPropertyTest {
    private static final int TRIES = 500;

    private final Schema schema = new SampleSchema();

    @Property(tries = TRIES)
    void aTextOfPiecesKeepsTheRules(@ForAll @From("pieces") String text) {
        keepsTheRules("FIND " + text);
    }

    @Property(tries = TRIES)
    void anyTermKeepsTheRules(@ForAll @From("anything") String text) {
        keepsTheRules("FIND {" + text);
        keepsTheRules("FIND {" + text + "}");
    }

    @Property(tries = TRIES)
    void aBrokenSearchKeepsTheRules(@ForAll long seed) {
        keepsTheRules(BrokenText.broken(new RandomSearch(new Random(seed)).text(), seed));
    }

    @Property(tries = TRIES)
    void aRightSearchIsReadAlikeByBothReadings(@ForAll long seed) throws SoqlSyntaxException {
        String sosl = new RandomSearch(new Random(seed)).text();

        assertThat(Sosl.read(sosl).search()).isEqualTo(Sosl.parse(sosl));
    }

    @Property(tries = TRIES)
    void theServicesAnswerAtEveryCaret(@ForAll long seed, @ForAll long place) {
        String text = BrokenText.broken(new RandomSearch(new Random(seed)).text(), seed);
        int caret = (int) Math.floorMod(place, text.length() + 1L);
        for (Problem problem : Checker.checkSearch(text, schema)) {
            assertThat(problem.range().end()).isLessThanOrEqualTo(text.length());
            problem.fixes().forEach(fix -> assertThat(fix.applyTo(text)).isNotNull());
        }
        for (Proposal proposal : Completion.atSearch(text, caret, schema)) {
            assertThat(proposal.replace().start()).isLessThanOrEqualTo(caret);
            assertThat(proposal.replace().end()).isGreaterThanOrEqualTo(caret);
        }
    }

    private static void keepsTheRules(String text) {
        Searched searched = Sosl.read(text);
        assertThat(TreeRanges.wrong(searched.search(), text.length())).isEmpty();
        assertThat(searched.problems()).allMatch(problem -> problem.range().end() <= text.length());
        assertThat(searched.tokens().stream()
                        .map(Token::text)
                        .reduce("", String::concat)
                        .replaceAll("\\s", ""))
                .isEqualTo(text.replaceAll("\\s", ""));
        assertThat(searched.isSearch()).isEqualTo(isStrictlyRead(text));
    }

    private static boolean isStrictlyRead(String text) {
        try {
            return !(Sosl.parse(text).term() instanceof SearchTerm.Gap);
        } catch (SoqlSyntaxException e) {
            assertThat(e.text()).isNotBlank();
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
