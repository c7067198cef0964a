package dev.orgbench.demo.server;

import java.util.Arrays;
import java.util.List;

/** Paths as the org reads them: doubled slashes and one at the end do not matter, for Salesforce's own clients send them. */
final class Paths {
    private Paths() {}

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }
}
