package dev.orgbench.gateway;

import dev.orgbench.tools.Method;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words for methods in a server's configuration: three groups, and each method by its own name. */
final class MethodWords {
    private static final Map<String, Set<Method>> MEANING = meaning();

    private MethodWords() {}

    /** Those of {@code words} that mean nothing. */
    static List<String> unknown(List<String> words) {
        return words.stream().filter(word -> !MEANING.containsKey(key(word))).toList();
    }

    /** All words that mean something, groups first. */
    static Set<String> known() {
        return MEANING.keySet();
    }

    /** The methods meant; words must all be known. */
    static Set<Method> methods(List<String> words) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        for (String word : words) {
            Set<Method> meant = MEANING.get(key(word));
            if (meant == null) {
                throw new IllegalArgumentException("No such method: " + word);
            }
            methods.addAll(meant);
        }
        return methods;
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
