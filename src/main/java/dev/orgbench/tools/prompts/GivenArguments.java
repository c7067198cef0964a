package dev.orgbench.tools.prompts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.WholeText;
import dev.orgbench.tools.prompts.Prompt.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person filled into a prompt, checked. A field left blank counts as not given: forms send it so. */
final class GivenArguments {
    /** About three pages: more is a document, which belongs into the conversation itself. */
    private static final int LONGEST = 10_000;

    private GivenArguments() {}

    /**
     * The arguments that say something.
     *
     * @throws Refusal naming every fault
     */
    static Map<String, String> checked(Prompt prompt, Map<String, String> given) throws Refusal {
        List<String> faults = new ArrayList<>();
        List<String> names = names(prompt);
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        Map<String, String> said = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!names.contains(name)) {
                faults.add(unknown(prompt, name));
            } else if (value.length() > LONGEST) {
                faults.add("`" + name + "` has " + value.length() + " characters; at most " + LONGEST
                        + " fit. Put the rest into the conversation.");
            } else if (!value.isBlank()) {
                said.put(name, value);
                texts.put(name, value);
            }
        });
        for (Argument argument : prompt.arguments()) {
            if (argument.required() && given.getOrDefault(argument.name(), "").isBlank()) {
                faults.add("The argument `" + argument.name() + "` is missing. It is: " + argument.description());
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofArguments(String.join("\n", faults));
        }
        WholeText.check(texts);
        return said;
    }

    /** In words, with what may be meant. */
    static String unknown(Prompt prompt, String name) {
        List<String> names = names(prompt);
        return "The prompt " + prompt.name() + " has no argument `" + Quoted.text(name) + "`."
                + DidYouMean.sentence(DidYouMean.closest(name, names))
                + (names.isEmpty() ? " It has none at all." : " There are: " + String.join(", ", names) + ".");
    }

    private static List<String> names(Prompt prompt) {
        return prompt.arguments().stream().map(Argument::name).toList();
    }
}
