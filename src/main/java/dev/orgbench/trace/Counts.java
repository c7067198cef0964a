package dev.orgbench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** API use counted in slots of five minutes. Not safe for use by several threads. */
final class Counts {
    static final Duration SLOT = Duration.ofMinutes(5);

    /** Where they cannot be written they gather in memory: then the oldest go. */
    private static final int MOST = 50_000;

    private final Map<Key, long[]> uses = new HashMap<>();
    private final Map<LevelKey, Level> levels = new HashMap<>();

    /** Who used the API when; {@code slot} is its begin in seconds since 1970. */
    record Key(long slot, Cause who) {}

    /** Of which org a level is, and when. */
    record LevelKey(long slot, String orgId) {}

    static long slot(Instant at) {
        return at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), SLOT.toSeconds());
    }

    void add(TraceEntry entry) {
        switch (entry) {
            case Message message -> {
                if (message.isCall() && message.result() != null) {
                    Cause who = new Cause(message.orgId(), message.server(), message.title());
                    add(new Key(slot(message.started()), who), 1, 0);
                }
            }
            case Exchange exchange ->
                exchange.apiUse().ifPresent(told -> {
                    Instant at = exchange.started().plus(exchange.took());
                    add(new Key(slot(exchange.started()), exchange.cause()), 0, 1);
                    addLevel(new LevelKey(slot(at), exchange.cause().orgId()), new Level(at, told));
                });
        }
    }

    void add(Key key, long calls, long requests) {
        long[] sums = uses.computeIfAbsent(key, k -> new long[2]);
        sums[0] += calls;
        sums[1] += requests;
        if (uses.size() > MOST) {
            long oldest = uses.keySet().stream().mapToLong(Key::slot).min().orElse(0);
            uses.keySet().removeIf(known -> known.slot() == oldest);
        }
    }

    void addLevel(LevelKey key, Level told) {
        levels.merge(key, told, (a, b) -> b.at().isBefore(a.at()) ? a : b);
    }

    void addAll(Counts other) {
        other.uses.forEach((key, sums) -> add(key, sums[0], sums[1]));
        other.levels.forEach(this::addLevel);
    }

    /** Calls and requests by who used them when. */
    Map<Key, long[]> uses() {
        return uses;
    }

    Map<LevelKey, Level> levels() {
        return levels;
    }

    boolean isEmpty() {
        return uses.isEmpty() && levels.isEmpty();
    }

    void forgetOthers(String orgId) {
        uses.keySet().removeIf(key -> !key.who().orgId().equals(orgId));
        levels.keySet().removeIf(key -> !key.orgId().equals(orgId));
    }

    void forgetBefore(Instant oldest) {
        uses.keySet().removeIf(key -> key.slot() < oldest.getEpochSecond());
        levels.keySet().removeIf(key -> key.slot() < oldest.getEpochSecond());
    }
}
