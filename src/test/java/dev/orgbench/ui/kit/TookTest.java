package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TookTest {
    @Test
    void timesReadLikeTimes() {
        assertThat(LongStream.of(0, 400_000, 14_400_000, 2_310_000_000L)
                        .mapToObj(Duration::ofNanos)
                        .map(Took::words))
                .containsExactly("0 ms", "0.4 ms", "14 ms", "2.31 s");
    }
}
