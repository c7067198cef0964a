package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.trace.Recording;
import dev.orgbench.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final TypedTools typed;
    private final CallRunner runner;

    /**
     * @param behaviours those that the definitions refer to
     * @param cursorKey signs cursors; gateways that share it can go on with each other's cursors
     */
    public ToolCatalogue(Definitions definitions, Behaviours behaviours, byte[] cursorKey) {
        this.definitions = definitions;
        this.typed = new TypedTools(generator, behaviours.typed());
        this.runner = new CallRunner(behaviours, new Cursors(cursorKey));
    }

    /**
     * The tools, in the order of the definitions, and then those for the pinned objects. Only for the latter is the org
     * asked; if it does not answer, they are as they were when it last did.
     *
     * @param recording gets the requests to the org
     */
    public List<Tool> resolve(OrgConnection org, Terms terms, Recording recording) {
        List<Tool> tools = new ArrayList<>(resolve(terms));
        tools.addAll(typed.tools(definitions.methods(), org, terms, recording, name -> true));
        return List.copyOf(tools);
    }

    /** The tools that need no org: all but those for pinned objects. */
    public List<Tool> resolve(Terms terms) {
        return methods(terms).map(generator::tool).toList();
    }

    /** As the other, with requests that nobody needs to see. */
    public List<Tool> resolve(OrgConnection org, Terms terms) {
        return resolve(org, terms, exchange -> {});
    }

    /** The tool of that name, if it exists for that org on those terms: the same that {@link #resolve} gives. */
    public Optional<Tool> find(OrgConnection org, Terms terms, String name, Recording recording) {
        Optional<MethodDefinition> named = definitions.methods().stream()
                .filter(method -> method.toolName().equals(name))
                .findFirst();
        return named.isPresent()
                ? named.filter(method -> isOffered(method, terms)).map(generator::tool)
                : typed.tools(definitions.methods(), org, terms, recording, name::equals).stream()
                        .findFirst();
    }

    /** As the other, with requests that nobody needs to see. */
    public Optional<Tool> find(OrgConnection org, Terms terms, String name) {
        return find(org, terms, name, exchange -> {});
    }

    /** Why pinned objects have no tools, a sentence each; none if the org cannot be asked. */
    public List<String> pinnedProblems(OrgConnection org, Terms terms) {
        return typed.problems(definitions.methods(), org.as(exchange -> {}), terms);
    }

    /**
     * Calls a tool that {@link #find} gave. Blocks; interrupting the thread cancels it.
     *
     * @param terms those on which it was found
     * @param work gets every request to the org, and is told how far the call has come
     */
    public ToolAnswer call(Tool tool, ObjectNode arguments, OrgConnection org, Terms terms, Work work) {
        return call(tool, arguments, new OrgApi(org.as(work.recording())), terms, work.progress());
    }

    /** As the other, on an API that is no org's; its definitions refer to no behaviour of Salesforce's. */
    public ToolAnswer call(Tool tool, ObjectNode arguments, Api api, Terms terms, Work.Progress progress) {
        Optional<MethodDefinition> method =
                definitions.methods().stream().filter(each -> makes(each, tool)).findFirst();
        if (method.isEmpty()) {
            return new ToolAnswer.Failure(
                    "UNKNOWN_TOOL",
                    "There is no tool " + tool.name() + " any more: its definition was removed or has a fault.",
                    null,
                    api.usage().orElse(null));
        }
        return runner.run(tool, method.get(), arguments, api, terms, progress);
    }

    /** What the custom methods that exist are called, as {@code upsert}: a {@link Scope} may name them. */
    public SortedSet<String> customVerbs() {
        return definitions.methods().stream()
                .filter(method -> method.method() == Method.CUSTOM)
                .map(MethodDefinition::verb)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tags that tools can have: a {@link Scope} may name them. */
    public SortedSet<String> tags() {
        return definitions.methods().stream()
                .flatMap(method -> (method.typed() == null ? method.tags() : TypedTool.tags(method)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with the definitions as they are now. */
    public List<Problem> problems() {
        return definitions.problems();
    }

    /**
     * Tells {@code listener} when definition files have changed, and with them perhaps the tools; within about a second,
     * on a thread of its own.
     */
    public Trace.Subscription onChange(Runnable listener) {
        return definitions.onChange(listener);
    }

    /** The person's own definitions, if there is a folder for them. */
    public Optional<OwnDefinitions> ownDefinitions() {
        return definitions.own();
    }

    private Stream<MethodDefinition> methods(Terms terms) {
        return definitions.methods().stream().filter(method -> isOffered(method, terms));
    }

    private static boolean isOffered(MethodDefinition method, Terms terms) {
        Scope scope = terms.scope();
        String wish = method.onlyIf();
        // What a server wishes by name needs none of its tags as well.
        Set<String> tags = wish == null ? method.tags() : scope.tags();
        return (wish == null || terms.wishes(wish))
                && scope.allows(method.method(), method.verb(), tags)
                && ScopeCheck.canHold(method, scope.objects());
    }

    private static boolean makes(MethodDefinition method, Tool tool) {
        return tool.object() == null
                ? method.toolName().equals(tool.name())
                : method.typed() != null
                        && method.resource().equals(tool.resource())
                        && method.method() == tool.method();
    }
}
