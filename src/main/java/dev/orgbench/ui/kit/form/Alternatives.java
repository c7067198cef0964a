package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Of the faults in each alternative of {@code oneOf} and {@code anyOf} a validator names all. A person wants those of the
 * one that is meant: the one chosen in the form, else the one whose type goes with the value.
 */
final class Alternatives {
    private static final Set<String> KEYWORDS = Set.of("oneOf", "anyOf");

    private Alternatives() {}

    /** An alternation in the schema, at one place of the value. */
    private record Fork(String schema, JsonPointer place) {}

    /** A way through the forks to an error. */
    private record Turn(Fork fork, int alternative) {}

    static List<Error> relevant(List<Error> errors, ToIntFunction<JsonPointer> chosen) {
        IdentityHashMap<Error, List<Turn>> ways = new IdentityHashMap<>();
        Map<Fork, NavigableMap<Integer, List<Error>>> forks = new HashMap<>();
        for (Error error : errors) {
            List<Turn> way = way(error);
            ways.put(error, way);
            for (Turn turn : way) {
                forks.computeIfAbsent(turn.fork(), none -> new TreeMap<>())
                        .computeIfAbsent(turn.alternative(), none -> new ArrayList<>())
                        .add(error);
            }
        }
        Map<Fork, Integer> meant = new HashMap<>();
        forks.forEach((fork, branches) -> meant.put(fork, meant(fork, branches, chosen.applyAsInt(fork.place()))));
        List<Error> relevant = new ArrayList<>();
        for (Error error : errors) {
            boolean onTheWay = ways.getOrDefault(error, List.of()).stream()
                    .allMatch(turn -> meant.getOrDefault(turn.fork(), -1) == turn.alternative());
            if (onTheWay && !isSaidWithin(error, forks, meant)) {
                relevant.add(error);
            }
        }
        return relevant;
    }

    private static int meant(Fork fork, NavigableMap<Integer, List<Error>> branches, int chosen) {
        if (chosen >= 0) {
            return chosen;
        }
        return branches.entrySet().stream()
                .filter(branch -> branch.getValue().stream().noneMatch(error -> isType(error, fork)))
                .findFirst()
                .or(() -> branches.entrySet().stream()
                        .filter(branch -> branch.getValue().stream()
                                .noneMatch(
                                        error -> error.getSchemaNode().asText().equals("null")))
                        .findFirst())
                .orElse(branches.firstEntry())
                .getKey();
    }

    private static boolean isType(Error error, Fork fork) {
        return error.getKeyword().equals("type")
                && error.getInstanceLocation().toString().equals(fork.place().toString());
    }

    /** That none of several fits says less than why the one that is meant does not. */
    private static boolean isSaidWithin(
            Error error, Map<Fork, NavigableMap<Integer, List<Error>>> forks, Map<Fork, Integer> meant) {
        if (!KEYWORDS.contains(error.getKeyword())) {
            return false;
        }
        Fork own = new Fork(
                error.getEvaluationPath().toString(),
                JsonPointer.compile(error.getInstanceLocation().toString()));
        Map<Integer, List<Error>> branches = forks.get(own);
        return branches != null && branches.containsKey(meant.getOrDefault(own, -1));
    }

    /** Walks the schema's path and the value's path side by side. */
    private static List<Turn> way(Error error) {
        List<Turn> way = new ArrayList<>();
        JsonPointer value = JsonPointer.compile(error.getInstanceLocation().toString());
        JsonPointer place = JsonPointer.empty();
        String[] steps = error.getEvaluationPath().toString().split("/", -1);
        StringBuilder schema = new StringBuilder();
        for (int i = 1; i < steps.length; i++) {
            schema.append('/').append(steps[i]);
            switch (steps[i]) {
                case "oneOf", "anyOf" -> {
                    if (i + 1 < steps.length) {
                        way.add(new Turn(new Fork(schema.toString(), place), Integer.parseInt(steps[i + 1])));
                        schema.append('/').append(steps[++i]);
                    }
                }
                case "allOf" -> i = skip(steps, i, schema);
                case "properties", "patternProperties", "prefixItems" -> {
                    i = skip(steps, i, schema);
                    place = down(place, value);
                    value = value.tail() == null ? value : value.tail();
                }
                case "items", "additionalProperties" -> {
                    place = down(place, value);
                    value = value.tail() == null ? value : value.tail();
                }
                default -> {
                    // A keyword that stays at the same value.
                }
            }
        }
        return way;
    }

    private static int skip(String[] steps, int at, StringBuilder schema) {
        if (at + 1 < steps.length) {
            schema.append('/').append(steps[at + 1]);
        }
        return at + 1;
    }

    private static JsonPointer down(JsonPointer place, JsonPointer value) {
        if (value.matches()) {
            return place;
        }
        return value.mayMatchElement()
                ? place.appendIndex(value.getMatchingIndex())
                : place.appendProperty(value.getMatchingProperty());
    }
}
