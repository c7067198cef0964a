package dev.orgbench.tools.prompts;

import dev.orgbench.tools.ObjectScope;
import dev.orgbench.tools.completion.ChoiceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as its file gives it.
 *
 * @param tools the tools that it needs: it exists where all of them do
 * @param reads objects that it has records read of
 * @param writes objects that it has records written of
 * @param offers what completes an argument, by the argument's name
 * @param file the file that it stands in
 * @param toolsLine where its tools stand there, from 1
 */
record PromptDefinition(
        Prompt prompt,
        List<String> tools,
        List<String> reads,
        List<String> writes,
        Map<String, Offer> offers,
        List<Sentence> text,
        String file,
        int toolsLine) {

    /** What there is to choose for an argument. */
    sealed interface Offer {
        /** The same for everyone. */
        record Fixed(List<String> values) implements Offer {}

        /** What the org has; object and field may be what another argument says. */
        record OfOrg(ChoiceKind kind, Template object, Template field) implements Offer {}
    }

    /**
     * One sentence or more, left out as a whole if an argument that it needs was not given.
     *
     * @param unless an argument that makes it needless; null for none
     */
    record Sentence(Template template, @Nullable String unless) {
        boolean isSaidWith(Map<String, String> arguments) {
            return template.isFilledBy(arguments) && (unless == null || !arguments.containsKey(unless));
        }
    }

    boolean existsWith(Set<String> toolNames, ObjectScope scope) {
        return toolNames.containsAll(tools)
                && reads.stream().allMatch(scope::mayRead)
                && writes.stream().allMatch(scope::mayWrite);
    }

    String filled(Map<String, String> arguments) {
        return text.stream()
                .filter(sentence -> sentence.isSaidWith(arguments))
                .map(sentence -> sentence.template().filled(arguments))
                .collect(Collectors.joining("\n"));
    }
}
