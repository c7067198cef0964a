package dev.orgbench.demo.data;

import java.util.Locale;
import java.util.Optional;

/**
 * Salesforce's record ids: 15 characters that tell upper from lower case, or 18 where three more carry the case. (Apex
 * developer guide, "ID data type".)
 */
public final class RecordId {
    /** How many ids a key prefix has: 62 digits in nine places. */
    public static final long NUMBERS = 13_537_086_546_263_552L;

    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String INSTANCE = "5g0";
    private static final int COUNTER_DIGITS = 9;
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;

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
        return (text.length() == SHORT || text.length() == LONG) && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /**
     * The id in 18 characters, or nothing where {@code text} is none. One of 18 characters may come in any case: its last
     * three say what it was.
     */
    public static Optional<String> parse(String text) {
        if (!isShapedLikeId(text)) {
            return Optional.empty();
        }
        if (text.length() == SHORT) {
            return Optional.of(withChecksum(text));
        }
        String full = withChecksum(withCapitals(text.toUpperCase(Locale.ROOT)));
        // A checksum that calls digits capitals belongs to no id.
        return full.equalsIgnoreCase(text) ? Optional.of(full) : Optional.empty();
    }

    /** The first 15 characters, in the case that the checksum tells. */
    private static String withCapitals(String upper) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < SHORT; i++) {
            int bits = CHECKSUM.indexOf(upper.charAt(SHORT + i / CHUNK));
            boolean capital = bits >= 0 && (bits & (1 << (i % CHUNK))) != 0;
            id.append(capital ? upper.charAt(i) : Character.toLowerCase(upper.charAt(i)));
        }
        return id.toString();
    }

    private static String withChecksum(String id) {
        StringBuilder full = new StringBuilder(id);
        for (int start = 0; start < SHORT; start += CHUNK) {
            int bits = 0;
            for (int i = 0; i < CHUNK; i++) {
                char c = id.charAt(start + i);
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            full.append(CHECKSUM.charAt(bits));
        }
        return full.toString();
    }
}
