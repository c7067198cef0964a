package dev.orgbench.tools;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that someone may have meant. */
public final class DidYouMean {
    private static final int MOST = 3;
    /** Scores from here on: one name is part of the other. Below: so many letters differ. */
    private static final int PARTLY = 100;

    private static final int NO_MATCH = Integer.MAX_VALUE;

    private DidYouMean() {}

    /** The closest of {@code known}, best first; none if nothing is close. */
    public static List<String> closest(String wanted, Collection<String> known) {
        return closest(wanted, known.stream().distinct().collect(Collectors.toMap(Function.identity(), name -> "")));
    }

    /** The closest of some names, each of which has a label that may have been meant as well. */
    public static List<String> closest(String wanted, Map<String, String> labelled) {
        String bare = bare(wanted);
        record Scored(String name, int score) {}
        List<Scored> scored = labelled.entrySet().stream()
                .map(each -> new Scored(
                        each.getKey(), Math.min(score(bare, bare(each.getKey())), score(bare, bare(each.getValue())))))
                .filter(each -> each.score() != NO_MATCH)
                .sorted(Comparator.comparingInt(Scored::score).thenComparing(Scored::name))
                .toList();
        int best = scored.isEmpty() ? 0 : scored.getFirst().score();
        return scored.stream()
                .filter(each -> best >= PARTLY || each.score() == best)
                .limit(MOST)
                .map(Scored::name)
                .toList();
    }

    /** {@code " Did you mean A or B?"}, or nothing. */
    public static String sentence(List<String> names) {
        return names.isEmpty() ? "" : " Did you mean " + String.join(" or ", names) + "?";
    }

    private static int score(String wanted, String known) {
        if (known.isEmpty() || wanted.isEmpty()) {
            return NO_MATCH;
        }
        if (known.equals(wanted)) {
            return 0;
        }
        int allowed = Math.max(1, Math.min(wanted.length(), known.length()) / 3);
        // Names of other lengths are never that close; a caller's may be megabytes long.
        if (Math.abs(wanted.length() - known.length()) <= allowed) {
            int distance = distance(wanted, known);
            if (distance <= allowed) {
                return distance;
            }
        }
        boolean partly =
                Math.min(wanted.length(), known.length()) >= 4 && (known.contains(wanted) || wanted.contains(known));
        return partly ? PARTLY + Math.abs(known.length() - wanted.length()) : NO_MATCH;
    }

    /** Without what people leave out or add: case, underscores, spaces, the suffix of custom names. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("__[a-z]+$", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Levenshtein, where two letters in the wrong order count as one mistake. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
