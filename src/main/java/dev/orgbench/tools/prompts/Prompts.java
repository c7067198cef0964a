package dev.orgbench.tools.prompts;

import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Scope;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.completion.Choice;
import dev.orgbench.tools.completion.Completion;
import dev.orgbench.tools.completion.OrgChoices;
import dev.orgbench.tools.completion.Ranking;
import dev.orgbench.tools.prompts.PromptDefinition.Offer;
import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.trace.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The prompts that exist for an org on the terms of a server: those whose tools are there and whose objects are open. As the
 * tools, they are found anew each time, by the same way for listing and for all else. Safe for use by several threads.
 */
public final class Prompts {
    /** Tools of pinned objects, which only the servers that pin them have. */
    private static final Pattern OF_ONE_OBJECT = Pattern.compile("(create_a|update_a)_[a-z0-9_]+");

    private final ToolCatalogue catalogue;
    private final PromptFiles files;

    /**
     * @param catalogue says which tools there are
     * @param sources one YAML file a prompt, in the shape of {@code prompt.schema.json}; later sources override
     */
    public Prompts(ToolCatalogue catalogue, List<DefinitionSource> sources) {
        this.catalogue = catalogue;
        this.files = new PromptFiles(sources);
    }

    /**
     * What shall be completed.
     *
     * @param argument the argument that is being typed
     * @param typed what stands there so far
     * @param given the other arguments, as far as they are filled in
     */
    public record Asked(String prompt, String argument, String typed, Map<String, String> given) {
        public Asked {
            given = Map.copyOf(given);
        }
    }

    /** The prompts, in the order of the files. */
    public List<Prompt> list(OrgConnection org, Terms terms) {
        return existing(org, terms).stream().map(PromptDefinition::prompt).toList();
    }

    /**
     * A prompt filled in.
     *
     * @throws Refusal if there is no such prompt, or naming what is wrong with the arguments
     */
    public PromptText get(String name, Map<String, String> arguments, OrgConnection org, Terms terms) throws Refusal {
        PromptDefinition definition = find(name, org, terms);
        Map<String, String> said = GivenArguments.checked(definition.prompt(), arguments);
        return new PromptText(definition.prompt().description(), definition.filled(said));
    }

    /**
     * What may be meant by what has been typed of an argument. An object outside the terms, or one that the org has not, has
     * nothing to choose from.
     *
     * @param recording gets the requests to the org
     * @throws Refusal if there is no such prompt or argument
     * @throws SalesforceException if the org could not be asked
     */
    public Completion complete(Asked asked, OrgConnection org, Terms terms, Recording recording)
            throws Refusal, SalesforceException {
        PromptDefinition definition = find(asked.prompt(), org, terms);
        Prompt prompt = definition.prompt();
        if (prompt.arguments().stream().noneMatch(each -> each.name().equals(asked.argument()))) {
            throw Refusal.ofArguments(GivenArguments.unknown(prompt, asked.argument()));
        }
        Offer offer = definition.offers().get(asked.argument());
        if (offer == null) {
            return Completion.NONE;
        }
        List<Choice> choices =
                switch (offer) {
                    case Offer.Fixed(List<String> values) ->
                        values.stream().map(Choice::of).toList();
                    case Offer.OfOrg ofOrg ->
                        new OrgChoices(org.as(recording), terms.scope().objects())
                                .of(
                                        ofOrg.kind(),
                                        ofOrg.object().filled(asked.given()).strip(),
                                        ofOrg.field().filled(asked.given()).strip());
                };
        return Ranking.of(choices, asked.typed());
    }

    /** What is wrong with the files as they are now; also tools that they name and that no server has. */
    public List<Problem> problems(OrgConnection org) {
        List<Problem> problems = new ArrayList<>(files.problems());
        Terms allTerms = new Terms("", Scope.ALL, List.of(), true, Terms.USUAL_BYTE_BUDGET);
        List<String> known =
                catalogue.resolve(org, allTerms).stream().map(Tool::name).toList();
        for (PromptDefinition each : files.prompts()) {
            for (String tool : each.tools()) {
                if (!known.contains(tool) && !OF_ONE_OBJECT.matcher(tool).matches()) {
                    problems.add(new Problem(
                            each.file(),
                            each.toolsLine(),
                            "there is no tool " + tool + ", so no server has this prompt."
                                    + DidYouMean.sentence(DidYouMean.closest(tool, known))));
                }
            }
        }
        return List.copyOf(problems);
    }

    private PromptDefinition find(String name, OrgConnection org, Terms terms) throws Refusal {
        Map<String, PromptDefinition> byName = new HashMap<>();
        existing(org, terms).forEach(each -> byName.put(each.prompt().name(), each));
        PromptDefinition found = byName.get(name);
        if (found == null) {
            Map<String, String> titles = new HashMap<>();
            byName.forEach((key, each) -> titles.put(key, each.prompt().title()));
            throw Refusal.ofArguments("There is no prompt " + Quoted.text(name) + " on this server."
                    + DidYouMean.sentence(DidYouMean.closest(name, titles)));
        }
        return found;
    }

    private List<PromptDefinition> existing(OrgConnection org, Terms terms) {
        List<PromptDefinition> prompts = files.prompts();
        // Not all tools of the server: those of pinned objects would have to be made from describes first.
        Set<String> tools = prompts.stream()
                .flatMap(each -> each.tools().stream())
                .distinct()
                .filter(tool -> catalogue.find(org, terms, tool).isPresent())
                .collect(Collectors.toSet());
        return prompts.stream()
                .filter(each -> each.existsWith(tools, terms.scope().objects()))
                .toList();
    }
}
