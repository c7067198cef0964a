package dev.orgbench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who used an org's API: counted in slots of five minutes and kept for eight days, longer than the entries themselves.
 * All methods may read the file: not for the screen's thread. They throw {@link dev.orgbench.store.StoreException} if it
 * cannot be read.
 */
public final class Ledger {
    private final History history;

    Ledger(History history) {
        this.history = history;
    }

    /**
     * What each tool and each part of the window used, in stretches of time, oldest first. Stretches without use are
     * not there.
     *
     * @param from the first stretch begins there, rounded down to five minutes
     * @param stretch a multiple of five minutes
     */
    public List<Use> uses(String orgId, Instant from, Duration stretch) {
        long first = Counts.slot(from);
        long seconds = Math.max(Counts.SLOT.toSeconds(), stretch.toSeconds());
        Counts sums = new Counts();
        history.counts(orgId, from).uses().forEach((key, counted) -> {
            long begin = first + (key.slot() - first) / seconds * seconds;
            sums.add(new Counts.Key(begin, key.who()), counted[0], counted[1]);
        });
        return sums.uses().entrySet().stream()
                .map(Ledger::use)
                .sorted(Comparator.comparing(Use::from)
                        .thenComparing(use -> use.who().name()))
                .toList();
    }

    /** The same summed up, whoever made most requests first; {@code from} of each is the one given. */
    public List<Use> totals(String orgId, Instant from) {
        Map<Cause, List<Use>> byWho = uses(orgId, from, Counts.SLOT).stream().collect(Collectors.groupingBy(Use::who));
        return byWho.entrySet().stream()
                .map(who -> new Use(
                        from,
                        who.getKey(),
                        who.getValue().stream().mapToLong(Use::calls).sum(),
                        who.getValue().stream().mapToLong(Use::requests).sum()))
                .sorted(Comparator.comparing(Use::requests)
                        .thenComparing(Use::calls)
                        .reversed()
                        .thenComparing(use -> use.who().name()))
                .toList();
    }

    /** What the org told of its use, the last of each five minutes, oldest first. */
    public List<Level> levels(String orgId, Instant from) {
        Map<Long, Level> bySlot = new TreeMap<>();
        history.counts(orgId, from).levels().forEach((key, level) -> bySlot.put(key.slot(), level));
        return List.copyOf(bySlot.values());
    }

    private static Use use(Map.Entry<Counts.Key, long[]> counted) {
        return new Use(
                Instant.ofEpochSecond(counted.getKey().slot()),
                counted.getKey().who(),
                counted.getValue()[0],
                counted.getValue()[1]);
    }
}
