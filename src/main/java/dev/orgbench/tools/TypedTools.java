package dev.orgbench.tools;

import static java.util.Objects.requireNonNull;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.trace.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tools for the objects that a server pins: for each one, those methods that say how they are made for one object.
 * Every time the org is asked whether anything has changed; what was made of a describe that still holds is given
 * again. Safe for use by several threads.
 */
final class TypedTools {
    private final ToolGenerator generator;
    private final Map<String, Behaviours.Typed> behaviours;
    private final Map<OrgConnection, Map<String, Made>> made = new WeakHashMap<>();

    TypedTools(ToolGenerator generator, Map<String, Behaviours.Typed> behaviours) {
        this.generator = generator;
        this.behaviours = behaviours;
    }

    /** A tool that exists if the object has fields for it. */
    private record Offer(String tool, String object, MethodDefinition method) {}

    /** A tool and what it was made of. */
    private record Made(Object method, Object describe, Tool tool) {}

    /**
     * The tools whose names are wanted; describes are asked for of no other objects than theirs.
     *
     * @param methods all that there are, also those that the terms do not allow: names are the same for every server
     */
    List<Tool> tools(
            List<MethodDefinition> methods,
            OrgConnection org,
            Terms terms,
            Recording recording,
            Predicate<String> wanted) {
        if (terms.pinnedObjects().isEmpty()) {
            return List.of();
        }
        Pinned pinned = Pinned.ask(org.as(recording), terms.pinnedObjects());
        List<Offer> offers = offers(methods, terms.scope(), pinned.names()).stream()
                .filter(offer -> wanted.test(offer.tool()))
                .toList();
        Map<String, ObjectDescribe> describes =
                pinned.describes(offers.stream().map(Offer::object).collect(Collectors.toSet()));
        List<Tool> tools = new ArrayList<>();
        for (Offer offer : offers) {
            ObjectDescribe describe = describes.get(offer.object());
            if (describe != null) {
                tool(org, offer, describe).ifPresent(tools::add);
            }
        }
        return tools;
    }

    /** Why there are fewer tools than pinned objects, in words; nothing if the org cannot be asked. */
    List<String> problems(List<MethodDefinition> methods, Salesforce salesforce, Terms terms) {
        Pinned pinned = Pinned.ask(salesforce, terms.pinnedObjects());
        if (!pinned.isKnown()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        Map<String, String> labels = pinned.labels();
        for (String name : pinned.unknown()) {
            problems.add("The org has no object " + Quoted.text(name) + "."
                    + DidYouMean.sentence(DidYouMean.closest(name, labels)));
        }
        ObjectScope allowed = terms.scope().objects();
        Map<String, ObjectDescribe> describes = pinned.describes(pinned.names());
        for (String name : pinned.names()) {
            ObjectDescribe describe = describes.get(name);
            if (!allowed.mayWrite(name)) {
                problems.add(name + " is not among the objects that the server may write.");
            } else if (describe == null) {
                problems.add(name + " could not be described.");
            } else if (typed(methods).stream()
                    .allMatch(method -> fields(method, describe).isEmpty())) {
                problems.add("The signed-in user can neither create nor change " + name + " records.");
            }
        }
        return problems;
    }

    private static List<MethodDefinition> typed(List<MethodDefinition> methods) {
        return methods.stream().filter(method -> method.typed() != null).toList();
    }

    private static List<Offer> offers(List<MethodDefinition> methods, Scope scope, Set<String> objects) {
        List<MethodDefinition> typed = typed(methods);
        Set<String> taken = methods.stream().map(MethodDefinition::toolName).collect(Collectors.toSet());
        Map<String, String> names = new TypedNames(typed, taken).of(objects);
        List<Offer> offers = new ArrayList<>();
        for (String object : objects) {
            for (MethodDefinition method : typed) {
                boolean allowed = scope.allows(method.method(), method.verb(), TypedTool.tags(method))
                        && ScopeCheck.canHold(method, scope.objects())
                        && (method.hints().readOnly()
                                ? scope.objects().mayRead(object)
                                : scope.objects().mayWrite(object));
                if (allowed) {
                    String tool = TypedNames.toolName(method, requireNonNull(names.get(object)));
                    offers.add(new Offer(tool, object, method));
                }
            }
        }
        return offers;
    }

    private Optional<Tool> tool(OrgConnection org, Offer offer, ObjectDescribe describe) {
        Map<String, Made> known;
        synchronized (made) {
            known = made.computeIfAbsent(org, any -> new ConcurrentHashMap<>());
        }
        String key = offer.tool() + " " + offer.object();
        Made before = known.get(key);
        if (before != null && before.method() == offer.method() && before.describe() == describe) {
            return Optional.of(before.tool());
        }
        Optional<Tool> tool = fields(offer.method(), describe).map(fields -> new TypedTool(offer.method())
                .tool(offer.tool(), generator.tool(offer.method()), describe, fields));
        tool.ifPresent(fresh -> known.put(key, new Made(offer.method(), describe, fresh)));
        return tool;
    }

    private Optional<TypedFields> fields(MethodDefinition method, ObjectDescribe describe) {
        Behaviours.Typed behaviour =
                behaviours.get(requireNonNull(method.typed()).by());
        return requireNonNull(behaviour, "the definition's reader knows every behaviour")
                .fields(describe);
    }
}
