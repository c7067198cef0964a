package dev.orgbench.soql.complete;

import java.util.Locale;

/** How well what was typed fits a name; less is better. */
final class Match {
    static final int NONE = Integer.MAX_VALUE;

    private static final int EXACT = 0;
    private static final int BEGINNING = 1;
    private static final int HUMPS = 2;
    private static final int WORD = 3;
    private static final int INSIDE = 4;
    private static final int LABEL = 5;
    private static final int SCATTERED = 6;
    /** Fewer letters in any order are in nearly every name. */
    private static final int FEWEST_SCATTERED = 3;

    private Match() {}

    static int of(String typed, String name, String label) {
        if (typed.isEmpty() || name.equalsIgnoreCase(typed)) {
            return EXACT;
        }
        if (name.regionMatches(true, 0, typed, 0, typed.length())) {
            return BEGINNING;
        }
        if (fitsHumps(typed, name)) {
            return HUMPS;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(wanted);
        if (at >= 0) {
            return isHump(name, at) ? WORD : INSIDE;
        }
        if (label.toLowerCase(Locale.ROOT).contains(wanted)) {
            return LABEL;
        }
        return wanted.length() >= FEWEST_SCATTERED && isScattered(wanted, lower) ? SCATTERED : NONE;
    }

    /** {@code cd} and {@code CrDa} for CreatedDate. */
    private static boolean fitsHumps(String typed, String name) {
        int next = 0;
        boolean running = false;
        for (int i = 0; i < name.length() && next < typed.length(); i++) {
            boolean same = Character.toLowerCase(name.charAt(i)) == Character.toLowerCase(typed.charAt(next));
            running = same && (running || isHump(name, i));
            next += running ? 1 : 0;
        }
        return next == typed.length();
    }

    private static boolean isHump(String name, int at) {
        char c = name.charAt(at);
        if (at == 0) {
            return true;
        }
        char before = name.charAt(at - 1);
        return Character.isLetterOrDigit(c)
                && (before == '_' || before == ' ' || (Character.isUpperCase(c) && !Character.isUpperCase(before)));
    }

    private static boolean isScattered(String typed, String name) {
        int next = 0;
        for (int i = 0; i < name.length() && next < typed.length(); i++) {
            next += name.charAt(i) == typed.charAt(next) ? 1 : 0;
        }
        return next == typed.length();
    }
}
