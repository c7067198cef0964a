package dev.orgbench.gateway;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes tampered texts from real ones, of which each has a name: {@code {query}} stands for the whole, {@code
 * {query[0:-1]}} for a part of it (from the first sign to before the last, as in Python). What lies around stays.
 */
final class Forgery {
    private static final Pattern REAL = Pattern.compile("\\{([a-z-]{1,20})(?:\\[(-?\\d{0,4}):(-?\\d{0,4})])?}");

    private final Map<String, String> real;

    Forgery(Map<String, String> real) {
        this.real = real;
    }

    String of(String template) {
        return REAL.matcher(template).replaceAll(place -> Matcher.quoteReplacement(replaced(place)));
    }

    private String replaced(MatchResult place) {
        String whole = real.get(place.group(1));
        if (whole == null) {
            return place.group();
        }
        int from = index(place.group(2), 0, whole.length());
        int to = index(place.group(3), whole.length(), whole.length());
        return from < to ? whole.substring(from, to) : "";
    }

    private static int index(String given, int usual, int length) {
        if (given == null || given.isEmpty() || given.equals("-")) {
            return usual;
        }
        int index = Integer.parseInt(given);
        return Math.clamp(index < 0 ? length + index : index, 0, length);
    }
}
