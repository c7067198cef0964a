package dev.orgbench.demo.trouble;

import dev.orgbench.demo.bundled.Tsv;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the rules of scenarios. The errors that the org can answer with stand in {@code mishaps.tsv}. */
final class RuleReader {
    private static final String EVERYTHING = "/services/data/**";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE");
    private static final String SLOW = "slow";
    private static final String CUT = "cut";
    private static final int USUAL_MILLIS = 5_000;
    private static final int MOST_MILLIS = 600_000;
    private static final int USUAL_RETRY_SECONDS = 5;
    private static final int MOST_RETRY_SECONDS = 86_400;

    /** Refusals that tell when to come back, as HTTP knows them. */
    private static final Set<Integer> RETRIED = Set.of(429, 503);

    private static final Map<String, Tsv.Row> REFUSALS =
            Tsv.read("mishaps.tsv").stream().collect(Collectors.toMap(row -> row.text("name"), Function.identity()));

    private RuleReader() {}

    static Rule rule(Located value) throws FaultyScenarioException {
        Section section = new Section("a rule", value);
        String answer = section.text("answer")
                .orElseThrow(() -> new FaultyScenarioException(
                        section.line(), "a rule without `answer`. Write `answer: ` and one of " + answers()));
        Tsv.Row refusal = REFUSALS.get(answer);
        Rule rule = new Rule(
                section.text("name").orElse(answer),
                methods(section, refusal == null ? List.of() : refusal.list("methods", ",")),
                paths(section, refusal == null ? List.of() : refusal.list("paths", " ")),
                section.number("after", 0, Integer.MAX_VALUE, 0),
                times(section),
                probability(section),
                mishap(section, answer));
        section.end();
        return rule;
    }

    private static Mishap mishap(Section section, String answer) throws FaultyScenarioException {
        if (answer.equals(SLOW)) {
            return new Mishap.Slowness(Duration.ofMillis(section.number("millis", 0, MOST_MILLIS, USUAL_MILLIS)));
        }
        if (answer.equals(CUT)) {
            return new Mishap.CutOff(section.number("afterBytes", 0, Integer.MAX_VALUE, Mishap.CutOff.HALF));
        }
        Tsv.Row refusal = REFUSALS.get(answer);
        if (refusal == null) {
            throw section.wrong("answer", "one of " + answers());
        }
        int status = refusal.number("status");
        int retryAfter =
                RETRIED.contains(status) ? section.number("retryAfter", 0, MOST_RETRY_SECONDS, USUAL_RETRY_SECONDS) : 0;
        return new Mishap.Refusal(status, refusal.text("errorCode"), refusal.text("message"), retryAfter);
    }

    private static Set<String> methods(Section section, List<String> usual) throws FaultyScenarioException {
        if (!section.has("method")) {
            section.value("method");
            return Set.copyOf(usual);
        }
        Set<String> methods = section.texts("method").stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!METHODS.containsAll(methods)) {
            throw section.wrong(
                    "method", "one of " + String.join(", ", new TreeSet<>(METHODS)) + ", or a list of them");
        }
        return methods;
    }

    private static List<PathGlob> paths(Section section, List<String> usual) throws FaultyScenarioException {
        List<String> texts = section.texts("path");
        for (String text : texts) {
            if (!text.startsWith("/")) {
                throw section.wrong("path", "a path that begins with a slash, as " + EVERYTHING);
            }
        }
        List<String> chosen = !texts.isEmpty() ? texts : usual.isEmpty() ? List.of(EVERYTHING) : usual;
        return chosen.stream().map(PathGlob::of).toList();
    }

    private static int times(Section section) throws FaultyScenarioException {
        return section.text("times").filter("forever"::equals).isPresent()
                ? Rule.FOREVER
                : section.number("times", 1, Rule.FOREVER, Rule.FOREVER);
    }

    private static double probability(Section section) throws FaultyScenarioException {
        try {
            double probability = Double.parseDouble(section.text("probability").orElse("1"));
            if (probability > 0 && probability <= 1) {
                return probability;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw section.wrong("probability", "a number above 0 and up to 1, as 0.25");
    }

    private static String answers() {
        Set<String> answers = new TreeSet<>(REFUSALS.keySet());
        answers.addAll(List.of(SLOW, CUT));
        return String.join(", ", answers);
    }
}
