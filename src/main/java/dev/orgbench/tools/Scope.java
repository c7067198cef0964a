package dev.orgbench.tools;

import java.util.Set;

/**
 * Which tools a server allows: those whose method is in {@code methods} AND which have one of {@code tags}. An empty
 * set allows all.
 */
public record Scope(Set<Method> methods, Set<String> tags) {
    /** Everything. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        methods = Set.copyOf(methods);
        tags = Set.copyOf(tags);
    }

    /** Whether a tool of that method with those tags exists in this scope. */
    public boolean allows(Method method, Set<String> toolTags) {
        return (methods.isEmpty() || methods.contains(method))
                && (tags.isEmpty() || toolTags.stream().anyMatch(tags::contains));
    }
}
