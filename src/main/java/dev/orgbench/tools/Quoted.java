package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a caller or an org said, as it is repeated in an error: never longer than a reader, or a model, wants it. */
public final class Quoted {
    private static final int SHOWN = 200;
    private static final int CHOICES = 100;

    private Quoted() {}

    /** A value as JSON. */
    public static String value(JsonNode value) {
        return cut(value.toString(), SHOWN);
    }

    /** A name or another short text. */
    public static String text(String text) {
        return cut(text, SHOWN);
    }

    /** Valid choices, separated by commas. */
    public static String choices(Collection<String> choices) {
        String first = choices.stream().limit(CHOICES).collect(Collectors.joining(", "));
        int more = choices.size() - CHOICES;
        return more <= 0 ? first : first + " and " + more + " more";
    }

    /** At most {@code length} characters of a text, and how many there are if that is not all. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        // Not between the two halves of one character.
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
