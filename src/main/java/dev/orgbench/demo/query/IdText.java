package dev.orgbench.demo.query;

import java.util.Locale;
import java.util.Optional;

/** Ids in 15 and 18 characters. The last three of 18 say which of the others are capitals, five in each. */
final class IdText {
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int GROUP = 5;

    private IdText() {}

    /** The id in 18 characters; empty where the text is no id. */
    static Optional<String> inFull(String id) {
        if ((id.length() != SHORT && id.length() != LONG) || !id.chars().allMatch(IdText::isIdCharacter)) {
            return Optional.empty();
        }
        String plain = id.length() == SHORT ? id : withCapitals(id);
        return Optional.of(plain + suffix(plain));
    }

    private static boolean isIdCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static String suffix(String plain) {
        StringBuilder suffix = new StringBuilder();
        for (int start = 0; start < SHORT; start += GROUP) {
            int bits = 0;
            for (int i = 0; i < GROUP; i++) {
                if (Character.isUpperCase(plain.charAt(start + i))) {
                    bits |= 1 << i;
                }
            }
            suffix.append(SUFFIX.charAt(bits));
        }
        return suffix.toString();
    }

    /** An id of 18 characters survives a change of case: its suffix says what it was. */
    private static String withCapitals(String id) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < SHORT; i++) {
            int bits = SUFFIX.indexOf(id.substring(SHORT + i / GROUP, SHORT + i / GROUP + 1).toUpperCase(Locale.ROOT));
            boolean capital = bits >= 0 && (bits & (1 << (i % GROUP))) != 0;
            String c = id.substring(i, i + 1);
            plain.append(capital ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT));
        }
        return plain.toString();
    }
}
