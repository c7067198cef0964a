package dev.orgbench.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a search asks for, in small letters, apart by how it can be found.
 *
 * @param indexed words that the index of the file knows as such
 * @param literal what the index does not know, or might cut otherwise: signs, emoji, words of rarer scripts. SQLite's
 *     tokenizer goes by Unicode 6.1 and cuts words at most marks; an index without positions refuses a word that it would
 *     cut (https://sqlite.org/fts5.html, sections 4.3.1 and 4.6)
 */
record SearchedWords(List<String> indexed, List<String> literal) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Co}]+");

    /** Latin, Greek, Cyrillic, Hebrew, Arabic, kana, Han and Hangul, as Unicode 6.1 has them. */
    private static final Pattern KNOWN = Pattern.compile(
            "[[\\p{L}\\p{N}]&&[\\x00-\\u024F\\u0386-\\u03FF\\u0400-\\u0526\\u05D0-\\u05EA\\u0621-\\u064A\\u0660-\\u0669"
                    + "\\u1E00-\\u1EFF\\u3041-\\u30FF\\u4E00-\\u9FCB\\uAC00-\\uD7A3]]+");

    static SearchedWords in(String text) {
        List<String> indexed = new ArrayList<>();
        List<String> literal = new ArrayList<>();
        for (String typed : parts(SPACE, text.toLowerCase(Locale.ROOT))) {
            List<String> words = parts(BETWEEN_WORDS, typed);
            for (String word : words) {
                (KNOWN.matcher(word).matches() ? indexed : literal).add(word);
            }
            if (words.isEmpty()) {
                literal.add(typed);
            }
        }
        return new SearchedWords(indexed, literal);
    }

    private static List<String> parts(Pattern between, String text) {
        return between.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }

    /** Whether all of them stand in the entry itself. */
    boolean standIn(EntryText entry) {
        return literalStandsIn(entry) && indexed.stream().allMatch(small(entry)::contains);
    }

    boolean literalStandsIn(EntryText entry) {
        return literal.isEmpty() || literal.stream().allMatch(small(entry)::contains);
    }

    private static String small(EntryText entry) {
        return entry.searched().toLowerCase(Locale.ROOT);
    }
}
