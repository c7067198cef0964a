package dev.orgbench.demo.limits;

import java.time.Duration;

/**
 * How much the org lets its clients do.
 *
 * @param dailyRequests API requests in a rolling 24 hours
 * @param usedRequests how many of them count as used when the allowance begins to hold, at the least
 * @param requestsPerApp the same for each connected app, 0 for no quota of its own
 * @param longRequests how many requests may run for {@code longAfter} or more at once, before any other is refused
 */
public record Allowance(int dailyRequests, int usedRequests, int requestsPerApp, int longRequests, Duration longAfter) {
    /** A Developer Edition's ("Salesforce Developer Limits Quick Reference", API Request Limits and Allocations). */
    public static final Allowance DEVELOPER_EDITION = new Allowance(15_000, 0, 0, 5, Duration.ofSeconds(20));
}
