package dev.orgbench.tools.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.tools.DefinitionShape;
import dev.orgbench.tools.completion.ChoiceKind;
import dev.orgbench.tools.prompts.Prompt.Argument;
import dev.orgbench.tools.prompts.PromptDefinition.Offer;
import dev.orgbench.tools.prompts.PromptDefinition.Sentence;
import dev.orgbench.tools.sources.DefinitionSource.DefinitionFile;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads prompt files, one prompt each. A file with a fault makes no prompt. */
final class PromptReader {
    private final DefinitionShape shape = DefinitionShape.bundled("/integrations/prompt.schema.json");

    /** The prompt; empty if the file has faults, which are added to {@code problems}. */
    Optional<PromptDefinition> read(DefinitionFile file, List<Problem> problems) {
        Optional<YamlText> yaml = shape.read(file, problems);
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        List<Problem> faults = new PromptFaults(file.name(), yaml.get()).all();
        problems.addAll(faults);
        return faults.isEmpty() ? Optional.of(prompt(file.name(), yaml.get())) : Optional.empty();
    }

    private static PromptDefinition prompt(String file, YamlText yaml) {
        JsonNode root = yaml.root();
        List<Argument> arguments = new ArrayList<>();
        Map<String, Offer> offers = new LinkedHashMap<>();
        root.path("arguments").properties().forEach(each -> {
            String name = each.getKey();
            JsonNode argument = each.getValue();
            arguments.add(new Argument(
                    name,
                    argument.path("title").asText(titleOf(name)),
                    line(argument.path("description")),
                    argument.path("required").asBoolean()));
            if (argument.has("completed_by")) {
                offers.put(name, offer(argument.path("completed_by")));
            }
        });
        return new PromptDefinition(
                new Prompt(
                        root.path("name").asText(),
                        root.path("title").asText(),
                        line(root.path("description")),
                        arguments),
                texts(root.path("tools")),
                texts(root.path("objects").path("read")),
                texts(root.path("objects").path("write")),
                offers,
                StreamSupport.stream(root.path("text").spliterator(), false)
                        .map(PromptReader::sentence)
                        .toList(),
                file,
                yaml.line("/tools"));
    }

    static Sentence sentence(JsonNode node) {
        return node.isObject()
                ? new Sentence(
                        new Template(line(node.path("say"))),
                        node.path("unless").asText())
                : new Sentence(new Template(line(node)), null);
    }

    private static Offer offer(JsonNode completed) {
        return ChoiceKind.of(completed.path("choices").asText())
                .<Offer>map(kind -> new Offer.OfOrg(
                        kind,
                        new Template(completed.path("object").asText("")),
                        new Template(completed.path("field").asText(""))))
                .orElseGet(() -> new Offer.Fixed(texts(completed.path("values"))));
    }

    private static String titleOf(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }

    /** A folded block of YAML ends with a line break that nobody means. */
    private static String line(JsonNode text) {
        return text.asText().strip();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
