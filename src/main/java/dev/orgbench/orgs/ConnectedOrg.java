package dev.orgbench.orgs;

import dev.orgbench.salesforce.Reach;
import org.jspecify.annotations.Nullable;

/**
 * An org as it stands now, to be shown.
 *
 * @param userName who is signed in; null if that is not known
 * @param reach what the last request told of it
 */
public record ConnectedOrg(Org org, SignInWay way, @Nullable String userName, Reach reach) {
    /** Whether it can be taken away: the demo org comes back at each start. */
    public boolean isRemovable() {
        return way != SignInWay.BUILT_IN;
    }
}
