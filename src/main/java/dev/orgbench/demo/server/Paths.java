package dev.orgbench.demo.server;

import dev.orgbench.demo.wire.ApiError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Paths as the org reads them: doubled slashes and one at the end do not matter, for Salesforce's own clients send them. */
final class Paths {
    private static final List<String> SUFFIXES = List.of(".json", ".xml");

    /** In {@code /services/data/v67.0/sobjects/Account/Code__c/value} the last segment is a client's own text. */
    private static final int EXTERNAL_ID_SEGMENTS = 7;

    private Paths() {}

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** The format that the last segment names: {@code .json}, {@code .xml}, or nothing. */
    static String suffix(List<String> path) {
        if (path.isEmpty() || path.size() >= EXTERNAL_ID_SEGMENTS) {
            return "";
        }
        String last = path.getLast().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().filter(last::endsWith).findFirst().orElse("");
    }

    /** The path without the format that it names. */
    static List<String> plain(List<String> path) {
        String suffix = suffix(path);
        if (suffix.isEmpty()) {
            return path;
        }
        List<String> plain = new ArrayList<>(path);
        String last = plain.removeLast();
        plain.add(last.substring(0, last.length() - suffix.length()));
        return plain;
    }

    static String joined(List<String> path) {
        return "/" + String.join("/", path);
    }

    /**
     * The segments, each decoded, so that one may hold a slash.
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
