package dev.orgbench.tools.sources;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YAML file as a tree that knows the line of each of its nodes. */
public final class YamlText {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> text;
    private final JsonNode root;
    private final Map<String, Integer> lines;

    private YamlText(String text, JsonNode root, Map<String, Integer> lines) {
        this.text = text.lines().toList();
        this.root = root;
        this.lines = lines;
    }

    /** Reads a file as YAML, whose aliases are not followed. */
    public static YamlText parse(DefinitionSource.DefinitionFile file) throws UnreadableException {
        Problem before = YamlFaults.before(file);
        if (before != null) {
            throw new UnreadableException(before);
        }
        try {
            Map<String, Integer> lines = lines(file);
            return new YamlText(file.text(), MAPPER.readTree(file.text()), lines);
        } catch (JsonProcessingException fault) {
            throw new UnreadableException(YamlFaults.of(file, fault));
        } catch (IOException fault) {
            throw new UnreadableException(new Problem(file.name(), 0, String.valueOf(fault.getMessage())));
        }
    }

    /** The whole of it; not to be changed. */
    public JsonNode root() {
        return root;
    }

    /** The line of the node at a JSON pointer, or of the nearest node above it; from 1. */
    public int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return lines.getOrDefault(at, 1);
    }

    /** The lines of the block that begins at a JSON pointer, without their common indentation. */
    public String block(String pointer) {
        int first = line(pointer) - 1;
        int indent = indent(text.get(first));
        StringBuilder block = new StringBuilder();
        for (int i = first; i < text.size(); i++) {
            String line = text.get(i);
            if (i > first && !line.isBlank() && indent(line) <= indent) {
                break;
            }
            block.append(line.isBlank() ? "" : line.substring(Math.min(indent, line.length())))
                    .append('\n');
        }
        return block.toString().stripTrailing() + "\n";
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Map<String, Integer> lines(DefinitionSource.DefinitionFile file)
            throws IOException, UnreadableException {
        Map<String, Integer> lines = new HashMap<>();
        try (YAMLParser parser = MAPPER.getFactory().createParser(file.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = Optional.ofNullable(parser.currentTokenLocation())
                        .map(JsonLocation::getLineNr)
                        .orElse(1);
                if (parser.isCurrentAlias()) {
                    throw new UnreadableException(new Problem(
                            file.name(),
                            line,
                            "YAML's aliases (*name) are not followed: write out what it stands for"));
                }
                if (!token.isStructEnd()) {
                    // A field's name comes before its value: the line of the name is what a person looks for.
                    lines.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(), line);
                }
            }
        }
        return lines;
    }

    /** The file is not YAML. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        UnreadableException(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}
