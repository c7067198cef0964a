package dev.orgbench.tools.prompts;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with places for arguments: {@code {object_name}}. Other braces are only braces. */
record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    /** The names of the arguments that it has places for. */
    List<String> places() {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .distinct()
                .toList();
    }

    boolean isFilledBy(Map<String, String> arguments) {
        return arguments.keySet().containsAll(places());
    }

    /** With the arguments as they are: places in an argument are text. Those not given leave nothing behind. */
    String filled(Map<String, String> arguments) {
        return PLACE.matcher(text)
                .replaceAll(
                        (MatchResult place) -> Matcher.quoteReplacement(arguments.getOrDefault(place.group(1), "")));
    }
}
