package dev.orgbench.tools;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which objects a server allows, by API names in any case. An empty set is no limit. What may not be read may not be
 * written either: an error, or the id that comes back, would tell of it.
 */
public record ObjectScope(Set<String> readable, Set<String> writable) {
    /** Every object. */
    public static final ObjectScope ALL = new ObjectScope(Set.of(), Set.of());

    public ObjectScope {
        readable = lower(readable);
        writable = lower(writable);
    }

    /** Whether there is any limit. */
    public boolean isLimited() {
        return !readable.isEmpty() || !writable.isEmpty();
    }

    public boolean mayRead(String object) {
        return readable.isEmpty() || readable.contains(object.toLowerCase(Locale.ROOT));
    }

    public boolean mayWrite(String object) {
        return mayRead(object) && (writable.isEmpty() || writable.contains(object.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> lower(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
