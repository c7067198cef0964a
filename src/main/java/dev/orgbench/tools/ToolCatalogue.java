package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgConnection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tools that exist for an org on the terms of a server. They are made anew each time, by the same way for listing and for
 * calling: what is not listed cannot be called. Safe for use by several threads.
 */
public final class ToolCatalogue {
    private final Definitions definitions;
    private final ToolGenerator generator = new ToolGenerator();
    private final CallRunner runner;

    /**
     * @param behaviours those that the definitions refer to
     * @param cursorKey signs cursors; gateways that share it can go on with each other's cursors
     */
    public ToolCatalogue(Definitions definitions, Behaviours behaviours, byte[] cursorKey) {
        this.definitions = definitions;
        this.runner = new CallRunner(behaviours, new Cursors(cursorKey));
    }

    /** The tools, in the order of the definitions. */
    public List<Tool> resolve(OrgConnection org, Terms terms) {
        return methods(terms.scope()).map(generator::tool).toList();
    }

    /** The tool of that name, if it exists for that org on those terms. */
    public Optional<Tool> find(OrgConnection org, Terms terms, String name) {
        return methods(terms.scope())
                .filter(method -> method.toolName().equals(name))
                .findFirst()
                .map(generator::tool);
    }

    /**
     * Calls a tool that {@link #find} gave. Blocks; interrupting the thread cancels it.
     *
     * @param terms those on which it was found
     * @param work gets every request to the org, and is told how far the call has come
     */
    public ToolAnswer call(Tool tool, ObjectNode arguments, OrgConnection org, Terms terms, Work work) {
        Optional<MethodDefinition> method = definitions.methods().stream()
                .filter(each -> each.toolName().equals(tool.name()))
                .findFirst();
        if (method.isEmpty()) {
            return new ToolAnswer.Failure(
                    "UNKNOWN_TOOL",
                    "There is no tool " + tool.name() + " any more: its definition was removed or has a fault.",
                    null,
                    org.apiUsage().orElse(null));
        }
        return runner.run(tool, method.get(), arguments, org, terms, work);
    }

    /** What the custom methods that exist are called, as {@code upsert}: a {@link Scope} may name them. */
    public SortedSet<String> customVerbs() {
        return definitions.methods().stream()
                .filter(method -> method.method() == Method.CUSTOM)
                .map(MethodDefinition::verb)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with the definitions as they are now. */
    public List<Problem> problems() {
        return definitions.problems();
    }

    /** The person's own definitions, if there is a folder for them. */
    public Optional<OwnDefinitions> ownDefinitions() {
        return definitions.own();
    }

    private Stream<MethodDefinition> methods(Scope scope) {
        return definitions.methods().stream()
                .filter(method -> scope.allows(method.method(), method.verb(), method.tags())
                        && ScopeCheck.canHold(method, scope.objects()));
    }
}
