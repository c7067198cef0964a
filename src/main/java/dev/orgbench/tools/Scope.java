package dev.orgbench.tools;

import java.util.Set;

/**
 * Which tools a server allows: those whose method is in {@code methods}, or whose verb is in {@code verbs}, AND which
 * have one of {@code tags}. No methods and no verbs allow every method; no tags allow every tag.
 *
 * @param verbs custom methods by their own names, as {@code upsert}
 * @param objects which objects the allowed tools may touch
 */
public record Scope(Set<Method> methods, Set<String> verbs, Set<String> tags, ObjectScope objects) {
    /** Everything. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        methods = Set.copyOf(methods);
        verbs = Set.copyOf(verbs);
        tags = Set.copyOf(tags);
    }

    /** A scope that names no custom method. */
    public Scope(Set<Method> methods, Set<String> tags) {
        this(methods, Set.of(), tags, ObjectScope.ALL);
    }

    /** Whether a tool of that method and verb with those tags exists in this scope. */
    public boolean allows(Method method, String verb, Set<String> toolTags) {
        boolean byMethod = (methods.isEmpty() && verbs.isEmpty()) || methods.contains(method) || verbs.contains(verb);
        return byMethod && (tags.isEmpty() || toolTags.stream().anyMatch(tags::contains));
    }
}
