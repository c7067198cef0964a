package dev.orgbench.ui.limits;

import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Cause;
import dev.orgbench.trace.Ledger;
import dev.orgbench.trace.Level;
import dev.orgbench.trace.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger knows of one org's API use, as the screen shows it.
 *
 * @param range how far back it looks
 * @param from the begin of the range
 * @param now when it was read
 * @param byTool bars by tool
 * @param byServer bars by server
 * @param levels what the org told in the range, oldest first
 * @param totals who used what in the range, most requests first
 * @param ofTheDay the same of the last 24 hours
 * @param runsOut see {@link Pace}
 */
record UsePicture(
        Range range,
        Instant from,
        Instant now,
        Stacks byTool,
        Stacks byServer,
        List<Level> levels,
        List<Use> totals,
        List<Use> ofTheDay,
        Optional<Instant> runsOut) {
    /** What the window's own requests go by, where servers are named. */
    static final String BY_HAND = "by hand";

    /** Reads the file: not for the screen's thread. */
    static UsePicture read(Ledger ledger, String orgId, Range range, Instant now) {
        Instant from = range.from(now);
        List<Use> uses = ledger.uses(orgId, from, range.stretch());
        List<Use> lastTwoDays = ledger.uses(orgId, now.minus(Duration.ofDays(2)), Duration.ofMinutes(5));
        List<Level> levels = ledger.levels(orgId, from);
        return new UsePicture(
                range,
                from,
                now,
                Stacks.of(uses, use -> use.who().name(), from, range.stretch(), range.bars()),
                Stacks.of(uses, use -> server(use.who()), from, range.stretch(), range.bars()),
                levels,
                ledger.totals(orgId, from),
                ledger.totals(orgId, now.minus(Duration.ofDays(1))),
                Pace.runsOut(levels, lastTwoDays, now));
    }

    static String server(Cause who) {
        return who.server() == null ? BY_HAND : who.server();
    }

    /** The org's use as it told last; empty if it told nothing in the range. */
    Optional<ApiUse> latest() {
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(levels.getLast().use());
    }

    /** All requests of Orgbench in the range. */
    long requests() {
        return totals.stream().mapToLong(Use::requests).sum();
    }
}
