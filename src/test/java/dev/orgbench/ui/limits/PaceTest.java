package dev.orgbench.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Cause;
import dev.orgbench.trace.Level;
import dev.orgbench.trace.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aSteadyRiseRunsOutWhereItsLineMeetsTheLimit() {
        List<Level> levels = List.of(level(60, 9_000), level(30, 9_500), level(0, 10_000));

        assertThat(Pace.runsOut(levels, List.of(), NOON)).get().satisfies(at -> assertThat(at)
                .isCloseTo(NOON.plus(Duration.ofHours(5)), within(6, ChronoUnit.MINUTES)));
    }

    @Test
    void withoutDataOrWithTooLittleNothingIsForetold() {
        assertThat(Pace.runsOut(List.of(), List.of(), NOON)).isEmpty();
        assertThat(Pace.runsOut(List.of(level(0, 14_000)), List.of(), NOON)).isEmpty();
        assertThat(Pace.runsOut(List.of(level(5, 1_000), level(0, 14_000)), List.of(), NOON))
                .isEmpty();
        assertThat(Pace.runsOut(List.of(level(600, 1), level(500, 14_000)), List.of(), NOON))
                .isEmpty();
    }

    @Test
    void fallingOrStandingUseNeverRunsOut() {
        assertThat(Pace.runsOut(List.of(level(60, 14_900), level(0, 14_000)), List.of(), NOON))
                .isEmpty();
        assertThat(Pace.runsOut(List.of(level(60, 14_900), level(0, 14_900)), List.of(), NOON))
                .isEmpty();
    }

    @Test
    void whatIsUsedUpIsUsedUpNow() {
        assertThat(Pace.runsOut(List.of(level(0, 15_000)), List.of(), NOON)).contains(NOON);
        assertThat(Pace.runsOut(List.of(level(0, 16_000)), List.of(), NOON)).contains(NOON);
    }

    @Test
    void anOrgWithoutALimitNeverRunsOut() {
        Level none = new Level(NOON, new ApiUse(10, 0));
        assertThat(Pace.runsOut(List.of(none), List.of(), NOON)).isEmpty();
    }

    @Test
    void whatLeavesTheRollingDayMakesRoom() {
        List<Level> levels = List.of(level(60, 14_400), level(0, 14_500));
        List<Use> yesterday = spread(Duration.ofHours(24), Duration.ZERO, 12);

        assertThat(Pace.runsOut(levels, List.of(), NOON)).isPresent();
        // As many leave each hour as are made.
        assertThat(Pace.runsOut(List.of(level(60, 14_500), level(0, 14_500)), yesterday, NOON))
                .isEmpty();
    }

    @Test
    void aSlowRiseThatLastsLongerThanADayIsNoWarning() {
        assertThat(Pace.runsOut(List.of(level(60, 100), level(0, 110)), List.of(), NOON))
                .isEmpty();
    }

    private static Level level(int minutesAgo, long used) {
        return new Level(NOON.minus(Duration.ofMinutes(minutesAgo)), new ApiUse(used, 15_000));
    }

    private static List<Use> spread(Duration fromAgo, Duration toAgo, long eachSlot) {
        List<Use> uses = new ArrayList<>();
        for (Instant at = NOON.minus(fromAgo); at.isBefore(NOON.minus(toAgo)); at = at.plus(Duration.ofMinutes(5))) {
            uses.add(new Use(at, new Cause("demo", null, "SOQL"), 0, eachSlot));
        }
        return uses;
    }
}
