package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.kit.Comparison.Kind;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void equalTextsHaveNoDifference() {
        Comparison same = Comparison.of("a\nb", "a\nb");
        assertThat(same.rows()).hasSize(2);
        assertThat(same.differences()).isZero();
    }

    @Test
    void aChangedLineStandsBesideWhatItBecame_andAddedOnesBesideAGap() {
        Comparison comparison = Comparison.of("{\n\"a\": 1,\n\"b\": 2\n}", "{\n\"a\": 3,\n\"b\": 2,\n\"c\": 4\n}");

        assertThat(comparison.rows())
                .extracting(Comparison.Row::kind)
                .containsExactly(Kind.SAME, Kind.CHANGED, Kind.CHANGED, Kind.ONLY_RIGHT, Kind.SAME);
        Comparison.Row added = comparison.rows().get(3);
        assertThat(added.left().number()).isZero();
        assertThat(added.right()).isEqualTo(new Comparison.Line(4, "\"c\": 4"));
        assertThat(comparison.rows().getLast().left().number()).isEqualTo(4);
    }

    @Test
    void fromNothingEverythingIsNew() {
        assertThat(Comparison.of("", "a\nb").rows())
                .extracting(Comparison.Row::kind)
                .containsExactly(Kind.ONLY_RIGHT, Kind.ONLY_RIGHT);
        assertThat(Comparison.of("", "").rows()).isEmpty();
    }

    @Test
    void longTextsWithNothingInCommonAreCutAndStillComparedSoon() {
        String left = lines("left", 100_000);
        String right = lines("right", 100_000);
        long from = System.nanoTime();

        Comparison comparison = Comparison.of(left, right);

        assertThat(comparison.cut()).isTrue();
        assertThat(comparison.rows()).hasSize(5_000);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    private static String lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining("\n"));
    }
}
