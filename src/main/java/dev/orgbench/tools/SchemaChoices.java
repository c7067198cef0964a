package dev.orgbench.tools;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that fits none of an {@code anyOf} has faults by each choice. Told are those by the choice that was meant: the
 * one of the value's own type; if there is none, the first.
 */
final class SchemaChoices {
    private static final String ANY_OF = "/anyOf/";

    private SchemaChoices() {}

    static List<Error> told(List<Error> faults) {
        List<Error> told = new ArrayList<>();
        Map<String, Map<String, List<Error>>> byPlace = new LinkedHashMap<>();
        for (Error fault : faults) {
            String path = fault.getEvaluationPath().toString();
            int at = path.indexOf(ANY_OF);
            if (at < 0) {
                told.add(fault);
            } else {
                String place = path.substring(0, at);
                String choice = path.substring(at + ANY_OF.length()).replaceAll("/.*", "");
                byPlace.computeIfAbsent(place, any -> new LinkedHashMap<>())
                        .computeIfAbsent(choice, any -> new ArrayList<>())
                        .add(fault);
            }
        }
        byPlace.forEach((place, choices) -> told.addAll(meant(place, choices)));
        return told;
    }

    private static List<Error> meant(String place, Map<String, List<Error>> choices) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().stream()
                        .noneMatch(fault -> isOfWholeValue(place + ANY_OF + choice.getKey(), fault)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> choices.values().iterator().next());
    }

    private static boolean isOfWholeValue(String choice, Error fault) {
        return fault.getEvaluationPath().toString().equals(choice + "/type");
    }
}
