package dev.orgbench.ui.kit;

import java.util.Locale;

/** How many tokens of a model's context a text takes. No two models count alike, so this is about right for each. */
public final class TokenCount {
    private static final int CHARACTERS_PER_TOKEN = 4;

    private TokenCount() {}

    /** At about four characters a token. */
    public static int of(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
    }

    /** {@code about 5,900 tokens}: as exact as it is. */
    public static String words(int tokens) {
        long about = tokens < 1_000 ? tokens : Math.round(tokens / 100.0) * 100;
        return String.format(Locale.ROOT, "about %,d %s", about, tokens == 1 ? "token" : "tokens");
    }
}
