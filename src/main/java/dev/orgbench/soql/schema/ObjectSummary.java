package dev.orgbench.soql.schema;

/**
 * An object as the list of all objects tells it.
 *
 * @param name the API name: {@code Account}, {@code Invoice__c}
 * @param keyPrefix the first three characters of its records' ids; empty where it has none
 */
public record ObjectSummary(String name, String label, boolean custom, boolean queryable, String keyPrefix) {}
