package dev.orgbench.demo.trouble;

import dev.orgbench.demo.limits.Allowance;
import java.util.List;

/**
 * A play of troubles.
 *
 * @param seed what chance begins with: the same scenario and requests, the same troubles
 * @param strictFieldLevelSecurity whether fields are hidden until somebody grants them
 * @param allowance what the org allows meanwhile
 */
public record Scenario(
        String name, long seed, boolean strictFieldLevelSecurity, Allowance allowance, List<Rule> rules) {
    /** The usual day: nothing goes wrong. */
    public static final Scenario CALM = new Scenario("", 0, false, Allowance.DEVELOPER_EDITION, List.of());
}
