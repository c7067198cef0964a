package dev.orgbench.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22T18:12:00Z | in 6 h 12 m",
                "2026-11-22T10:00:00Z | 2 h ago",
                "2026-12-31T12:00:00Z | in 39 d",
                "2027-12-31T12:00:00Z | in 404 d",
                "2029-11-22T12:00:00Z | in 3 years",
                "9999-12-31T23:59:59Z | in 7,978 years"
            })
    void anEndIsToldInUnitsThatSaySomething(Instant at, String words) {
        assertThat(TimeWords.expiry(at, NOW)).isEqualTo(words);
    }
}
