package dev.orgbench.salesforce;

import java.time.Instant;

/**
 * How much of the org's daily API allowance is used, as the last answer's {@code Sforce-Limit-Info: api-usage=used/limit}
 * told. Salesforce counts a rolling 24 hours and gives no time of reset.
 *
 * @param asOf when that answer came
 */
public record ApiUsage(long used, long limit, Instant asOf) {
    /** Requests left, never below 0. */
    public long remaining() {
        return Math.max(0, limit - used);
    }
}
