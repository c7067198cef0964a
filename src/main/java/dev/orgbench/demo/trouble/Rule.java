package dev.orgbench.demo.trouble;

import java.util.List;
import java.util.Set;

/**
 * When something goes wrong.
 *
 * @param name as the trace of the demo org shows it
 * @param methods whose requests it is for; empty for all
 * @param paths one of them must match; none lies under {@code /demo}
 * @param after how many matching requests are spared first
 * @param times how often it strikes, {@link #FOREVER} for no end
 * @param probability of striking, for each matching request in its turn; 0 to 1
 */
record Rule(
        String name,
        Set<String> methods,
        List<PathGlob> paths,
        int after,
        int times,
        double probability,
        Mishap mishap) {
    static final int FOREVER = Integer.MAX_VALUE;

    boolean isFor(String method, String path) {
        return (methods.isEmpty() || methods.contains(method)) && paths.stream().anyMatch(glob -> glob.matches(path));
    }
}
