package dev.orgbench.ui.soql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A query kept under a name.
 *
 * @param folder names with slashes between; empty for the top
 * @param tags in the order in which they were given
 */
record SavedQuery(String folder, String name, List<String> tags, String soql) {
    private static final String TAGS = "// tags:";

    SavedQuery {
        tags = List.copyOf(tags);
    }

    /** Folder and name: what tells it from others. */
    String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** The same with another text. */
    SavedQuery with(String text) {
        return new SavedQuery(folder, name, tags, text);
    }

    /** Tags as a person types them: {@code pipeline, weekly}. */
    static List<String> tags(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    String tagWords() {
        return String.join(", ", tags);
    }

    /**
     * The file's text: comment lines on top, which other SOQL tools skip too, then the query.
     *
     * @param notes comment lines that somebody wrote there
     */
    String toFile(List<String> notes) {
        List<String> head = new ArrayList<>(notes);
        if (!tags.isEmpty()) {
            head.add(TAGS + " " + tagWords());
        }
        // A note that stands in the query's own text is there already.
        head.removeAll(notes(soql));
        return (head.isEmpty() ? "" : String.join("\n", head) + "\n\n") + soql.strip() + "\n";
    }

    /** The comment lines on top of a text, without the one that holds the tags. */
    static List<String> notes(String text) {
        return text.lines()
                .takeWhile(SavedQuery::isHead)
                .filter(line -> !line.isBlank() && !line.startsWith(TAGS))
                .toList();
    }

    private static boolean isHead(String line) {
        return line.startsWith("//") || line.isBlank();
    }

    static SavedQuery ofFile(String folder, String name, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        List<String> tags = List.of();
        while (!lines.isEmpty() && isHead(lines.getFirst())) {
            String line = lines.removeFirst();
            if (line.startsWith(TAGS)) {
                tags = tags(line.substring(TAGS.length()));
            }
        }
        return new SavedQuery(
                folder,
                name,
                tags,
                lines.stream().collect(Collectors.joining("\n")).stripTrailing());
    }
}
