package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts that someone may have in the editor: words of the language in any order, and right ones broken. */
public final class BrokenText {
    private static final List<String> PIECES = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "(",
            ")",
            ",",
            "'",
            "\"",
            "GROUP BY",
            "ROLLUP(",
            "HAVING",
            "ORDER",
            "BY",
            "LIMIT",
            "OFFSET",
            "=",
            ".",
            ":",
            "Id",
            "Name",
            "Account",
            "COUNT(",
            "TYPEOF",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "LIKE",
            "NULLS",
            "LAST",
            "FOR",
            "UPDATE",
            "TRACKING",
            "ALL",
            "USING",
            "SCOPE",
            "LISTVIEW",
            "WITH",
            "DATA CATEGORY",
            "AT",
            "\n",
            "😀",
            "名前",
            "/*",
            "--",
            "//",
            "5",
            "-1.5",
            "2024-01-01",
            "2024-13-99T00:00:00Z",
            "USD5",
            "LAST_N_DAYS:",
            "'a\\'b'",
            "'\\q'",
            "FIND",
            "{",
            "}",
            "{Acme}",
            "{a AND NOT (b",
            "RETURNING",
            "FIELDS",
            "\\",
            "*",
            "?",
            "DISTANCE(",
            "GEOLOCATION(",
            "convertTimezone(",
            "SNIPPET",
            "NETWORK",
            "SPELL_CORRECTION",
            "null",
            "true",
            "==",
            "<>",
            "!=",
            ";",
            "\u0000",
            "\t");

    private BrokenText() {}

    /** Pieces of both languages, with and without space between them. */
    public static Arbitrary<String> pieces() {
        return Combinators.combine(Arbitraries.of(PIECES), Arbitraries.of("", " "))
                .as(String::concat)
                .list()
                .ofMaxSize(40)
                .map(all -> String.join("", all));
    }

    /** Any characters at all, surrogates without partner among them. */
    public static Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(200);
    }

    /** {@code right} with a few stretches taken out, doubled, or replaced by a piece. */
    public static String broken(String right, long seed) {
        Random random = new Random(seed);
        List<String> pieces = new ArrayList<>(PIECES);
        String text = right;
        for (int change = random.nextInt(4); change >= 0; change--) {
            int start = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), start + random.nextInt(8));
            String middle =
                    switch (random.nextInt(3)) {
                        case 0 -> "";
                        case 1 -> text.substring(start, end).repeat(2);
                        default -> pieces.get(random.nextInt(pieces.size()));
                    };
            text = text.substring(0, start) + middle + text.substring(end);
        }
        return text;
    }
}
