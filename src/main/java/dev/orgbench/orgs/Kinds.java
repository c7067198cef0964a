package dev.orgbench.orgs;

import dev.orgbench.salesforce.OrgIdentity;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is at stake in an org, from what it says of itself; where it says nothing, from its address. */
final class Kinds {
    /** My Domain's partitions: {@code acme--uat.sandbox.my...}, {@code acme-dev-ed.develop.my...}. */
    private static final Pattern NOT_PRODUCTION = Pattern.compile(
            "(?:.*\\.(?:sandbox|scratch|develop|demo|trailblaze|patch)\\.my\\.|[^.]+--[^.]+\\.my\\.).*");

    private Kinds() {}

    static OrgKind of(OrgIdentity identity, URI instance) {
        String named = identity.instance();
        if (TypedAddress.isOnThisMachine(instance) && named != null && named.startsWith("DEMO")) {
            return OrgKind.DEMO;
        }
        if (Boolean.TRUE.equals(identity.sandbox()) || "Developer Edition".equals(identity.edition())) {
            return OrgKind.SANDBOX;
        }
        boolean asked = identity.sandbox() != null;
        String host = String.valueOf(instance.getHost()).toLowerCase(Locale.ROOT);
        return !asked && NOT_PRODUCTION.matcher(host).matches() ? OrgKind.SANDBOX : OrgKind.PRODUCTION;
    }
}
