package dev.orgbench.soql;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a person meant to write. Case never counts. */
public final class Spelling {
    /** A name of this many characters may have one mistake more. */
    private static final int CHARACTERS_A_MISTAKE = 4;

    private static final int MOST_MISTAKES = 3;

    private Spelling() {}

    /** Those of {@code names} that {@code written} is likely to mean, the nearest first, at most {@code most}. */
    public static List<String> near(String written, Collection<String> names, int most) {
        if (written.isEmpty()) {
            return List.of();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int bound = Math.min(MOST_MISTAKES, 1 + wanted.length() / CHARACTERS_A_MISTAKE);
        record Near(String name, int mistakes) {}
        return names.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= bound || isBare(wanted, name))
                .map(name -> new Near(name, mistakes(wanted, name.toLowerCase(Locale.ROOT), bound)))
                .filter(near -> near.mistakes() <= bound)
                .sorted(Comparator.comparingInt(Near::mistakes).thenComparing(Near::name))
                .limit(most)
                .map(Near::name)
                .toList();
    }

    /** {@code Region} for {@code Region__c}. */
    private static boolean isBare(String wanted, String name) {
        return name.length() == wanted.length() + 3
                && name.regionMatches(true, 0, wanted, 0, wanted.length())
                && name.startsWith("__", wanted.length());
    }

    private static int mistakes(String wanted, String name, int bound) {
        return isBare(wanted, name) ? 0 : distance(wanted, name, bound);
    }

    /**
     * Characters to add, drop, change or swap with their neighbour (optimal string alignment); more than {@code bound} is
     * told as {@code bound + 1}.
     */
    private static int distance(String a, String b, int bound) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > bound) {
                return bound + 1;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
