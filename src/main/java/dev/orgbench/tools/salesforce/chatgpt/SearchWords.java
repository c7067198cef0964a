package dev.orgbench.tools.salesforce.chatgpt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is searched for, as SOSL and SOQL want it written. (SOQL and SOSL Reference, "FIND {SearchQuery}" and "Quoted
 * String Escape Sequences".)
 */
final class SearchWords {
    /** A request line of more than 16,384 bytes is refused: words beyond these are not searched for. */
    private static final int MOST_WORDS = 10;

    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_TEXT = 120;
    private static final Pattern RESERVED_IN_SOSL = Pattern.compile("[?&|!{}\\[\\]()^~*:\\\\\"'+-]");
    private static final Pattern RESERVED_IN_LIKE = Pattern.compile("[\\\\'\"%_]");

    /** Models ask in sentences; these words are in no record that is meant, or in all. */
    private static final Set<String> UNSAID =
            Set.of("the", "a", "an", "of", "for", "in", "on", "and", "or", "not", "with", "from", "about", "all");

    private final String text;
    private final List<String> words;

    SearchWords(String query) {
        this.text = query.strip().replaceAll("\\s+", " ");
        List<String> all = Arrays.stream(text.split(" ", -1))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        List<String> telling = all.stream()
                .filter(word -> word.length() > 1 && !UNSAID.contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        this.words = telling.isEmpty()
                ? all.stream()
                        .filter(word -> word.length() > 1)
                        .limit(MOST_WORDS)
                        .toList()
                : telling;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether SOSL can search for it: a term has two characters at least. */
    boolean fitsSosl() {
        return !words.isEmpty();
    }

    boolean areSeveral() {
        return words.size() > 1;
    }

    /** A term that finds records with all the words. */
    String all() {
        return joined(" AND ");
    }

    /** A term that finds records with any of them. */
    String any() {
        return joined(" OR ");
    }

    /** For {@code LIKE '...'}: the whole text, anywhere in the value. */
    String like() {
        return "%" + RESERVED_IN_LIKE.matcher(cut(text, LONGEST_TEXT)).replaceAll("\\\\$0") + "%";
    }

    /** In quotes, so that no word is an operator. */
    private String joined(String operator) {
        return words.stream()
                .map(word ->
                        "\"" + RESERVED_IN_SOSL.matcher(cut(word, LONGEST_WORD)).replaceAll("\\\\$0") + "\"")
                .collect(Collectors.joining(operator));
    }

    private static String cut(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, length)));
    }
}
