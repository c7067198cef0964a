package dev.orgbench.tools;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What objects are called in the names of their tools: {@code acme_invoice} for {@code Acme_Invoice__c}. It does not
 * depend on the order in which objects are pinned.
 */
final class TypedNames {
    private static final Pattern CUSTOM = Pattern.compile("__c$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEW_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9]+");
    private static final int HASH = 6;

    private final Collection<MethodDefinition> methods;
    private final Set<String> taken;

    /**
     * @param methods those that are made for objects of their own
     * @param taken the names of all other tools
     */
    TypedNames(Collection<MethodDefinition> methods, Set<String> taken) {
        this.methods = methods;
        this.taken = taken;
    }

    static String toolName(MethodDefinition method, String resource) {
        return ToolNames.of(method.method(), method.integration().name(), resource, resource + "s");
    }

    /** By API name. Standard objects choose first, then names in their order. */
    Map<String, String> of(Collection<String> objects) {
        Map<String, String> names = new LinkedHashMap<>();
        objects.stream()
                .sorted(Comparator.comparing((String object) -> object.contains("__"))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(object -> names.put(object, name(object, names.values())));
        return names;
    }

    private String name(String object, Collection<String> others) {
        Predicate<String> isFree = name ->
                !others.contains(name) && methods.stream().noneMatch(method -> taken.contains(toolName(method, name)));
        String words = words(CUSTOM.matcher(object).replaceFirst(""));
        String whole = words(object);
        String marked = words + "_" + hash(object);
        return Stream.of(words, whole)
                .map(name -> fits(name) ? name : cut(name, object))
                .filter(isFree)
                .findFirst()
                .orElseGet(() -> fits(marked) ? marked : cut(words, object));
    }

    private static String words(String object) {
        String spaced = NEW_WORD.matcher(object).replaceAll("_").toLowerCase(Locale.ROOT);
        return NOT_IN_NAMES.matcher(spaced).replaceAll("_").replaceAll("^_|_$", "");
    }

    private boolean fits(String name) {
        return methods.stream().allMatch(method -> ToolNames.isValid(toolName(method, name)));
    }

    private String cut(String name, String object) {
        String cut = name;
        while (!cut.isEmpty() && !fits(cut + "_" + hash(object))) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut + "_" + hash(object);
    }

    /** Of the API name in small letters, so that it is the same in every org. */
    private static String hash(String object) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(object.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
