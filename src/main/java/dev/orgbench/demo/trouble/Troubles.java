package dev.orgbench.demo.trouble;

import dev.orgbench.demo.limits.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What goes wrong on purpose just now: the rules of the scenario that plays, and single ones. */
public final class Troubles {
    private final Limits limits;
    private final Consumer<Boolean> fieldSecurity;
    private final List<ActiveRule> rules = new CopyOnWriteArrayList<>();
    private volatile Scenario scenario = Scenario.CALM;
    private int lastId;

    /** @param fieldSecurity is told whether fields are hidden until somebody grants them */
    public Troubles(Limits limits, Consumer<Boolean> fieldSecurity) {
        this.limits = limits;
        this.fieldSecurity = fieldSecurity;
    }

    /** Plays {@code next} from its beginning; whatever went wrong before ends. */
    public synchronized void play(Scenario next) {
        rules.clear();
        scenario = next;
        limits.allow(next.allowance());
        fieldSecurity.accept(next.strictFieldLevelSecurity());
        next.rules().forEach(this::add);
    }

    public Scenario scenario() {
        return scenario;
    }

    /** Ends everything. */
    public void calm() {
        play(Scenario.CALM);
    }

    /**
     * Adds a rule to those in force; see {@link ScenarioReader} for its keys.
     *
     * @return its number
     * @throws FaultyScenarioException if it is none
     */
    public int add(String rule) throws FaultyScenarioException {
        return add(ScenarioReader.rule(rule));
    }

    /** Ends one rule; tells whether there was one. */
    public boolean end(int id) {
        return rules.removeIf(rule -> rule.report().id() == id);
    }

    /** Ends the single rules and those of the scenario; its limits stay. */
    public void endAll() {
        rules.clear();
    }

    public List<RuleReport> reports() {
        return rules.stream().map(ActiveRule::report).toList();
    }

    /** Begins or ends a kind of trouble without end. */
    public synchronized void set(DemoFault fault, boolean wanted) {
        rules.removeIf(rule -> rule.rule().name().equals(fault.name()));
        if (wanted) {
            add(rule(fault));
        }
    }

    public boolean has(DemoFault fault) {
        return rules.stream().anyMatch(rule -> rule.rule().name().equals(fault.name()));
    }

    /**
     * What is to go wrong with a request. Every rule that it concerns counts it, up to the first that decides its end.
     *
     * @param path without doubled slashes
     */
    public Strike strike(String method, String path) {
        List<String> struck = new ArrayList<>();
        Duration delay = Duration.ZERO;
        for (ActiveRule active : rules) {
            if (!active.strikes(method, path)) {
                continue;
            }
            struck.add(active.rule().name());
            switch (active.rule().mishap()) {
                case Mishap.Slowness slowness -> delay = delay.plus(slowness.delay());
                case Mishap.Refusal refusal -> {
                    return new Strike(struck, delay, refusal, null);
                }
                case Mishap.CutOff cutOff -> {
                    return new Strike(struck, delay, null, cutOff);
                }
            }
        }
        return new Strike(struck, delay, null, null);
    }

    private synchronized int add(Rule rule) {
        lastId++;
        // Each rule has a sequence of its own, so that one more rule does not change the others'.
        rules.add(new ActiveRule(lastId, rule, scenario.seed() * 1_000_003 + rules.size()));
        return lastId;
    }

    private static Rule rule(DemoFault fault) {
        try {
            return ScenarioReader.rule("{\"name\":\"" + fault + "\",\"answer\":\"" + fault.answer() + "\"}");
        } catch (FaultyScenarioException e) {
            throw new IllegalStateException(e);
        }
    }
}
