package dev.orgbench.demo.trouble;

import java.util.SplittableRandom;

/** A rule in force, with what it has seen and done. */
final class ActiveRule {
    private final int id;
    private final Rule rule;
    private final SplittableRandom random;
    private int seen;
    private int struck;

    /** @param seed the same one makes the same sequence of strikes */
    ActiveRule(int id, Rule rule, long seed) {
        this.id = id;
        this.rule = rule;
        this.random = new SplittableRandom(seed);
    }

    /** Whether it strikes this request, which is counted. */
    synchronized boolean strikes(String method, String path) {
        if (!rule.isFor(method, path)) {
            return false;
        }
        seen++;
        if (seen <= rule.after() || struck >= rule.times()) {
            return false;
        }
        // One number for each request in turn, so that who asks does not change the sequence.
        if (random.nextDouble() >= rule.probability()) {
            return false;
        }
        struck++;
        return true;
    }

    Rule rule() {
        return rule;
    }

    synchronized RuleReport report() {
        return new RuleReport(id, rule.name(), seen, struck, struck >= rule.times());
    }
}
