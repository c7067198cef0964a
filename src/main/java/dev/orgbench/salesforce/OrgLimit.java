package dev.orgbench.salesforce;

import java.util.List;

/**
 * One limit of an org, as {@code /limits} tells it; Salesforce's figures are up to five minutes old.
 *
 * @param name Salesforce's own, as {@code DailyApiRequests}; of a child, the app's or the part's name
 * @param max what is allowed; 0 where the org does not have the thing at all
 * @param remaining what is left; may be below 0 where a limit is soft
 * @param children the shares of single apps, or of a part
 */
public record OrgLimit(String name, long max, long remaining, List<OrgLimit> children) {
    /** Salesforce's word for "none". */
    private static final long UNLIMITED = 999_999_999;

    public OrgLimit {
        children = List.copyOf(children);
    }

    /** Whether the org has the thing, and it is limited. */
    public boolean isLimited() {
        return max > 0 && max < UNLIMITED;
    }

    /** What is used, never below 0. */
    public long used() {
        return Math.max(0, max - remaining);
    }

    /** How much is used, 0 to 1, more where a soft limit was passed; 0 where nothing is limited. */
    public double share() {
        return isLimited() ? (double) used() / max : 0;
    }

    /** What it is called in plain words; Salesforce's own name where we have none. */
    public String label() {
        return LimitNames.label(name);
    }
}
