package dev.orgbench.connect.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A TOML file's text, as far as one table of it is to be put or replaced. A file in which our table might also stand in
 * another of TOML's spellings (inline, dotted) is refused rather than guessed at.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML 1.0.0</a>
 */
final class TomlConfig {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private final String text;
    private final String lineBreak;
    private final List<TomlLines.Line> lines;

    TomlConfig(String text) throws UnreadableConfigException {
        this.text = text;
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = TomlLines.read(text);
    }

    /** The text with the table {@code path} holding {@code value} and nothing else. */
    String with(List<String> path, JsonNode value) throws UnreadableConfigException {
        refuseOtherSpellings(path);
        int from = -1;
        int to = -1;
        boolean ours = false;
        for (TomlLines.Line line : lines) {
            if (line.header().isEmpty()) {
                continue;
            }
            boolean inTable = isInside(line.header(), path);
            if (inTable && from >= 0 && !ours) {
                throw new UnreadableConfigException("The table [" + name(path) + "] is spread over several places."
                        + " Bring its parts together first; nothing was changed.");
            }
            if (inTable && from < 0) {
                from = line.start();
            }
            if (!inTable && ours) {
                to = line.start();
            }
            ours = inTable;
        }
        String table = table(path, value);
        if (from < 0) {
            String gap = text.isBlank() ? "" : text.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
            return (text.isBlank() ? "" : text) + gap + table;
        }
        if (to < 0) {
            return text.substring(0, from) + table;
        }
        // Comments right above the next table belong to that one.
        int end = startOfComments(to);
        return text.substring(0, from) + table + lineBreak + text.substring(end);
    }

    private int startOfComments(int header) {
        int end = header;
        for (TomlLines.Line line : lines.reversed()) {
            if (line.start() < header) {
                if (!line.isComment()) {
                    break;
                }
                end = line.start();
            }
        }
        return end;
    }

    /** Keys like {@code mcp_servers.demo = {...}} say the same as a table; both at once would be an error. */
    private void refuseOtherSpellings(List<String> path) throws UnreadableConfigException {
        List<String> table = List.of();
        for (TomlLines.Line line : lines) {
            if (!line.header().isEmpty()) {
                table = line.header();
                if (line.isArrayHeader() && overlaps(table, path)) {
                    throw otherSpelling(path);
                }
            } else if (!line.key().isEmpty() && !isInside(table, path)) {
                List<String> whole = new ArrayList<>(table);
                whole.addAll(line.key());
                if (overlaps(whole, path)) {
                    throw otherSpelling(path);
                }
            }
        }
    }

    private UnreadableConfigException otherSpelling(List<String> path) {
        return new UnreadableConfigException("It already writes \"" + path.getFirst() + "\" in a way that Orgbench does"
                + " not change (inline or with dotted keys). Add the lines by hand; nothing was changed.");
    }

    private static boolean overlaps(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        return one.subList(0, common).equals(other.subList(0, common));
    }

    private static boolean isInside(List<String> header, List<String> path) {
        return header.size() >= path.size() && header.subList(0, path.size()).equals(path);
    }

    private String table(List<String> path, JsonNode value) {
        StringBuilder table = new StringBuilder("[" + name(path) + "]" + lineBreak);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            table.append(key(member.getKey()))
                    .append(" = ")
                    .append(literal(member.getValue()))
                    .append(lineBreak);
        }
        return table.toString();
    }

    private static String name(List<String> path) {
        return String.join(".", path.stream().map(TomlConfig::key).toList());
    }

    private static String key(String key) {
        return BARE.matcher(key).matches() ? key : literal(TextNode.valueOf(key));
    }

    /** JSON's strings, numbers and booleans are TOML's too; of its escapes only that of a slash is not. */
    private static String literal(JsonNode value) {
        if (value.isArray()) {
            return "["
                    + String.join(
                            ", ",
                            StreamSupport.stream(value.spliterator(), false)
                                    .map(TomlConfig::literal)
                                    .toList())
                    + "]";
        }
        if (value.isObject()) {
            return "{ "
                    + String.join(
                            ", ",
                            value.properties().stream()
                                    .map(member -> key(member.getKey()) + " = " + literal(member.getValue()))
                                    .toList())
                    + " }";
        }
        return value.toString();
    }
}
