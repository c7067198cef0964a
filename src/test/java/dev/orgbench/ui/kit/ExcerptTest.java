package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void whatFitsIsShownAsItIs() {
        assertThat(Excerpt.of("")).isEmpty();
        assertThat(Excerpt.of("a\n\nb\n")).isEqualTo("a\n\nb\n");
    }

    @Test
    void aLineOfAMegabyteIsCut_andSaysHowMuchIsLeft() {
        String shown = Excerpt.of("{\n" + "x".repeat(1_000_000) + "\n}");

        assertThat(shown.lines()).hasSize(3);
        assertThat(shown).contains(" … 996,000 more characters").endsWith("\n}");
    }

    @Test
    void aHundredThousandLinesAreCut_andSayHowManyAreLeft() {
        String shown = Excerpt.of("0123456789\n".repeat(100_000));

        assertThat(shown.length()).isLessThan(Excerpt.LONGEST_TEXT + 200);
        assertThat(shown).containsPattern("… \\d\\d,\\d{3} more lines");
    }

    @Test
    void ofATextOnlyOneLineStandsInACell_andNoEmojiIsCutInHalf() {
        assertThat(Excerpt.line("one\r\ntwo\n")).isEqualTo("one⏎two⏎");
        assertThat(Excerpt.line("🙂".repeat(5_000_000 / 2))).isEqualTo("🙂".repeat(499) + "…");
    }
}
