package dev.orgbench.demo.sample;

import java.util.List;
import java.util.Random;

/** Chance with a fixed seed: the same choices for every start, whatever the day. */
final class Chance {
    private static final long SEED = 20_260_101L;

    private final Random random;

    Chance() {
        this(0);
    }

    /**
     * @param line choices of different lines do not hang together: what one part of the org draws changes no other part
     */
    Chance(int line) {
        this.random = new Random(SEED + line);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of {@code choices}, the earlier ones oftener. */
    <T> T early(List<T> choices) {
        return choices.get((int) (choices.size() * random.nextDouble() * random.nextDouble()));
    }
}
