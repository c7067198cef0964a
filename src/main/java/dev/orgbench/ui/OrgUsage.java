package dev.orgbench.ui;

import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.shell.UsageFeed;
import java.util.Optional;
import java.util.function.Consumer;

/** What an org's own answers tell of its API use. */
record OrgUsage(Org org) implements UsageFeed {
    @Override
    public Optional<ApiUsage> latest() {
        return org.connection().apiUsage();
    }

    @Override
    public Trace.Subscription subscribe(Consumer<ApiUsage> listener) {
        return org.connection().onApiUsage(listener);
    }
}
