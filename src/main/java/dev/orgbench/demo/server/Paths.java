package dev.orgbench.demo.server;

import dev.orgbench.demo.ApiError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Paths as the org reads them: doubled slashes and one at the end do not matter, for Salesforce's own clients send them. */
final class Paths {
    private static final String FORMAT = ".json";
    private static final int LAST_WITH_FORMAT = 6;

    private Paths() {}

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    /**
     * The path without the {@code .json} by which clients may ask for the only format that there is. [K] The value of an
     * external id, which comes seventh, may end so itself.
     */
    static List<String> withoutFormat(List<String> path) {
        String last = path.getLast();
        if (path.size() > LAST_WITH_FORMAT || !last.toLowerCase(Locale.ROOT).endsWith(FORMAT)) {
            return path;
        }
        List<String> plain = new ArrayList<>(path);
        plain.set(path.size() - 1, last.substring(0, last.length() - FORMAT.length()));
        return plain;
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
