package dev.orgbench.orgs;

import java.net.URI;

/** Where a person signs in. */
public record LoginHost(URI uri) {
    /** For production orgs and Developer Editions. */
    public static final LoginHost PRODUCTION = new LoginHost(URI.create("https://login.salesforce.com"));

    /** For sandboxes. */
    public static final LoginHost SANDBOX = new LoginHost(URI.create("https://test.salesforce.com"));

    /** Whether it is on this machine, as the demo org is: such a one answers to any port. */
    boolean isOnThisMachine() {
        return TypedAddress.isOnThisMachine(uri);
    }
}
