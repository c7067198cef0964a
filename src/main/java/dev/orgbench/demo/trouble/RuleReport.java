package dev.orgbench.demo.trouble;

/**
 * How a rule fares.
 *
 * @param id by which it can be ended
 * @param seen matching requests so far
 * @param struck how many of them it struck
 * @param over whether it will not strike again
 */
public record RuleReport(int id, String name, int seen, int struck, boolean over) {}
