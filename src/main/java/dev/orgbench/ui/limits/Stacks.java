package dev.orgbench.ui.limits;

import dev.orgbench.trace.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * API requests by time and by who made them, as bars show them.
 *
 * @param series who made most first; the last is {@link #REST} if there are many
 * @param bars one for each stretch of time, also where nothing was used
 */
record Stacks(List<String> series, List<Bar> bars) {
    static final String REST = "all others";
    private static final int MOST_SERIES = 5;

    /**
     * One stretch of time.
     *
     * @param requests of each series
     */
    record Bar(Instant from, Instant to, List<Long> requests) {
        long sum() {
            return requests.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param who tells by what name a use is to be shown */
    static Stacks of(List<Use> uses, Function<Use, String> who, Instant from, Duration stretch, int count) {
        Map<String, Long> totals = new LinkedHashMap<>();
        uses.stream()
                .filter(use -> use.requests() > 0)
                .forEach(use -> totals.merge(who.apply(use), use.requests(), Long::sum));
        List<String> series = new ArrayList<>(totals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(totals.size() > MOST_SERIES + 1 ? MOST_SERIES : MOST_SERIES + 1)
                .map(Map.Entry::getKey)
                .toList());
        if (totals.size() > series.size()) {
            series.add(REST);
        }
        long[][] sums = new long[count][series.size()];
        for (Use use : uses) {
            long bar = Math.floorDiv(Duration.between(from, use.from()).toSeconds(), stretch.toSeconds());
            if (bar >= 0 && bar < count && use.requests() > 0) {
                int at = series.indexOf(who.apply(use));
                sums[(int) bar][at < 0 ? series.size() - 1 : at] += use.requests();
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant begin = from.plus(stretch.multipliedBy(i));
            bars.add(new Bar(
                    begin, begin.plus(stretch), Arrays.stream(sums[i]).boxed().toList()));
        }
        return new Stacks(List.copyOf(series), bars);
    }

    /** The highest bar. */
    long highest() {
        return bars.stream().mapToLong(Bar::sum).max().orElse(0);
    }

    long total() {
        return bars.stream().mapToLong(Bar::sum).sum();
    }
}
