package dev.orgbench.demo.trouble;

import dev.orgbench.demo.limits.Allowance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads scenarios as people write them, in YAML or JSON:
 *
 * <pre>
 * name: The session ends in the middle
 * seed: 7
 * fieldLevelSecurity: strict
 * limits: {dailyRequests: 15000, usedRequests: 14990, requestsPerApp: 250, longRequests: 5, longAfterSeconds: 20}
 * rules:
 *   - answer: expired-session
 *     method: [GET, POST]
 *     path: /services/data/&#42;/query/&#42;&#42;
 *     after: 3
 *     times: 1
 *     probability: 0.5
 * </pre>
 *
 * All keys but {@code answer} may be left out.
 */
public final class ScenarioReader {
    private static final int MOST_RULES = 1_000;

    private ScenarioReader() {}

    /**
     * Reads a whole scenario.
     *
     * @throws FaultyScenarioException at its first mistake
     */
    public static Scenario scenario(String text) throws FaultyScenarioException {
        Section section = new Section("a scenario", Located.read(text));
        Scenario scenario = new Scenario(
                section.text("name").orElse("A scenario without a name"),
                section.number("seed", Integer.MIN_VALUE, Integer.MAX_VALUE, 0),
                strict(section),
                allowance(section),
                rules(section));
        section.end();
        return scenario;
    }

    /** One rule alone. */
    static Rule rule(String text) throws FaultyScenarioException {
        return RuleReader.rule(Located.read(text));
    }

    private static boolean strict(Section section) throws FaultyScenarioException {
        return switch (section.text("fieldLevelSecurity").orElse("granted")) {
            case "strict" -> true;
            case "granted" -> false;
            default -> throw section.wrong("fieldLevelSecurity", "strict or granted");
        };
    }

    private static Allowance allowance(Section scenario) throws FaultyScenarioException {
        Allowance usual = Allowance.DEVELOPER_EDITION;
        Optional<Located> limits = scenario.value("limits");
        if (limits.isEmpty()) {
            return usual;
        }
        Section section = new Section("`limits`", limits.get());
        Allowance allowance = new Allowance(
                section.number("dailyRequests", 0, Integer.MAX_VALUE, usual.dailyRequests()),
                section.number("usedRequests", 0, Integer.MAX_VALUE, usual.usedRequests()),
                section.number("requestsPerApp", 0, Integer.MAX_VALUE, usual.requestsPerApp()),
                section.number("longRequests", 1, Integer.MAX_VALUE, usual.longRequests()),
                Duration.ofSeconds(section.number("longAfterSeconds", 0, Integer.MAX_VALUE, (int)
                        usual.longAfter().toSeconds())));
        section.end();
        return allowance;
    }

    private static List<Rule> rules(Section scenario) throws FaultyScenarioException {
        Optional<Located> value = scenario.value("rules");
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Located.Many many) || many.values().size() > MOST_RULES) {
            throw scenario.wrong("rules", "a list of at most " + MOST_RULES + " rules, each beginning with a dash");
        }
        List<Rule> rules = new ArrayList<>();
        for (Located rule : many.values()) {
            rules.add(RuleReader.rule(rule));
        }
        return rules;
    }
}
