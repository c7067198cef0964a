package dev.orgbench.demo.data;

import java.util.Optional;

/**
 * Salesforce's record ids: 15 characters that tell upper from lower case, or 18 where three more carry the case. (Apex
 * developer guide, "ID data type".)
 */
public final class RecordId {
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String INSTANCE = "5g0";
    private static final int COUNTER_DIGITS = 9;

    private RecordId() {}

    /** The {@code number}th id that begins with {@code prefix}, in 18 characters. */
    public static String of(String prefix, long number) {
        char[] counter = new char[COUNTER_DIGITS];
        long rest = number;
        for (int i = COUNTER_DIGITS - 1; i >= 0; i--) {
            counter[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return withChecksum(prefix + INSTANCE + new String(counter));
    }

    /** A three-character key prefix for the {@code number}th custom object: a00, a01, ... */
    public static String customPrefix(long number) {
        int base = DIGITS.length();
        return "a" + DIGITS.charAt((int) (number / base % base)) + DIGITS.charAt((int) (number % base));
    }

    /** Whether it looks like an id, right or wrong. */
    public static boolean isShapedLikeId(String text) {
        return (text.length() == 15 || text.length() == 18) && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /** The id in 18 characters, or nothing where {@code text} is none. The checksum's case does not matter. */
    public static Optional<String> parse(String text) {
        if (!isShapedLikeId(text)) {
            return Optional.empty();
        }
        String full = withChecksum(text.substring(0, 15));
        return text.length() == 15 || full.equalsIgnoreCase(text) ? Optional.of(full) : Optional.empty();
    }

    private static String withChecksum(String id) {
        StringBuilder full = new StringBuilder(id);
        for (int chunk = 0; chunk < 3; chunk++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = id.charAt(chunk * 5 + i);
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            full.append(CHECKSUM.charAt(bits));
        }
        return full.toString();
    }
}
