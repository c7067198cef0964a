package dev.orgbench.orgs;

import java.net.URI;

/** An org's address as a person types or pastes it. */
public sealed interface OrgAddress {
    /** A good one: the one that the APIs listen at, without a path. */
    record Good(URI uri) implements OrgAddress {}

    /** Not one yet. */
    record Bad(String why) implements OrgAddress {}

    /** Reads what was typed; never fails. */
    static OrgAddress read(String typed) {
        return TypedAddress.read(typed);
    }
}
