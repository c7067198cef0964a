package dev.orgbench.demo.server;

import dev.orgbench.demo.ApiError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Paths as the org reads them: doubled slashes and one at the end do not matter, for Salesforce's own clients send them. */
final class Paths {
    private Paths() {}

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    /**
     * The same, each segment decoded, so that one may hold a slash.
     *
     * @throws ApiError 404 where a percent sign stands alone
     */
    static List<String> decoded(String path) throws ApiError {
        try {
            return segments(path).stream()
                    // In a path a plus is a plus.
                    .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw ApiError.notFound();
        }
    }
}
