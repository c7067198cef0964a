package dev.orgbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast the language is read, and what a keystroke in its editor costs. Printed, not asserted. */
@Tag("bench")
class SoqlBench {
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 1000;

    @TempDir
    Path folder;

    @Test
    void theLanguage() throws IOException, InterruptedException {
        Map<String, Double> micros = Jmh.run(SoqlSpeed.class, folder);
        micros.forEach((what, median) -> System.out.printf("SOQL %-40s %,12.1f us at the median%n", what, median));
        double ours = micros.getOrDefault("strict", Double.NaN);
        System.out.printf(
                "SOQL strict, %d characters: %.1f us; apex-parser takes %.1f times as long%n",
                SoqlSpeed.TYPICAL.length(), ours, micros.getOrDefault("apexParser", Double.NaN) / ours);
    }

    /**
     * Queries of two lengths in turn, so that a machine that slows down for a second slows both: runs apart, even JMH's,
     * told anything from 1.3 to 3.5 here.
     */
    @Test
    void longQueries() throws SoqlSyntaxException {
        for (int length : new int[] {25_000, 50_000, 100_000}) {
            String whole = LongQuery.of(length);
            String half = LongQuery.of(length / 2);
            List<Double> strict = new ArrayList<>();
            List<Double> tolerant = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                double strictly = nanos(() -> Soql.parse(whole)) / nanos(() -> Soql.parse(half));
                double tolerantly = nanos(() -> Soql.read(whole)) / nanos(() -> Soql.read(half));
                if (round >= WARM_UP) {
                    strict.add(strictly);
                    tolerant.add(tolerantly);
                }
            }
            System.out.printf(
                    "SOQL %,d characters: %.2f times as long as half of them to read strictly, %.2f tolerantly (medians)%n",
                    length, median(strict), median(tolerant));
        }
    }

    /** Something that reads a query. */
    private interface Reading {
        Object read() throws SoqlSyntaxException;
    }

    private static double nanos(Reading reading) throws SoqlSyntaxException {
        long start = System.nanoTime();
        Object tree = reading.read();
        long end = System.nanoTime();
        // Used, so that no compiler leaves the reading out.
        assertThat(tree).isNotNull();
        return end - start;
    }

    private static double median(List<Double> ratios) {
        return ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow();
    }
}
