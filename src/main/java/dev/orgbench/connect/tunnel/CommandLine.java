package dev.orgbench.connect.tunnel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits a command into words as a shell does, but runs none: quotes group, nothing is expanded. */
final class CommandLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./{}-]+");

    private CommandLine() {}

    /** The words of {@code line}; a quote that is not closed is refused. */
    static List<String> split(String line) throws TunnelException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (quote != 0) {
                if (next == quote) {
                    quote = 0;
                } else {
                    word.append(next);
                }
            } else if (next == '"' || next == '\'') {
                quote = next;
                inWord = true;
            } else if (Character.isWhitespace(next)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(next);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new TunnelException("A quote in the command is not closed.", "Close it, or leave both out.");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    static String join(List<String> words) {
        return words.stream()
                .map(word -> PLAIN.matcher(word).matches() ? word : "\"" + word + "\"")
                .collect(Collectors.joining(" "));
    }
}
