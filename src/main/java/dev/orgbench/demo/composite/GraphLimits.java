package dev.orgbench.demo.composite;

import dev.orgbench.demo.wire.ApiError;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a request for graphs may ask for. (REST API Developer Guide, "Composite Graph Limits".) */
final class GraphLimits {
    static final int MOST_GRAPHS = 75;
    private static final int MOST_NODES = 500;
    private static final int MOST_KINDS = 15;
    private static final int MOST_LEVELS = 15;

    /** {@code v67.0/sobjects/Account} of a URL: the version, the object. */
    private static final Pattern OBJECT = Pattern.compile("(?i)(?:^|/)v([^/]+)/+sobjects/+([^/?]+)");

    private GraphLimits() {}

    /** @throws ApiError LIMIT_EXCEEDED if all graphs together, or one of them, are more than Salesforce takes */
    static void check(Collection<List<Part>> graphs) throws ApiError {
        if (graphs.stream().mapToInt(List::size).sum() > MOST_NODES) {
            throw Wording.limit("nodes", MOST_NODES);
        }
        Set<String> kinds = new HashSet<>();
        graphs.forEach(parts -> parts.forEach(part -> kinds.add(kind(part))));
        if (kinds.size() > MOST_KINDS) {
            throw Wording.limit("different nodes", MOST_KINDS);
        }
        for (List<Part> parts : graphs) {
            if (levels(parts) > MOST_LEVELS) {
                throw Wording.limit("levels in a graph", MOST_LEVELS);
            }
        }
    }

    /** Nodes differ by the API's version, the method and the object. */
    private static String kind(Part part) {
        Matcher matcher = OBJECT.matcher(part.url());
        String object = matcher.find() ? matcher.group(1) + " " + matcher.group(2) : part.url();
        return part.method() + " " + object.toLowerCase(Locale.ROOT);
    }

    /** Nodes on the longest way from one that needs no other to one that is needed by none. */
    private static int levels(List<Part> parts) {
        Map<String, Integer> levels = new HashMap<>();
        int deepest = 0;
        for (Part part : parts) {
            int level = 1;
            for (String earlier : References.names(part)) {
                level = Math.max(level, 1 + levels.getOrDefault(earlier, 0));
            }
            levels.put(part.referenceId(), level);
            deepest = Math.max(deepest, level);
        }
        return deepest;
    }
}
