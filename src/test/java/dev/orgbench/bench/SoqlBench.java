package dev.orgbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast the language is read, and what a keystroke in its editor costs. Printed, not asserted. */
@Tag("bench")
class SoqlBench {
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
        for (String reading : new String[] {"strictLong", "tolerantLong"}) {
            System.out.printf(
                    "SOQL %s: twice the length takes %.2f times as long at 50,000 characters, %.2f at 100,000%n",
                    reading,
                    micros.getOrDefault(reading + " 50000", Double.NaN) / micros.getOrDefault(reading + " 25000", Double.NaN),
                    micros.getOrDefault(reading + " 100000", Double.NaN) / micros.getOrDefault(reading + " 50000", Double.NaN));
        }
    }
}
