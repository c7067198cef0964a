package dev.orgbench.tools;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which objects a server allows, by API names in any case. An empty set is no limit. What may not be read may not be
 * written either: an error, or the id that comes back, would tell of it.
 */
public record ObjectScope(Set<String> readable, Set<String> writable) {
    /** Every object. */
    public static final ObjectScope ALL = new ObjectScope(Set.of(), Set.of());

    public ObjectScope {
        readable = inAnyCase(readable);
        writable = inAnyCase(writable);
    }

    /** Whether there is any limit. */
    public boolean isLimited() {
        return !readable.isEmpty() || !writable.isEmpty();
    }

    /** Whether some objects are out of reach for that. */
    boolean limits(Access access) {
        return access == Access.READ ? !readable.isEmpty() : isLimited();
    }

    public boolean mayRead(String object) {
        return readable.isEmpty() || readable.contains(object);
    }

    public boolean mayWrite(String object) {
        return mayRead(object) && (writable.isEmpty() || writable.contains(object));
    }

    boolean allows(Access access, String object) {
        return access == Access.READ ? mayRead(object) : mayWrite(object);
    }

    /** The objects that are allowed, as they were spelt; none also where nothing limits them. */
    List<String> allowed(Access access) {
        Set<String> named = access == Access.READ || writable.isEmpty() ? readable : writable;
        return named.stream().filter(name -> allows(access, name)).toList();
    }

    private static Set<String> inAnyCase(Collection<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return Collections.unmodifiableSet(set);
    }
}
