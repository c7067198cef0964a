package dev.orgbench.orgs;

import dev.orgbench.salesforce.OrgConnection;

/**
 * A connected org.
 *
 * @param id ours, as {@code demo}; the article calls it the integrated account's id
 * @param label what the person calls it
 * @param kind what is at stake in it
 * @param connection its client
 */
public record Org(String id, String label, OrgKind kind, OrgConnection connection) {}
