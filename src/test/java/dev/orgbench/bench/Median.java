package dev.orgbench.bench;

import java.util.Collections;
import java.util.List;

/** Minimum, median and maximum of a figure, printed as one line. */
final class Median {
    private Median() {}

    static long of(List<Long> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    static void print(String what, String unit, List<Long> figures) {
        System.out.printf(
                "%-60s %,8d %s at the median (%,d to %,d, %d runs)%n",
                what, of(figures), unit, Collections.min(figures), Collections.max(figures), figures.size());
    }
}
