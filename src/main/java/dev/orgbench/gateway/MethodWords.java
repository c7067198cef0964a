package dev.orgbench.gateway;

import dev.orgbench.tools.Method;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words for methods in a server's configuration: three groups, each method by its own name, and any other word for
 * the custom method of that name.
 */
final class MethodWords {
    private static final Map<String, Set<Method>> MEANING = meaning();

    private MethodWords() {}

    /** All words that always mean something, groups first. Custom methods' names come from the definitions. */
    static Set<String> known() {
        return MEANING.keySet();
    }

    /** The methods meant by the words of {@link #known}. */
    static Set<Method> methods(List<String> words) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        words.forEach(word -> methods.addAll(MEANING.getOrDefault(key(word), Set.of())));
        return methods;
    }

    /** The other words: names of custom methods. One that no definition has any more allows nothing. */
    static Set<String> verbs(List<String> words) {
        return words.stream()
                .map(MethodWords::key)
                .filter(word -> !MEANING.containsKey(word))
                .collect(Collectors.toSet());
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Set<Method>> meaning() {
        Map<String, Set<Method>> meaning = new LinkedHashMap<>();
        meaning.put("read", EnumSet.of(Method.GET, Method.LIST));
        meaning.put("write", EnumSet.of(Method.CREATE, Method.UPDATE, Method.DELETE));
        meaning.put("custom", EnumSet.of(Method.CUSTOM));
        for (Method method : Method.values()) {
            meaning.putIfAbsent(key(method.name()), EnumSet.of(method));
        }
        return meaning;
    }
}
