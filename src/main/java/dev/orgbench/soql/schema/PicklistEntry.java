package dev.orgbench.soql.schema;

/** A value of a picklist, and what people see of it. */
public record PicklistEntry(String value, String label) {}
