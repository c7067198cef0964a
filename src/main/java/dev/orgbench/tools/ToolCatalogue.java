package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.trace.Recording;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tools that exist for an org within a scope. They are made anew each time, by the same way for listing and for
 * calling: what is not listed cannot be called. Safe for use by several threads.
 */
public final class ToolCatalogue {
    /** Bytes of JSON that an answer may have, where nothing else is said. */
    public static final int USUAL_BYTE_BUDGET = 200_000;

    private final Definitions definitions;
    private final ToolGenerator generator = new ToolGenerator();
    private final CallRunner runner;

    /**
     * @param behaviours those that the definitions refer to
     * @param cursorKey signs cursors; gateways that share it can go on with each other's cursors
     * @param byteBudget how many bytes of JSON an answer may have
     */
    public ToolCatalogue(Definitions definitions, Behaviours behaviours, byte[] cursorKey, int byteBudget) {
        this.definitions = definitions;
        this.runner = new CallRunner(behaviours, new Cursors(cursorKey), byteBudget);
    }

    /** The tools, in the order of the definitions. */
    public List<Tool> resolve(OrgConnection org, Scope scope) {
        return methods(scope).map(generator::tool).toList();
    }

    /** The tool of that name, if it exists for that org within that scope. */
    public Optional<Tool> find(OrgConnection org, Scope scope, String name) {
        return methods(scope)
                .filter(method -> method.toolName().equals(name))
                .findFirst()
                .map(generator::tool);
    }

    /**
     * Calls a tool that {@link #find} gave. Blocks; interrupting the thread cancels it.
     *
     * @param recording gets every request to the org
     */
    public ToolAnswer call(Tool tool, ObjectNode arguments, OrgConnection org, Recording recording) {
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
        return runner.run(tool, method.get(), arguments, org, recording);
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
                .filter(method -> scope.allows(method.method(), method.verb(), method.tags()));
    }
}
