package dev.orgbench.ui.shell;

import java.util.Locale;
import java.util.regex.Pattern;

/** How well a text fits what was typed of it. */
final class Fit {
    private static final int EXACT = 1000;
    private static final int START = 800;
    private static final int WORD = 600;
    private static final int WITHIN = 400;
    private static final int INITIALS = 200;
    /** Within one class a shorter text fits better, by up to this much. */
    private static final int BRIEF = 100;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Fit() {}

    /** 0 if it does not fit, else the more the better; every text fits what is empty. */
    static int score(String typed, String text) {
        if (typed.isEmpty()) {
            return 1;
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        String lower = text.toLowerCase(Locale.ROOT);
        int brief = Math.max(0, BRIEF - text.length());
        if (lower.equals(wanted)) {
            return EXACT;
        }
        if (lower.startsWith(wanted)) {
            return START + brief;
        }
        int at = lower.indexOf(wanted);
        while (at >= 0) {
            if (beginsWord(text, at)) {
                return WORD + brief;
            }
            at = lower.indexOf(wanted, at + 1);
        }
        if (lower.contains(wanted)) {
            return WITHIN + brief;
        }
        return hasAllWords(wanted, lower) ? WITHIN : isInitials(wanted, text) ? INITIALS + brief : 0;
    }

    /** {@code query list} finds {@code list_all_salesforce_query}. */
    private static boolean hasAllWords(String wanted, String lower) {
        return wanted.contains(" ") && SPACES.splitAsStream(wanted).allMatch(lower::contains);
    }

    /** {@code lasq} finds {@code list_all_salesforce_query}, {@code olt} finds {@code OpportunityLineItem} not. */
    private static boolean isInitials(String wanted, String text) {
        int next = 0;
        for (int i = 0; i < text.length() && next < wanted.length(); i++) {
            if (beginsWord(text, i) && Character.toLowerCase(text.charAt(i)) == wanted.charAt(next)) {
                next++;
            }
        }
        return next == wanted.length() && wanted.length() > 1;
    }

    private static boolean beginsWord(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(before));
    }
}
