package dev.orgbench.tools.sources;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in words for the writer of a file why it cannot be read, and where. */
final class YamlFaults {
    static final int LONGEST = 1_000_000;

    /** YAML 1.1 section 5.1: what may not stand in a file; tabs and line breaks may. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\x{85}]]");

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("found character '?([@`%])'? that cannot start any token");
    private static final Pattern INDENTED_BY_TAB = Pattern.compile("\\s*\\t.*");

    private YamlFaults() {}

    /** What is wrong with a text before it is even YAML; null if nothing is. */
    static @Nullable Problem before(DefinitionSource.DefinitionFile file) {
        String text = file.text();
        String unreadable = file.unreadable();
        if (unreadable != null) {
            return new Problem(file.name(), 0, unreadable);
        }
        if (text.length() > LONGEST) {
            return new Problem(file.name(), 0, "is longer than a million characters: split it into several files");
        }
        int replaced = text.indexOf('\uFFFD');
        if (replaced >= 0) {
            return new Problem(file.name(), line(text, replaced), "is not UTF-8 here: save the file as UTF-8");
        }
        Matcher control = CONTROL.matcher(text);
        return control.find()
                ? new Problem(
                        file.name(),
                        line(text, control.start()),
                        "holds the control character U+%04X: take it out".formatted((int) text.charAt(control.start())))
                : null;
    }

    /** Why a text is no YAML. */
    static Problem of(DefinitionSource.DefinitionFile file, JsonProcessingException fault) {
        String said = fault.getOriginalMessage().lines().findFirst().orElse("is not YAML");
        JsonLocation location = fault.getLocation();
        int line = location == null ? 0 : Math.max(0, location.getLineNr());
        Matcher twice = TWICE.matcher(said);
        if (twice.matches()) {
            return new Problem(file.name(), line, "the key " + twice.group(1) + " is given twice: keep one of them");
        }
        if (said.startsWith("Document nesting depth")) {
            return new Problem(file.name(), line, "is nested deeper than a definition ever is");
        }
        if (said.startsWith("Trailing token")) {
            return new Problem(file.name(), line, "a second document begins here (---): put it into a file of its own");
        }
        return fault.getCause() instanceof MarkedYAMLException marked
                ? marked(file, marked, line)
                : new Problem(file.name(), line, "is not YAML: " + said);
    }

    private static Problem marked(DefinitionSource.DefinitionFile file, MarkedYAMLException fault, int otherwise) {
        int line = line(fault.getProblemMark(), otherwise);
        int begun = line(fault.getContextMark(), line);
        String problem = String.valueOf(fault.getProblem());
        String context = String.valueOf(fault.getContext());
        Matcher reserved = RESERVED.matcher(problem);
        List<String> lines = file.text().lines().toList();
        String told = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
        if (INDENTED_BY_TAB.matcher(told).matches() && problem.contains("TAB")) {
            return new Problem(file.name(), line, "is indented by a tab: YAML takes spaces only");
        }
        if (reserved.find()) {
            return new Problem(
                    file.name(), line, "a text cannot begin with " + reserved.group(1) + ": put it into quotes");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return new Problem(
                    file.name(),
                    line,
                    "there is no place for a key here: put a text that holds \": \" into quotes, and indent keys of one"
                            + " object alike");
        }
        if (context.contains("quoted scalar")) {
            return new Problem(file.name(), begun, "a quote is opened and not closed");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return new Problem(
                    file.name(),
                    begun,
                    context.contains("sequence") ? "a [ is opened and not closed" : "a { is opened and not closed");
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return new Problem(file.name(), line, "is not indented as what it belongs to, or no key stands here");
        }
        return problem.contains("<stream end>")
                ? new Problem(file.name(), line, "the file ends in the middle of something")
                : new Problem(file.name(), line, "is not YAML: " + problem);
    }

    /** Lines from 1, marks from 0. */
    private static int line(@Nullable Mark mark, int otherwise) {
        return mark == null ? otherwise : mark.getLine() + 1;
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
