package dev.orgbench.ui.limits;

import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Level;
import dev.orgbench.trace.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the org's API requests run out if they go on being made as in the last hour. Salesforce counts the 24 hours up to
 * now, so that what was made a day ago leaves the count while new requests come in. We know of those leaving only what
 * Orgbench itself made; others' stay in the forecast, which is thus early rather than late.
 */
final class Pace {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LOOKED_AT = Duration.ofHours(1);
    /** A shorter time says nothing: one burst would run out any day. */
    private static final Duration LEAST = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofMinutes(5);

    private Pace() {}

    /**
     * When the limit is reached; empty if it is not within a day, or too little is known.
     *
     * @param levels what the org told, oldest first
     * @param own what Orgbench used, in stretches that are not longer than five minutes
     */
    static Optional<Instant> runsOut(List<Level> levels, List<Use> own, Instant now) {
        List<Level> recent = levels.stream()
                .filter(level -> !level.at().isBefore(now.minus(LOOKED_AT)))
                .toList();
        if (recent.isEmpty()) {
            return Optional.empty();
        }
        Level first = recent.getFirst();
        Level last = recent.getLast();
        ApiUse use = last.use();
        if (use.limit() > 0 && use.used() >= use.limit()) {
            return Optional.of(now);
        }
        Duration span = Duration.between(first.at(), last.at());
        if (use.limit() <= 0 || span.compareTo(LEAST) < 0) {
            return Optional.empty();
        }
        double left = requests(own, first.at().minus(DAY), last.at().minus(DAY));
        double aSecond = (use.used() - first.use().used() + left) / span.toSeconds();
        if (aSecond <= 0) {
            return Optional.empty();
        }
        double used = use.used();
        for (Instant at = now; at.isBefore(now.plus(DAY)); at = at.plus(STEP)) {
            Instant next = at.plus(STEP);
            used += aSecond * STEP.toSeconds() - requests(own, at.minus(DAY), next.minus(DAY));
            if (used >= use.limit()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static double requests(List<Use> own, Instant from, Instant to) {
        return own.stream()
                .filter(use -> !use.from().isBefore(from) && use.from().isBefore(to))
                .mapToLong(Use::requests)
                .sum();
    }
}
