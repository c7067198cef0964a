package dev.orgbench.tools.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.completion.ChoiceKind;
import dev.orgbench.tools.prompts.PromptDefinition.Sentence;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with a prompt's file beyond its shape. */
final class PromptFaults {
    private final String file;
    private final YamlText yaml;
    private final JsonNode arguments;
    private final List<Problem> faults = new ArrayList<>();

    PromptFaults(String file, YamlText yaml) {
        this.file = file;
        this.yaml = yaml;
        this.arguments = yaml.root().path("arguments");
    }

    List<Problem> all() {
        Set<String> said = new HashSet<>();
        JsonNode text = yaml.root().path("text");
        for (int i = 0; i < text.size(); i++) {
            said.addAll(said("/text/" + i, text.path(i)));
        }
        boolean isRead = faults.isEmpty();
        arguments.properties().forEach(each -> {
            String name = each.getKey();
            String at = "/arguments/" + name;
            if (isRead && !said.contains(name)) {
                fault(at, "the argument " + name + " is in no line of text; write {" + name + "} there");
            }
            if (each.getValue().has("completed_by")) {
                completed(at + "/completed_by", each.getValue().path("completed_by"));
            }
        });
        return List.copyOf(faults);
    }

    /** The arguments that a line speaks of. */
    private Set<String> said(String at, JsonNode line) {
        if (!isSentence(line)) {
            // Mostly a text with a colon: YAML takes what stands before it for a key.
            fault(
                    at,
                    "a line of text is a text, in quotes if it has a colon, or {unless: argument, say: text}; not "
                            + Quoted.value(line));
            return Set.of();
        }
        Sentence sentence = PromptReader.sentence(line);
        Set<String> said = new HashSet<>(sentence.template().places());
        said.forEach(name -> known(at, name));
        String unless = sentence.unless();
        if (unless != null) {
            known(at + "/unless", unless);
            said.add(unless);
            if (arguments.path(unless).path("required").asBoolean()) {
                fault(at + "/unless", unless + " is required, so this is never said");
            }
        }
        return said;
    }

    private static boolean isSentence(JsonNode line) {
        JsonNode said = line.isObject() ? line.path("say") : line;
        boolean whole =
                !line.isObject() || (line.size() == 2 && line.path("unless").isTextual());
        return whole && said.isTextual() && !said.asText().isBlank();
    }

    private void completed(String at, JsonNode completed) {
        if (completed.has("values") == completed.has("choices")) {
            fault(at, "completed_by needs either values, a list, or choices, one of " + kinds());
            return;
        }
        if (completed.has("values")) {
            return;
        }
        String word = completed.path("choices").asText();
        Optional<ChoiceKind> kind = ChoiceKind.of(word);
        if (kind.isEmpty()) {
            fault(
                    at + "/choices",
                    "there are no choices " + word + "."
                            + DidYouMean.sentence(DidYouMean.closest(word, ChoiceKind.words())) + " There are "
                            + kinds());
            return;
        }
        whose(at, completed, "object", kind.get().ofObject(), word);
        whose(at, completed, "field", kind.get().ofField(), word);
    }

    private void whose(String at, JsonNode completed, String key, boolean needed, String word) {
        if (needed && !completed.has(key)) {
            fault(at, word + " needs " + key + ", an API name or the {name} of an argument");
        }
        new Template(completed.path(key).asText("")).places().forEach(name -> known(at + "/" + key, name));
    }

    private void known(String at, String name) {
        if (!arguments.has(name)) {
            List<String> names = new ArrayList<>();
            arguments.fieldNames().forEachRemaining(names::add);
            fault(
                    at,
                    "there is no argument " + name + "." + DidYouMean.sentence(DidYouMean.closest(name, names))
                            + (names.isEmpty() ? "" : " There are " + String.join(", ", names)));
        }
    }

    private static String kinds() {
        return String.join(", ", ChoiceKind.words());
    }

    private void fault(String at, String words) {
        faults.add(new Problem(file, yaml.line(at), words));
    }
}
